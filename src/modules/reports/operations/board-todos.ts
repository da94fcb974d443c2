import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import { addDays, daysBetween } from '#platform/clock.ts'
import { waitingByRound } from '../board-store.ts'
import { correctionsBeneath } from '../correction-store.ts'
import { consolidationsToSign } from '../consolidation-store.ts'
import { reportTables } from '../store.ts'

/** A round that ends within so many days is told of, while units still owe their report. */
const CLOSING_DAYS = 7
/** Reports are looked at within so many days after they came. */
const REVIEW_DAYS = 7

/** Reports that wait for the officer, rounds that end soon, consolidations to sign and to issue. */
export const boardTodos: TodoProvider = async (ctx, unitId) => {
  const tx = reportTables(ctx.tx)
  const todos: Todo[] = []
  const asks = await ctx.may('reports.ask', unitId)
  if (asks) {
    for (const round of await waitingByRound(tx, unitId)) {
      const params = { title: round.title, waiting: round.waiting, owed: round.owed, returned: round.returned, days: daysBetween(ctx.today, round.dueOn) }
      const href = `/dot-bao-cao/${round.roundId}`
      if (round.waiting > 0) todos.push(todo('review', round.roundId, 'waiting', params, addDays(round.oldest!.toISOString().slice(0, 10), REVIEW_DAYS), `${href}?loc=mine`))
      if (round.owed > 0 && params.days <= CLOSING_DAYS) todos.push(todo(params.days < 0 ? 'overdue' : 'closing', round.roundId, 'task', { ...params, days: Math.abs(params.days) }, round.dueOn, `${href}?loc=risk`))
    }
  }
  const beneath = asks ? await correctionsBeneath(tx, { unitId }) : []
  for (const { consolidationId, roundId, title, sourceUnitName } of newestOfEach(beneath)) {
    const n = beneath.filter((one) => one.consolidationId === consolidationId).length
    todos.push(todo('corrected_consolidation', consolidationId, 'task', { title, n, unit: sourceUnitName }, null, `/dot-bao-cao/${roundId}/tong-hop/${consolidationId}`))
  }
  const [signs, issues] = [await ctx.may('reports.sign', unitId), await ctx.may('reports.issue', unitId)]
  if (!signs && !issues) return todos
  for (const { id, roundId, title, state } of await consolidationsToSign(tx, unitId)) {
    if (state === 'frozen' ? !signs : !issues) continue
    todos.push(todo(state === 'frozen' ? 'sign_consolidation' : 'issue_consolidation', id, 'waiting', { title }, null, `/dot-bao-cao/${roundId}/tong-hop/${id}`))
  }
  return todos
}

/** Of the corrections beneath each consolidation the first, which is the newest. */
function newestOfEach<C extends { readonly consolidationId: string }>(corrections: readonly C[]): C[] {
  return corrections.filter(({ consolidationId }, at) => corrections.findIndex((one) => one.consolidationId === consolidationId) === at)
}

function todo(step: string, id: string, kind: Todo['kind'], params: Todo['params'], dueOn: string | null, href: string): Todo {
  return { id: `reports.${step}:${id}`, kind, titleKey: `reports.todo.${step}`, whyKey: `reports.todo.${step}_why`, actionKey: `reports.todo.${step}_action`, params, dueOn, href }
}
