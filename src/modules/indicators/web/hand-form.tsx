import { useState } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { useFormat } from '#platform/web/format.ts'
import { NumberInput } from '#platform/web/number-input.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { attachEvidence, removeHandFigure, saveHandFigure, type HandRow } from '../hand-contract.ts'
import { useFigureWords } from './indicator-words.tsx'

type Span = HandRow['spans'][number]

const numberOf = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))
const textOf = (value: number | null) => (value === null ? null : String(value))

/** One figure at the end of one span. */
export function HandForm({ row, span, unitId, canEnter }: { row: HandRow; span: Span; unitId: string; canEnter: boolean }) {
  const { t } = useWords()
  const words = useFigureWords()
  const format = useFormat()
  const { figure } = span
  const [draft, setDraft] = useState({
    part: numberOf(figure?.part),
    whole: numberOf(figure?.whole),
    value: numberOf(figure?.value),
    partWomen: numberOf(figure?.partWomen),
    wholeWomen: numberOf(figure?.wholeWomen),
    valueWomen: numberOf(figure?.valueWomen),
    yes: figure?.yes === null || figure === null ? '' : figure.yes ? 'yes' : 'no',
    note: figure?.note ?? '',
    reason: '',
  })
  const change = (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch }))
  const save = useCommand(saveHandFigure, { invalidate: ['indicators'], onDone: () => showToast(['indicators.hand_saved', { code: row.code }]) })
  const remove = useCommand(removeHandFigure, { invalidate: ['indicators'] })
  const needsReason = [save.error, remove.error].some((error) => error instanceof ApiError && error.code === 'indicators.reason_needed')
  const { hand } = row
  const decimals = hand.kind !== 'yes' && hand.number === 'score' ? 1 : 0
  const submit = () =>
    save.mutate({
      unitId,
      code: row.code,
      to: span.to,
      part: textOf(draft.part),
      whole: textOf(draft.whole),
      value: textOf(draft.value),
      partWomen: textOf(draft.partWomen),
      wholeWomen: textOf(draft.wholeWomen),
      valueWomen: textOf(draft.valueWomen),
      yes: draft.yes === '' ? null : draft.yes === 'yes',
      note: draft.note.trim() || null,
      reason: draft.reason.trim() || null,
    })
  const number = (name: 'part' | 'whole' | 'value' | `${'part' | 'whole' | 'value'}Women`, label: Words) => (
    <NumberInput label={label} optional={name.endsWith('Women')} value={draft[name]} onChange={(value) => change({ [name]: value })} min={0} decimals={decimals} disabled={!canEnter} />
  )
  const field = (name: 'part' | 'whole' | 'value', label: { vi: string; en: string } | null) => {
    const named = label ? words.name(label) : t(`indicators.hand_${name}`)
    return (
      <>
        {number(name, ['indicators.hand_named', { name: named }])}
        {row.bySex && number(`${name}Women`, label ? ['indicators.hand_women', { name: named }] : 'indicators.hand_women_alone')}
      </>
    )
  }
  return (
    <fieldset>
      <legend className="legend">
        {t(['indicators.hand_up_to', { day: format.day(span.to) }])} {figure?.isEstimate && <Tag tone="warn" label="indicators.hand_estimate" />}
      </legend>
      <div className="stack stack-tight">
        <div className="field-row">
          {hand.kind === 'share' && field('part', hand.part)}
          {(hand.kind === 'share' || hand.kind === 'whole') && field('whole', hand.whole)}
          {hand.kind === 'value' && field('value', null)}
          {hand.kind === 'yes' && (
            <Select
              label="indicators.hand_yes"
              value={draft.yes}
              onChange={(yes) => change({ yes })}
              empty="indicators.hand_choose"
              disabled={!canEnter}
              choices={[
                { value: 'yes', label: 'indicators.yes' },
                { value: 'no', label: 'indicators.no' },
              ]}
            />
          )}
          <TextInput label="indicators.hand_note" optional value={draft.note} onChange={(note) => change({ note })} maxLength={500} disabled={!canEnter} />
        </div>
        {needsReason && <TextInput label="indicators.hand_reason" value={draft.reason} onChange={(reason) => change({ reason })} maxLength={500} />}
        <ErrorNote error={save.error ?? remove.error} />
        {figure && <p className="hint">{t(['indicators.trace_entered', { name: figure.byName ?? '', time: format.instant(figure.at) }])}</p>}
        <div className="row row-center">
          {canEnter && <Button small label="indicators.hand_save" aria-label={`${t('indicators.hand_save')} ${row.code}, ${format.day(span.to)}`} busy={save.isPending} onClick={submit} />}
          {canEnter && figure && (
            <Button small kind="ghost-danger" label="indicators.hand_remove" busy={remove.isPending} onClick={() => remove.mutate({ figureId: figure.id, reason: draft.reason.trim() || null })} />
          )}
          {figure?.file && <a href={`/api/hand-figures/${figure.id}/file`}>{figure.file.name}</a>}
        </div>
        {canEnter && figure && <Evidence figureId={figure.id} />}
      </div>
    </fieldset>
  )
}

function Evidence({ figureId }: { figureId: string }) {
  const { t } = useWords()
  const upload = useUpload(attachEvidence, { invalidate: ['indicators'] })
  return (
    <details>
      <summary>{t('indicators.hand_evidence_add')}</summary>
      <FileDrop label="indicators.hand_evidence" accept={['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx']} maxBytes={20 * 1024 * 1024} sending={upload.sending} onFiles={([file]) => file && void upload.send({ figureId }, file)} />
      <ErrorNote error={upload.error} />
    </details>
  )
}
