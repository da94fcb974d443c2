import { accountView, lockAccountRow, setAccountState } from '../account-store.ts'
import { lockAccount } from '../contract.ts'
import { requireManageable } from '../hand-out.ts'
import { beyondReach } from '../operation.ts'
import { command, deleteSessionsOf, spendPasswordLinks } from '../store.ts'

export default command(lockAccount, async (ctx, { accountId }) => {
  const { unitId, state } = await accountView(ctx.tx, accountId, ctx.today)
  await ctx.allow('access.manageAccounts', unitId)
  await lockAccountRow(ctx.tx, accountId)
  await requireManageable(ctx, accountId)

  await setAccountState(ctx.tx, accountId, 'locked')
  await beyondReach(ctx.tx, async () => {
    await deleteSessionsOf(ctx.tx, accountId)
    await spendPasswordLinks(ctx.tx, accountId, ctx.now)
  })
  await ctx.audit({ unitId, action: lockAccount.name, entity: accountId, before: { state }, after: { state: 'locked' } })
  return accountView(ctx.tx, accountId, ctx.today)
})
