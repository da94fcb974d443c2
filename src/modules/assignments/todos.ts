import { addDays } from '#platform/clock.ts'
import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import { openAssignmentsOf, assignmentTables, type AssignmentRow } from './store.ts'
import { viewsOf } from './view-store.ts'

/** Days before the due day from which work stands in the list of what is to do. */
const SOON = 14
/** More pieces than this that wait to be accepted are one entry. */
const FEW = 3

/** My work that is new, near or late; for who gives work, what nobody has. */
export const assignmentTodos: TodoProvider = async (ctx, unitId) => {
  if (!(await ctx.may('assignments.read', unitId))) return []
  // What was late already when the plan was issued stands in the list of work, not in what presses.
  const rows = (await openAssignmentsOf(assignmentTables(ctx.tx), unitId)).filter(({ lateAfter, givenOn }) => lateAfter === null || lateAfter >= givenOn)
  const views = await viewsOf(assignmentTables(ctx.tx), rows, ctx.actor!.accountId, ctx.today)
  const mine = rows.filter((row) => views.some(({ id, isMine, needsPerson }) => id === row.id && isMine && !needsPerson))
  const soon = addDays(ctx.today, SOON)
  const due = mine.filter((row) => row.dueOn !== null && row.dueOn <= soon)
  const given = mine.filter((row) => row.state === 'given' && !due.includes(row))
  const withoutPerson = (await ctx.may('assignments.manage', unitId)) ? rows.filter((row) => views.some(({ id, needsPerson }) => id === row.id && needsPerson)) : []
  return [
    ...due.map((row) => todoOf('due', row)),
    ...(given.length > FEW ? manyOf('given_many', given, '/phan-cong?state=given') : given.map((row) => todoOf('given', row))),
    ...manyOf('without_person', withoutPerson, '/phan-cong?who=all&person=none'),
  ]
}

function todoOf(name: 'due' | 'given', row: AssignmentRow): Todo {
  return {
    id: `assignments.${name}:${row.id}`,
    kind: 'task',
    titleKey: `assignments.todo_${name}`,
    whyKey: 'assignments.todo_why',
    actionKey: `assignments.todo_${name}_action`,
    params: { text: row.text, plan: row.planTitle },
    dueOn: row.dueOn,
    href: `/phan-cong/${row.id}`,
  }
}

/** One entry for each year of plans: the list of work shows one year. */
function manyOf(name: 'given_many' | 'without_person', rows: readonly AssignmentRow[], href: string): Todo[] {
  const years = [...new Set(rows.map(({ planYear }) => planYear))].sort((a, b) => a - b)
  return years.map((year) => ({
    id: `assignments.${name}:${year}`,
    kind: 'task',
    titleKey: `assignments.todo_${name}`,
    whyKey: `assignments.todo_${name}_why`,
    actionKey: `assignments.todo_${name}_action`,
    params: { n: rows.filter(({ planYear }) => planYear === year).length },
    dueOn: null,
    href: `${href}&year=${year}`,
  }))
}
