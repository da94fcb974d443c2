import { Button } from '#platform/web/button.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { useFormat } from '#platform/web/format.ts'
import { useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { type Activity, getActivity, restoreActivity } from '../contract.ts'
import { KINDS } from '../kinds/all.ts'
import { ActivityForm } from './activity-form.tsx'
import { kindLabel } from './activity-words.ts'
import { EvidencePart } from './evidence-part.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { TaskDone } from './task-done.tsx'
import './activities.css'

export default function ActivityPage() {
  const recordId = useParam('recordId')
  const read = useOperation(getActivity, { recordId })
  return <OperationView read={read}>{(activity) => <ActivityView key={`${activity.id}.${activity.revision}`} activity={activity} />}</OperationView>
}

function ActivityView({ activity }: { activity: Activity }) {
  const { t } = useWords()
  const format = useFormat()
  const { id, kind: code, values, state, canEdit, frozenBy, questions } = activity
  const kind = KINDS.get(code)
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
        {t('activities.written_by', { name: activity.createdByName ?? '—', at: format.instant(activity.createdAt) })}
        {activity.revision > 1 && ` · ${t('activities.changed_by', { name: activity.changedByName ?? '—', at: format.instant(activity.changedAt) })}`}
      </p>
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
          start={{ recordId: id, kindVersion: activity.kindVersion, revision: activity.revision, state: state === 'draft' ? 'draft' : 'recorded', values, attendance: activity.attendance }}
          frozenBy={frozenBy}
          canEdit={canEdit && state !== 'removed'}
          onSaved={() => showToast('activities.saved')}
        >
          <EvidencePart activity={activity} kind={kind} canEdit={canEdit && state !== 'removed'} />
        </ActivityForm>
      )}
    </>
  )
}
