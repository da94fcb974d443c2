import { AppError } from '#platform/errors.ts'
import { accountView, holdsRole, insertRole, lockAccountRow } from '../account-store.ts'
import { grantRole } from '../contract.ts'
import { requireGivable } from '../hand-out.ts'
import { command } from '../store.ts'

// Grants are read at every request, so that a new role holds at once in every open session of its holder.
export default command(grantRole, async (ctx, { accountId, unitId, role, line, from = ctx.today, until }) => {
  await ctx.allow('access.manageAccounts', unitId)
  await lockAccountRow(ctx.tx, accountId)
  if (accountId === ctx.actor!.accountId) throw new AppError('forbidden', 'access.own_account')
  await requireGivable(ctx, unitId, [role])
  if (until !== null && until < from) throw new AppError('invalid', 'access.role_ends_before_it_begins')
  if (await holdsRole(ctx.tx, { accountId, unitId, role, from, until })) throw new AppError('conflict', 'access.role_held')

  const id = ctx.newId()
  await insertRole(ctx.tx, { id, unitId, accountId, role, line, from, until })
  await ctx.audit({ unitId, action: grantRole.name, entity: accountId, after: { id, role, line, from, until } })
  return accountView(ctx.tx, accountId, ctx.today)
})
