import { AppError } from '#platform/errors.ts'
import { endRole, lockRole } from '../account-store.ts'
import { revokeRole } from '../contract.ts'
import { requireGivable } from '../hand-out.ts'
import { command } from '../store.ts'

export default command(revokeRole, async (ctx, { roleId }) => {
  const held = await lockRole(ctx.tx, roleId)
  await ctx.allow('access.manageAccounts', held.unitId)
  if (held.accountId === ctx.actor!.accountId) throw new AppError('forbidden', 'access.own_account')
  await requireGivable(ctx, held.unitId, [held.role])
  if (held.until !== null && held.until < ctx.today) throw new AppError('conflict', 'access.role_over')

  await endRole(ctx.tx, held, ctx.today)
  const { role, from, until } = held
  await ctx.audit({ unitId: held.unitId, action: revokeRole.name, entity: held.accountId, before: { id: roleId, role, from, until } })
  return null
})
