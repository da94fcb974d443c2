import type { RecordValues } from '#core/records/model/record.ts'
import { listAssignments } from '#modules/assignments/contract.ts'
import { useFormat } from '#platform/web/format.ts'
import { useOperation } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'

type Link = Pick<RecordValues, 'taskId' | 'planId' | 'nodeId'>

/** The task of the plan that the activity carries out; report and indicator follow from it. */
export function TaskPart({ unitId, values, onChange }: { unitId: string; values: RecordValues; onChange: (link: Link) => void }) {
  const format = useFormat()
  const read = useOperation(listAssignments, { unitId, year: Number(values.onDay.slice(0, 4)) })
  const tasks = (read.data?.assignments ?? []).filter(({ state, id }) => state !== 'cancelled' || id === values.taskId)
  // A task of another year, or one that was not read, stays chosen.
  const others = values.taskId !== null && !tasks.some(({ id }) => id === values.taskId) ? [{ value: values.taskId, label: 'activities.task_chosen' as const }] : []
  const choose = (chosen: string) => {
    const task = tasks.find(({ id }) => id === chosen)
    onChange(task ? { taskId: task.id, planId: task.planId, nodeId: task.nodeId } : { taskId: null, planId: null, nodeId: null })
  }
  return (
    <Select
      label="activities.task"
      empty="activities.task_none"
      value={values.taskId ?? ''}
      onChange={choose}
      choices={[...tasks.map(({ id, text, dueOn }) => ({ value: id, text: dueOn ? `${text.slice(0, 120)} (${format.day(dueOn)})` : text.slice(0, 120) })), ...others]}
      optional
    />
  )
}
