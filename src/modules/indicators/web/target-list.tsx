import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { useFormat } from '#platform/web/format.ts'
import { NumberInput } from '#platform/web/number-input.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import type { IndicatorView } from '../contract.ts'
import { removeTarget, setTarget } from '../target-contract.ts'
import { placesOf } from '../model/definition.ts'
import { useFigureWords } from './indicator-words.tsx'

interface Place {
  readonly unitId: string
  readonly code: string
  readonly year: number
}

/** What the unit was given and what it decided, by year; and the form to decide. */
export function TargetList({ view, place }: { view: IndicatorView; place: Place }) {
  const { t } = useWords()
  const words = useFigureWords()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const remove = useCommand(removeTarget, { invalidate: ['indicators'] })
  if (view.targets.length === 0 && !view.can.target) return null
  return (
    <section className="card stack stack-tight">
      <h2>{t('indicators.targets_title')}</h2>
      {view.targets.length === 0 && <p className="hint">{t('indicators.target_none')}</p>}
      <ul className="trace-tree">
        {view.targets.map((target) => (
          <li key={`${target.year}${target.kind}`}>
            {t(['indicators.target_line', { year: String(target.year), value: words.written(target.value, view.row.unit), kind: t(`indicators.source_${target.kind}`) }])}
            {target.givenByName && <span className="hint"> {target.givenByName}</span>}
            {target.decisionNumber && target.decisionOn && <span className="block hint">{t(['indicators.target_decision', { number: target.decisionNumber, day: format.day(target.decisionOn) }])}</span>}
            {target.decisionText && <span className="block hint">{target.decisionText}</span>}
            {view.can.target && target.kind !== 'given' && (
              <Button small kind="ghost" label="indicators.target_remove" busy={remove.isPending} onClick={() => remove.mutate({ unitId: place.unitId, code: place.code, year: target.year, kind: target.kind === 'path' ? 'path' : 'own' })} />
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={remove.error} />
      {view.can.target && (
        <div>
          <Button kind="secondary" icon="edit" label="indicators.target_set" onClick={() => setOpen(true)} />
        </div>
      )}
      {open && <TargetForm view={view} place={place} onClose={() => setOpen(false)} />}
    </section>
  )
}

function TargetForm({ view, place, onClose }: { view: IndicatorView; place: Place; onClose: () => void }) {
  const [draft, setDraft] = useState({ year: String(place.year), kind: 'own' as 'own' | 'path', value: null as number | null, baseline: null as number | null, baselineYear: null as number | null, decisionNumber: '', decisionOn: null as string | null, decisionText: '' })
  const change = (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch }))
  const save = useCommand(setTarget, {
    invalidate: ['indicators'],
    onDone: () => {
      showToast('indicators.target_saved')
      onClose()
    },
  })
  const decimals = placesOf(view.row.unit)
  const submit = () => {
    if (draft.value === null) return
    save.mutate({
      unitId: place.unitId,
      code: place.code,
      year: Number(draft.year),
      kind: draft.kind,
      value: String(draft.value),
      baseline: draft.baseline === null ? null : String(draft.baseline),
      baselineYear: draft.baselineYear,
      decisionNumber: draft.decisionNumber.trim() || null,
      decisionOn: draft.decisionOn,
      decisionText: draft.decisionText.trim() || null,
    })
  }
  return (
    <Dialog open onClose={onClose} title="indicators.target_set" actions={<Button label="indicators.target_save" busy={save.isPending} disabled={draft.value === null} onClick={submit} />}>
      <div className="stack">
        <FieldRow>
          <Select label="indicators.year" value={draft.year} onChange={(year) => change({ year })} choices={view.years.filter(({ year }) => year >= place.year).map(({ year }) => ({ value: String(year), text: String(year) }))} />
          <NumberInput label="indicators.target_value" value={draft.value} onChange={(value) => change({ value })} decimals={decimals} min={0} {...(view.row.unit === 'percent' ? { max: 100, unit: '%' } : {})} required />
        </FieldRow>
        <Select
          label="indicators.target_kind"
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={[
            { value: 'own', label: 'indicators.target_kind_own' },
            { value: 'path', label: 'indicators.target_kind_path' },
          ]}
        />
        <FieldRow>
          <NumberInput label="indicators.target_baseline" optional value={draft.baseline} onChange={(baseline) => change({ baseline })} decimals={decimals} min={0} />
          <NumberInput label="indicators.target_baseline_year" optional value={draft.baselineYear} onChange={(baselineYear) => change({ baselineYear })} min={2020} max={2050} />
        </FieldRow>
        <FieldRow>
          <TextInput label="indicators.target_decision_number" hint="indicators.target_decision_hint" optional value={draft.decisionNumber} onChange={(decisionNumber) => change({ decisionNumber })} maxLength={60} />
          <DateInput label="indicators.target_decision_on" optional value={draft.decisionOn} onChange={(decisionOn) => change({ decisionOn })} />
        </FieldRow>
        <TextInput label="indicators.target_decision_text" optional value={draft.decisionText} onChange={(decisionText) => change({ decisionText })} maxLength={500} />
        <ErrorNote error={save.error} />
      </div>
    </Dialog>
  )
}
