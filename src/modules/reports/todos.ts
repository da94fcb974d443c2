import type { QueryContext } from '#core/access/request.ts'
import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import { boardTodos } from './operations/board-todos.ts'
import { openCorrections } from './correction-store.ts'
import { documentsOf } from './document-store.ts'
import { dueOnFor } from './model/deadline.ts'
import type { ReportAction } from './model/lifecycle.ts'
import { actionsFor } from './operations/view-report.ts'
import { reportsOfUnit, type ReportRow } from './report-store.ts'
import type { RoundRow } from './round-store.ts'
import { reportTables } from './store.ts'

/** What of reports a person has to do in a unit: its own, and those that it waits for. */
export const reportTodos: TodoProvider = async (ctx, unitId) => [...(await ownTodos(ctx, unitId)), ...(await boardTodos(ctx, unitId))]

/** Reports to begin, to go on with, to mend, to sign, to submit, and those that no longer agree with the records. */
const ownTodos: TodoProvider = async (ctx, unitId) => {
  if (!(await ctx.may('reports.edit', unitId)) && !(await ctx.may('reports.submit', unitId))) return []
  const todos: Todo[] = []
  const reports = await reportsOfUnit(reportTables(ctx.tx), unitId)
  const issues = await ctx.may('reports.issue', unitId)
  const issued = new Set((await documentsOf(reportTables(ctx.tx), reports.map(({ report }) => report.id))).map(({ reportId, number }) => `${reportId}:${number}`))
  for (const { report, round } of reports) {
    const actions = await actionsFor(report, round, ctx.today, (permission, unit) => ctx.may(permission, unit))
    const todo = (await correctionOf(ctx, report, round, actions)) ?? stepOf(report, round, actions) ?? (issues && waitsForNumber(report, round) && !issued.has(`${report.id}:${report.version}`) ? todoOf('issue', 'waiting', report, round) : null)
    if (todo) todos.push(todo)
  }
  return todos
}

/** Given within a round that still runs: old ones are nobody's work any more. */
const waitsForNumber = ({ state }: ReportRow, round: RoundRow) => round.state === 'open' && (state === 'submitted' || state === 'accepted')

type Step = 'issue' | 'start' | 'write' | 'returned' | 'sign' | 'submit' | 'correct'

function stepOf(report: ReportRow, round: RoundRow, actions: readonly ReportAction[]): Todo | null {
  if (report.state === 'not_started' && actions.includes('start')) return todoOf('start', 'task', report, round)
  if (report.state === 'returned' && actions.includes('edit')) return todoOf('returned', 'returned', report, round)
  if (report.state === 'draft' && actions.includes('edit')) return todoOf('write', 'task', report, round)
  if (actions.includes('sign')) return todoOf('sign', 'waiting', report, round)
  if (actions.includes('submit')) return todoOf('submit', 'waiting', report, round)
  return null
}

async function correctionOf(ctx: QueryContext<unknown>, report: ReportRow, round: RoundRow, actions: readonly ReportAction[]): Promise<Todo | null> {
  if (!actions.includes('correct')) return null
  const newest = (await openCorrections(reportTables(ctx.tx), report.id))[0]
  return newest ? todoOf('correct', 'task', report, round, newest.reason) : null
}

function todoOf(step: Step, kind: Todo['kind'], report: ReportRow, round: RoundRow, reason = report.returnReason ?? ''): Todo {
  return {
    id: `reports.${step}:${report.id}`,
    kind,
    titleKey: `reports.todo.${step}`,
    whyKey: `reports.todo.${step}_why`,
    actionKey: `reports.todo.${step}_action`,
    params: { title: round.title, unit: round.unitName, filled: report.filled ?? 0, all: report.toFill ?? 0, reason },
    dueOn: step === 'correct' || step === 'issue' ? null : (report.answerBy ?? dueOnFor(round, report)),
    href: step === 'sign' || step === 'submit' ? `/bao-cao/${report.id}/ky` : `/bao-cao/${report.id}`,
  }
}
