import { finishAssignment, getAssignment } from '#modules/assignments/contract.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { Note } from '#platform/web/note.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import type { Activity } from '../contract.ts'

/** The task that the activity carries out, while it is open: whoever may says with one press that it is done. */
export function TaskDone({ activity, taskId }: { activity: Activity; taskId: string }) {
  const { t } = useWords()
  const read = useOperation(getAssignment, { assignmentId: taskId })
  const finish = useCommand(finishAssignment, { invalidate: ['assignments', 'todos', 'agenda', 'facts', 'indicators'] })
  const task = read.data
  if (!task?.actions.includes('finish')) return null
  const { onDay, title } = activity.values
  const link = new URL(`/hoat-dong/${activity.id}`, window.location.href).href
  return (
    <Note tone="info">
      <p>{t(['activities.task_open', { text: task.text }])}</p>
      <Button small kind="secondary" icon="check" label="activities.task_finish" busy={finish.isPending} onClick={() => finish.mutate({ assignmentId: taskId, doneOn: onDay, product: title, link })} />
      <ErrorNote error={finish.error} />
    </Note>
  )
}
