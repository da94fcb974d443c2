import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { checkValues, type Fault } from '#core/records/model/check-values.ts'
import { fieldsOf, type Kind } from '#core/records/model/kind.ts'
import { type Attendee, COST_SOURCES, type RecordValues } from '#core/records/model/record.ts'
import { tidyValues } from '#core/records/model/tidy.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { DraftNotice } from '#platform/web/draft-notice.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { Note } from '#platform/web/note.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { onAnswer, submit, useDevice } from '#platform/web/outbox/device.ts'
import type { OutboxItem } from '#platform/web/outbox/item.ts'
import type { OutputOf } from '#platform/web/request.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useDraft } from '#platform/web/use-draft.ts'
import { useWords } from '#platform/web/words.ts'
import type { Holder, saveActivity } from '../contract.ts'
import { costLabel } from './activity-words.ts'
import { AttendancePart } from './attendance-part.tsx'
import { FrozenNote } from './frozen-note.tsx'
import { KindField } from './kind-field.tsx'
import { PeoplePart } from './people-part.tsx'
import { useGround } from './quick/ground.ts'
import { saveCommand, unsentEdit } from './submission.ts'
import { TaskPart } from './task-part.tsx'

/** What the form begins with; `attendance` null where names are not for this person. */
interface Start {
  readonly recordId: string
  readonly kindVersion: number
  readonly revision: number
  readonly state: 'draft' | 'recorded'
  readonly values: RecordValues
  readonly attendance: readonly Attendee[] | null
}

interface ActivityFormProps {
  unitId: string
  kind: Kind
  start: Start
  frozenBy: readonly Holder[]
  canEdit: boolean
  /** What waits on this device to be sent for the record: at the end null when the server has it. */
  onSaved: (left: OutboxItem | null) => void
  /** Evidence: between what was counted and the foot. */
  children?: ReactNode
}

interface Edit {
  readonly values: RecordValues
  readonly attendance: readonly Attendee[] | null
}

/** Every kind has the same form: what is common, what the kind declares, people, cost, result. It saves on the device and sends from there. */
export function ActivityForm({ unitId, kind, start, frozenBy, canEdit, onSaved, children }: ActivityFormProps) {
  const { t } = useWords()
  const { items, vault } = useDevice()
  const item = items.find(({ id }) => id === start.recordId) ?? null
  const [base, setBase] = useState(start)
  const [edit, setEdit] = useState<Edit>({ values: start.values, attendance: start.attendance })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState(false)
  const [reason, setReason] = useState('')
  const { values } = edit
  const isSaved = JSON.stringify(edit) === JSON.stringify({ values: base.values, attendance: base.attendance })
  const draft = useDraft<Edit>(`activities.${start.recordId}`, edit, isSaved)
  useEffect(
    () =>
      onAnswer(({ input }, answer) => {
        const { revision, conflicts } = answer as Partial<OutputOf<typeof saveActivity>>
        if (input['recordId'] === start.recordId && revision !== undefined && conflicts?.length === 0) setBase((now) => ({ ...now, revision }))
      }),
    [start.recordId],
  )
  const set = (change: Partial<RecordValues>) => setEdit((now) => ({ ...now, values: { ...now.values, ...change } }))
  const errorAt = (at: string): MessageKey | null => {
    const found = faults.find((fault) => fault.at === at)
    return found ? `errors.activities.fault_${found.code}` : null
  }
  const save = async (state: 'draft' | 'recorded') => {
    const found = checkValues(kind, base.kindVersion, tidyValues(kind, values), state === 'draft')
    setFaults(found)
    if (found.length > 0) return
    // the list travels when it was changed, now or in an edit that still waits here
    const isListChanged = JSON.stringify(edit.attendance) !== JSON.stringify(base.attendance) || unsentEdit(item)?.attendance !== undefined
    const { recordId, kindVersion, revision } = base
    const command = saveCommand({
      unitId, recordId, kind: kind.code, kindVersion, revision, state, values,
      ...(isListChanged && edit.attendance ? { attendance: edit.attendance } : {}),
      ...(reason ? { reason } : {}),
    })
    setBusy(true)
    setFailure(false)
    try {
      const { settled } = await submit({ id: recordId, unitId, title: values.title || t('activities.untitled'), command, files: [] })
      setBase((now) => ({ ...now, state, ...edit }))
      onSaved(await settled)
    } catch {
      setFailure(true)
    } finally {
      setBusy(false)
    }
  }
  const submitForm = (event: FormEvent) => {
    event.preventDefault()
    void save('recorded')
  }
  const isPlain = values.untilDay === null
  const enrolled = useGround(vault, unitId)?.enrolled ?? []
  return (
    <form onSubmit={submitForm} noValidate className="stack">
      <DraftNotice draft={draft} onUse={setEdit} />
      <FrozenNote frozenBy={frozenBy} />
      <fieldset className="stack" disabled={!canEdit}>
        <section className="card stack">
          <TaskPart unitId={unitId} values={values} onChange={set} />
          <TextInput label="activities.name" value={values.title} onChange={(title) => set({ title })} error={errorAt('title')} required maxLength={300} />
          <FieldRow>
            <DateInput label={isPlain ? 'activities.day' : 'activities.from_day'} value={values.onDay} onChange={(onDay) => onDay && set({ onDay })} error={errorAt('onDay')} required />
            <DateInput label="activities.until_day" value={values.untilDay} onChange={(untilDay) => set({ untilDay })} error={errorAt('untilDay')} optional />
            <TextInput label="activities.place" value={values.place ?? ''} onChange={(place) => set({ place })} optional maxLength={300} />
          </FieldRow>
          <div className="field-row">
            {fieldsOf(kind, base.kindVersion).map((field) => (
              <KindField
                key={field.id}
                field={field}
                value={values.fields[field.id] ?? null}
                error={errorAt(`field.${field.id}`)}
                onChange={(value) => setEdit((now) => ({ ...now, values: { ...now.values, fields: { ...now.values.fields, [field.id]: value } } }))}
              />
            ))}
          </div>
        </section>
        {kind.counting !== 'none' && (
          <section className="card stack">
            <h2>{t('activities.people')}</h2>
            <PeoplePart kind={kind} enrolled={enrolled} headCounts={values.headCounts} errorAt={errorAt} onChange={(headCounts) => set({ headCounts })} />
            {edit.attendance && kind.counting !== 'reach' && kind.code !== 'counselling' && (
              <AttendancePart
                unitId={unitId}
                recordId={base.revision > 0 ? base.recordId : null}
                kind={kind}
                attendance={edit.attendance}
                onChange={(attendance, headCounts) => setEdit((now) => ({ values: headCounts ? { ...now.values, headCounts } : now.values, attendance }))}
              />
            )}
          </section>
        )}
        <section className="card stack">
          <AutoText label="activities.result" hint="activities.result_hint" value={values.result ?? ''} onChange={(result) => set({ result })} optional />
          <FieldRow>
            <NumberInput label="activities.cost" value={values.cost} onChange={(cost) => set({ cost })} unit={t('activities.vnd')} error={errorAt('cost')} optional />
            <Select
              label="activities.cost_source"
              empty="activities.cost_source_unknown"
              value={values.costSource ?? ''}
              onChange={(source) => set({ costSource: source || null })}
              choices={COST_SOURCES.map((source) => ({ value: source, label: costLabel(source) }))}
              optional
            />
          </FieldRow>
        </section>
      </fieldset>
      {children}
      {canEdit && (
        <div className="form-foot no-print">
          {frozenBy.length > 0 && <TextInput label="activities.reason" hint="activities.reason_hint" value={reason} onChange={setReason} required maxLength={500} />}
          {faults.length > 0 && (
            <p className="error" role="alert">
              {t('activities.faults', { count: faults.length })}
            </p>
          )}
          <Unsent item={item} failure={failure} />
          <div className="row">
            <Button type="submit" label="activities.save" icon="check" busy={isBusy} disabled={frozenBy.length > 0 && reason.trim() === ''} />
            {(start.revision === 0 || base.state === 'draft') && <Button kind="secondary" label="activities.save_draft" busy={isBusy} onClick={() => void save('draft')} />}
          </div>
        </div>
      )}
    </form>
  )
}

/** What has become of the last save, as long as the server has not confirmed it. */
function Unsent({ item, failure }: { item: OutboxItem | null; failure: boolean }) {
  const { t } = useWords()
  const { isSending, isKept } = useDevice()
  if (failure) {
    return (
      <Note tone="bad" alert>
        {t('activities.quick_failed')}
      </Note>
    )
  }
  if (item === null || unsentEdit(item) === null) return null
  if (item.state === 'aside' && item.problem) return <ErrorNote error={new ApiError(item.problem.kind, item.problem.code, item.problem.params)} />
  return (
    <Note tone="info" alert>
      {t(isSending ? 'activities.quick_sending' : isKept ? 'activities.quick_saved' : 'activities.quick_not_kept')}
    </Note>
  )
}
