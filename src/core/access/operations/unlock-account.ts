import { AppError } from '#platform/errors.ts'
import { accountView, hasPassword, lockAccountRow, setAccountState, type AccountState } from '../account-store.ts'
import { unlockAccount } from '../contract.ts'
import { requireManageable } from '../hand-out.ts'
import { command } from '../store.ts'

export default command(unlockAccount, async (ctx, { accountId }) => {
  const { unitId } = await accountView(ctx.tx, accountId, ctx.today)
  await ctx.allow('access.manageAccounts', unitId)
  await lockAccountRow(ctx.tx, accountId)
  await requireManageable(ctx, accountId)
  const before = await accountView(ctx.tx, accountId, ctx.today)
  if (before.state !== 'locked') throw new AppError('conflict', 'access.not_locked')

  const state: AccountState = (await hasPassword(ctx.tx, accountId)) ? 'active' : 'invited'
  await setAccountState(ctx.tx, accountId, state)
  await ctx.audit({ unitId, action: unlockAccount.name, entity: accountId, before: { state: before.state }, after: { state } })
  return { ...before, state }
})
