import { useEffect, useState } from 'react'
import type { Level } from '#core/units/model/unit.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useGo } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { changeRound, createRound, openRound, previewRound, type RoundFields, type RoundPreview } from '../round-contract.ts'
import { FORM_CODES, type FormCode } from '../model/form.ts'
import { usualRound } from '../model/new-round.ts'
import { RoundExempt, type Exempt } from './round-exempt.tsx'
import { RoundRecipients } from './round-recipients.tsx'
import { FORM_WORDS } from './report-words.ts'

/** Asks what, of whom, until when; beside it whom that reaches and what they have given already. */
export function RoundForm({ unitId, level, roundId, first }: { unitId: string; level: Level; roundId: string | null; first: RoundFields }) {
  const { t } = useWords()
  const go = useGo()
  const [fields, setFields] = useState(first)
  const [exempt, setExempt] = useState<readonly Exempt[]>([])
  const [savedId, setSavedId] = useState(roundId)
  const change = (patch: Partial<RoundFields>) => setFields({ ...fields, ...patch })
  const create = useCommand(createRound, { invalidate: ['reports'] })
  const update = useCommand(changeRound, { invalidate: ['reports'] })
  const open = useCommand(openRound, {
    invalidate: ['reports', 'todos'],
    onDone: ({ reports }) => {
      showToast(['reports.opened_toast', { n: reports }])
      go('/dot-bao-cao')
    },
  })
  const keep = async (): Promise<string> => {
    if (savedId) return (await update.mutateAsync({ roundId: savedId, ...fields })).roundId
    const made = await create.mutateAsync({ unitId, ...fields })
    setSavedId(made.roundId)
    return made.roundId
  }
  const save = () => void keep().then(() => showToast('reports.round_saved_toast'), () => undefined)
  const openNow = () => void keep().then((id) => open.mutate({ roundId: id, exempt: exempt.filter(({ reason }) => reason.trim() !== '') }), () => undefined)
  const chooseForm = (formCode: FormCode) => change({ formCode, ...usualRound(formCode, Number(fields.period.to.slice(0, 4))) })
  const isBusy = create.isPending || update.isPending || open.isPending
  const error = create.error ?? update.error ?? open.error
  return (
    <div className="report-grid">
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        <section className="card stack">
          <h2>{t('reports.round_what')}</h2>
          <Select label="reports.round_form" value={fields.formCode} onChange={chooseForm} choices={FORM_CODES.map((value) => ({ value, label: FORM_WORDS[value] }))} />
          <TextInput label="reports.round_title" value={fields.title} onChange={(title) => change({ title })} />
          <FieldRow>
            <DateInput label="reports.period_from" value={fields.period.from} onChange={(from) => from && change({ period: { ...fields.period, from } })} />
            <DateInput label="reports.period_to" value={fields.period.to} onChange={(to) => to && change({ period: { ...fields.period, to } })} />
            <TextInput label="reports.period_label" value={fields.period.label} onChange={(label) => change({ period: { ...fields.period, label } })} />
          </FieldRow>
          <FieldRow>
            <DateInput label="reports.window_from" hint="reports.window_hint" value={fields.window.from} onChange={(from) => from && change({ window: { ...fields.window, from } })} />
            <DateInput label="reports.window_to" value={fields.window.to} onChange={(to) => to && change({ window: { ...fields.window, to } })} />
          </FieldRow>
          <AutoText label="reports.instructions" optional value={fields.instructions ?? ''} onChange={(text) => change({ instructions: text.trim() === '' ? null : text })} />
        </section>
        <section className="card stack">
          <h2>{t('reports.round_when')}</h2>
          <FieldRow>
            <Select
              label="reports.deadline_word"
              value={fields.deadline.word}
              onChange={(word) => change({ deadline: { ...fields.deadline, word } })}
              choices={[
                { value: 'before', label: 'reports.deadline_before' },
                { value: 'by', label: 'reports.deadline_by' },
              ]}
            />
            <DateInput label="reports.deadline_day" value={fields.deadline.day} onChange={(day) => day && change({ deadline: { ...fields.deadline, day } })} />
            <DateInput label="reports.accept_late" optional value={fields.acceptLateUntil} onChange={(acceptLateUntil) => change({ acceptLateUntil })} />
          </FieldRow>
        </section>
        <RoundRecipients unitId={unitId} fields={fields} level={level} change={change} />
        <RoundExempt unitId={unitId} fields={fields} exempt={exempt} onChange={setExempt} />
      </form>
      <aside className="stack" aria-label={t('reports.preview')}>
        <Preview unitId={unitId} fields={fields} />
        <section className="card stack">
          <Button label="reports.round_open_now" busy={isBusy} disabled={exempt.some(({ reason }) => reason.trim().length < 3)} onClick={openNow} />
          <Button kind="secondary" label="reports.round_save" busy={isBusy} onClick={save} />
          <p className="hint">{t('reports.round_open_hint')}</p>
          {error && <ErrorNote error={error} />}
        </section>
      </aside>
    </div>
  )
}

const ASK_AFTER_MS = 500

function Preview({ unitId, fields }: { unitId: string; fields: RoundFields }) {
  const { t } = useWords()
  const [asked, setAsked] = useState(fields)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(fields), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [fields])
  const isComplete = asked.title.trim() !== '' && asked.period.label.trim() !== '' && (asked.audience.by === 'list' ? asked.audience.unitIds.length > 0 : asked.audience.levels.length > 0)
  const read = useOperation(previewRound, { unitId, ...asked }, { keepPrevious: true, enabled: isComplete })
  return (
    <section className="card stack" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('reports.preview')}</h2>
      {isComplete ? <OperationView read={read}>{(preview) => <PreviewText preview={preview} />}</OperationView> : <p className="hint">{t('reports.preview_incomplete')}</p>}
    </section>
  )
}

function PreviewText({ preview }: { preview: RoundPreview }) {
  const { t } = useWords()
  const format = useFormat()
  const { dueDay } = preview
  return (
    <>
      <p>
        <b>{t(['reports.preview_due', { day: format.day(dueDay.day) }])}</b>
      </p>
      {dueDay.isHoliday && <Note tone="warn">{t(['reports.due_holiday', { day: format.day(dueDay.day), before: format.day(dueDay.workingDayBefore), until: format.day(dueDay.inTimeUntil) }])}</Note>}
      <p>{t(['reports.preview_recipients', { n: preview.recipients.length, day: format.day(preview.treeOn) }])}</p>
      <details>
        <summary>{t('reports.preview_names')}</summary>
        <ul>
          {preview.recipients.slice(0, 100).map((unit) => (
            <li key={unit.unitId}>{unit.name}</li>
          ))}
        </ul>
      </details>
      {preview.gone.length > 0 && <p className="hint">{t(['reports.preview_gone', { n: preview.gone.length, names: preview.gone.slice(0, 5).map(({ name }) => name).join(', ') }])}</p>}
      <p>{t(['reports.preview_figures', { n: preview.figures }])}</p>
      {preview.reuse.map((one) => (
        <Note key={one.roundId}>{t(['reports.preview_reuse', { known: one.known, asked: one.asked, title: one.title, unit: one.unitName, units: one.units }])}</Note>
      ))}
    </>
  )
}
