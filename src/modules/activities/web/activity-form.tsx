import { type FormEvent, type ReactNode, useState } from 'react'
import { checkValues, type Fault } from '#core/records/model/check-values.ts'
import { fieldsOf, type Kind } from '#core/records/model/kind.ts'
import type { Part } from '#core/records/model/merge.ts'
import { withPart } from '#core/records/model/merge.ts'
import { type Attendee, COST_SOURCES, type RecordValues } from '#core/records/model/record.ts'
import { tidyValues } from '#core/records/model/tidy.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { DraftNotice } from '#platform/web/draft-notice.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { useCommand } from '#platform/web/operations.ts'
import type { InputOf, OutputOf } from '#platform/web/request.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useDraft } from '#platform/web/use-draft.ts'
import { useWords } from '#platform/web/words.ts'
import { type Conflict, type Holder, saveActivity } from '../contract.ts'
import { costLabel } from './activity-words.ts'
import { AttendancePart } from './attendance-part.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FrozenNote } from './frozen-note.tsx'
import { KindField } from './kind-field.tsx'
import { PeoplePart } from './people-part.tsx'
import { TaskPart } from './task-part.tsx'

/** What the form begins with, as it stands on the server; `attendance` null where names are not for this person. */
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
  onSaved: (saved: OutputOf<typeof saveActivity>) => void
  /** Evidence: between what was counted and the foot. */
  children?: ReactNode
}

interface Edit {
  readonly values: RecordValues
  readonly attendance: readonly Attendee[] | null
}

/** Every kind has the same form: what is common, what the kind declares, people, cost, result. */
export function ActivityForm({ unitId, kind, start, frozenBy, canEdit, onSaved, children }: ActivityFormProps) {
  const { t } = useWords()
  const [base, setBase] = useState(start)
  const [edit, setEdit] = useState<Edit>({ values: start.values, attendance: start.attendance })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const [reason, setReason] = useState('')
  const { values } = edit
  const isSaved = JSON.stringify(edit) === JSON.stringify({ values: base.values, attendance: base.attendance })
  const draft = useDraft<Edit>(`activities.${start.recordId}`, edit, isSaved)
  const save = useCommand(saveActivity, {
    invalidate: ['activities', 'todos'],
    onDone: (saved, sent) => {
      setBase({ ...base, revision: saved.revision, values: saved.values })
      setConflicts(saved.conflicts)
      if (saved.conflicts.length === 0) {
        setEdit({ ...edit, values: saved.values })
        onSaved(saved)
      } else setEdit({ ...edit, values: sent.values as RecordValues })
    },
  })
  const set = (change: Partial<RecordValues>) => setEdit((now) => ({ ...now, values: { ...now.values, ...change } }))
  const errorAt = (at: string): MessageKey | null => {
    const found = faults.find((fault) => fault.at === at)
    return found ? `errors.activities.fault_${found.code}` : null
  }
  const send = (state: 'draft' | 'recorded', sent: RecordValues = values, revision = base.revision) => {
    const found = checkValues(kind, base.kindVersion, tidyValues(kind, sent), state === 'draft')
    setFaults(found)
    if (found.length > 0) return
    const isListChanged = JSON.stringify(edit.attendance) !== JSON.stringify(base.attendance)
    const input = {
      unitId, recordId: base.recordId, kind: kind.code, kindVersion: base.kindVersion, revision, state, values: sent,
      ...(isListChanged && edit.attendance ? { attendance: edit.attendance } : {}),
      ...(reason ? { reason } : {}),
    }
    // The model reads only; the contract's lists are open to writing.
    save.mutate(input as unknown as InputOf<typeof saveActivity>)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send('recorded')
  }
  const choose = (parts: readonly Part[]) => {
    const chosen = parts.reduce((now, part) => withPart(now, part, values), base.values)
    setConflicts([])
    setEdit({ ...edit, values: chosen })
    send(base.state, chosen)
  }
  const isPlain = values.untilDay === null
  return (
    <form onSubmit={submit} noValidate className="stack">
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
            <PeoplePart kind={kind} headCounts={values.headCounts} errorAt={errorAt} onChange={(headCounts) => set({ headCounts })} />
            {edit.attendance && kind.counting !== 'reach' && kind.code !== 'counselling' && (
              <AttendancePart
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
          <ErrorNote error={save.error} />
          <div className="row">
            <Button type="submit" label="activities.save" icon="check" busy={save.isPending} disabled={frozenBy.length > 0 && reason.trim() === ''} />
            {(start.revision === 0 || base.state === 'draft') && <Button kind="secondary" label="activities.save_draft" busy={save.isPending} onClick={() => send('draft')} />}
          </div>
        </div>
      )}
      <ConflictDialog kind={kind} conflicts={conflicts} onChoose={choose} onClose={() => choose([])} />
    </form>
  )
}
