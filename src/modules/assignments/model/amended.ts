import type { IssuedTask } from '#modules/plans/public.ts'

export type TaskField = 'text' | 'lead' | 'startOn' | 'dueOn' | 'product'

export const TASK_FIELDS: readonly TaskField[] = ['text', 'lead', 'startOn', 'dueOn', 'product']

/** Which fields an amendment changed: only these are taken over, so that what was arranged by hand stays. */
export function changedFields(before: IssuedTask, after: IssuedTask): readonly TaskField[] {
  return TASK_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** Tasks that somebody leads: the others are nobody's work yet. */
export function ledTasks(tasks: readonly IssuedTask[]): readonly (IssuedTask & { readonly lead: NonNullable<IssuedTask['lead']>; readonly leadName: string })[] {
  return tasks.flatMap((task) => (task.lead && task.leadName !== null ? [{ ...task, lead: task.lead, leadName: task.leadName }] : []))
}
