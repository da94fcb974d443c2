import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import { dayOf } from '#platform/clock.ts'
import type { CaseHeadView } from './contract.ts'
import { headsOf } from './list-store.ts'
import { pairsOf } from './key-pair-store.ts'
import { asIntake, casesTables } from './store.ts'

const KEY_TODO: Todo = { id: 'cases.key', kind: 'task', titleKey: 'cases.todo_key', whyKey: 'cases.todo_key_why', actionKey: 'cases.todo_key_action', params: {}, dueOn: null, href: '/viec-rieng/khoa' }

/** That something waits, how much and until when; never what. */
export const caseTodos: TodoProvider = async (ctx, unitId) => {
  if (!(await ctx.may('cases.work', unitId))) return []
  const isHandler = ctx.actor!.grants.some((grant) => grant.unitId === unitId && grant.role === 'case_handler')
  const hasKey = (await asIntake(casesTables(ctx.tx), () => pairsOf(casesTables(ctx.tx), ctx.actor!.accountId))).length > 0
  const heads = await headsOf(casesTables(ctx.tx), ctx, unitId)
  const handled = heads.filter(({ seat, state }) => seat === 'handler' && state !== 'closed')
  return [
    ...(isHandler && !hasKey ? [KEY_TODO] : []),
    ...todoOf('unopened', handled.filter(({ state }) => state === 'received')),
    ...todoOf('pressing', handled.filter(({ state, next }) => state !== 'received' && (next?.state === 'soon' || next?.state === 'late'))),
    ...todoOf('closing', heads.filter(({ seat, state }) => seat === 'supervisor' && state === 'closing')),
  ]
}

function todoOf(name: 'unopened' | 'pressing' | 'closing', heads: readonly CaseHeadView[]): Todo[] {
  if (heads.length === 0) return []
  const days = heads.flatMap(({ next }) => (next ? [dayOf(next.dueAt)] : [])).sort()
  return [
    {
      id: `cases.${name}`,
      kind: name === 'closing' ? 'waiting' : 'task',
      titleKey: `cases.todo_${name}`,
      whyKey: 'cases.todo_why',
      actionKey: 'cases.todo_action',
      params: { n: heads.length },
      dueOn: days[0] ?? null,
      href: '/viec-rieng',
    },
  ]
}
