import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import { assignmentsOf } from '#modules/assignments/public.ts'
import { addDays, daysBetween } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { activityTables, linesOf, missingOf } from './store.ts'

/** Evidence is asked for while it can still be found. */
const EVIDENCE_DAYS = 60
/** A task without an activity is named this long before and after its due day. */
const TASK_DAYS = 14
const MOST_TASKS = 3

/** Drafts to finish, evidence to add, tasks near their day without an activity. */
export const activityTodos: TodoProvider = async (ctx, unitId) => {
  if (!(await ctx.may('activities.edit', unitId))) return []
  const tx = activityTables(ctx.tx)
  const lines = (await linesOf(tx, { unitId })).filter(({ onDay }) => onDay >= addDays(ctx.today, -365))
  const own = lines.filter(({ state, byId }) => state === 'draft' && byId === ctx.actor?.personId)
  const lacking = lines.filter((line) => line.state === 'recorded' && line.onDay >= addDays(ctx.today, -EVIDENCE_DAYS) && missingOf(line) > 0)
  const done = new Set(lines.map(({ nodeId }) => nodeId))
  const tasks = (await assignmentsOf(tx, unitId, Number(ctx.today.slice(0, 4))))
    .filter(({ state, nodeId, dueOn }) => state !== 'done' && dueOn !== null && Math.abs(daysBetween(ctx.today, dueOn)) <= TASK_DAYS && !done.has(nodeId))
    .slice(0, MOST_TASKS)
  return [
    ...(own[0] ? [todo('draft', 'task', { count: own.length, title: own[0].title }, own.length === 1 ? `/hoat-dong/${own[0].id}` : '/hoat-dong')] : []),
    ...(lacking[0]
      ? [todo('evidence', 'task', { count: lacking.length, title: lacking[0].title, day: formatDay(lacking[0].onDay) }, lacking.length === 1 ? `/hoat-dong/${lacking[0].id}` : '/hoat-dong?thieu=evidence')]
      : []),
    ...tasks.map(({ id, planId, nodeId, text, dueOn }) => ({
      ...todo('task', 'opportunity', { title: text.slice(0, 120) }, `/hoat-dong/moi?viec=${id}&kehoach=${planId}&dong=${nodeId}&ten=${encodeURIComponent(text.slice(0, 200))}`),
      id: `activities.task:${id}`,
      dueOn,
    })),
  ]
}

function todo(name: 'draft' | 'evidence' | 'task', kind: Todo['kind'], params: Todo['params'], href: string): Todo {
  return {
    id: `activities.${name}`, kind, params, href, dueOn: null,
    titleKey: `activities.todo_${name}`, whyKey: `activities.todo_${name}_why`, actionKey: `activities.todo_${name}_action`,
  }
}
