import type { Permissions } from '#core/access/model/policy.ts'
import { ROLES } from '#core/access/model/roles.ts'
import { queryFor } from '#core/access/operation.ts'
import type { QueryContext } from '#core/access/request.ts'
import { listTodos, type Todo } from './contract.ts'
import { byUrgency } from './model/order.ts'

/** What a module has for the person of the context to do in a unit. Asks `ctx.may` before it shows a thing. */
export type TodoProvider = (ctx: QueryContext<unknown>, unitId: string) => Promise<readonly Todo[]>

export const todoTitle = 'Việc cần làm'

export const todoPermissions: Permissions = { 'todos.list': { own: ROLES } }

/** The list over all modules that provide something. */
export function listTodosOf(providers: readonly TodoProvider[]) {
  return queryFor<unknown>()(listTodos, async (ctx, { unitId }) => {
    await ctx.allow('todos.list', unitId)
    const found: Todo[] = []
    for (const provider of providers) found.push(...(await provider(ctx, unitId)))
    return found.sort(byUrgency(ctx.today))
  })
}
