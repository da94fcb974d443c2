import { Button } from '#platform/web/button.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useDevice } from '#platform/web/outbox/device.ts'
import type { OutboxItem } from '#platform/web/outbox/item.ts'
import { useKept } from '#platform/web/outbox/use-kept.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { type Activity, getActivity, restoreActivity } from '../contract.ts'
import { wireValues } from '../model/wire-values.ts'
import { KINDS } from '../kinds/all.ts'
import { ActivityForm } from './activity-form.tsx'
import { kindLabel } from './activity-words.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { type SaveInput, unsentEdit } from './submission.ts'
import { TaskDone } from './task-done.tsx'
import './activities.css'

export default function ActivityPage() {
  const recordId = useParam('recordId')
  const { vault, items } = useDevice()
  const item = items.find(({ id }) => id === recordId) ?? null
  const read = useKept(getActivity, { recordId }, { place: `activities.${recordId}`, keep: forDevice })
  const unsent = unsentEdit(item)
  // what waits on the device comes before what the server says
  if (vault === null) return <LoadingState rows={6} />
  if (read.data === undefined && item && unsent) return <ActivityView activity={notYetThere(unsent, new Date(item.createdAt))} item={item} isKept />
  return <OperationView read={read}>{(activity) => <ActivityView key={`${activity.id}.${activity.revision}`} activity={activity} item={item} isKept={read.isKept} />}</OperationView>
}

/** Only what may be changed is of use without a network; names of participants do not stay on a phone. */
function forDevice(activity: Activity): Activity | null {
  return activity.canEdit ? { ...activity, attendance: null } : null
}

/** An activity that the server has not got yet. */
function notYetThere({ unitId, recordId, kind, kindVersion, state, values, attendance }: SaveInput, at: Date): Activity {
  return {
    id: recordId, unitId, unitName: '', kind, kindVersion, state, revision: 0, values: wireValues(values), attendance: attendance ? [...attendance] : [],
    evidence: [], evidenceMissing: 0, questions: [], nodeText: null, frozenBy: [], createdByName: null, createdAt: at, changedByName: null, changedAt: at, canEdit: true,
  }
}

function ActivityView({ activity, item, isKept }: { activity: Activity; item: OutboxItem | null; isKept: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const { id, kind: code, values, state, canEdit, frozenBy, questions } = activity
  const kind = KINDS.get(code)
  const unsent = unsentEdit(item)
  const isContradicted = item?.state === 'conflict'
  const mayChange = canEdit && state !== 'removed' && !isContradicted
  const attendance = unsent?.attendance ?? activity.attendance
  const onServer = { kindVersion: activity.kindVersion, revision: activity.revision, state: state === 'draft' ? ('draft' as const) : ('recorded' as const), values }
  const restore = useCommand(restoreActivity, { invalidate: ['activities', 'todos'] })
  return (
    <>
      <PageHead
        title={{ text: values.title || t('activities.untitled') }}
        trail={[{ to: '/hoat-dong', text: t('activities.title') }, { text: t(kindLabel(code)) }]}
        actions={
          <div className="wide-only">
            <Button kind="secondary" icon="print" label="activities.print" onClick={() => window.print()} />
          </div>
        }
      />
      <p className="hint">
        {activity.revision > 0 && t('activities.written_by', { name: activity.createdByName ?? '—', at: format.instant(activity.createdAt) })}
        {activity.revision > 1 && ` · ${t('activities.changed_by', { name: activity.changedByName ?? '—', at: format.instant(activity.changedAt) })}`}
      </p>
      {isKept && activity.revision > 0 && <Note>{t('activities.is_kept')}</Note>}
      {isContradicted && (
        <section className="card">
          <h2>{t('activities.conflict_title')}</h2>
          <ConflictChoice key={item.command?.operationId} item={item} />
        </section>
      )}
      {state === 'removed' && (
        <Note tone="warn">
          <p>{t('activities.is_removed')}</p>
          {canEdit && <Button small label="activities.restore" icon="undo" busy={restore.isPending} onClick={() => restore.mutate({ recordId: id })} />}
        </Note>
      )}
      {state === 'draft' && (
        <Note tone="warn">
          <p>{t('activities.is_draft')}</p>
        </Note>
      )}
      {state === 'recorded' && canEdit && values.taskId && <TaskDone activity={activity} taskId={values.taskId} />}
      <QuestionsPart recordId={id} questions={questions} canEdit={canEdit} />
      {kind && (
        <ActivityForm
          unitId={activity.unitId}
          kind={kind}
          start={{ recordId: id, ...(unsent ?? onServer), attendance }}
          frozenBy={frozenBy}
          canEdit={mayChange}
          onSaved={(left) => left === null && showToast('activities.saved')}
        >
          <EvidencePart activity={activity} item={item} kind={kind} canEdit={mayChange} />
        </ActivityForm>
      )}
    </>
  )
}
