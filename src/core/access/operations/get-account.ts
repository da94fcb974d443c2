import { accountView } from '../account-store.ts'
import { getAccount } from '../contract.ts'
import { mayManage, rolesToGive } from '../hand-out.ts'
import { query } from '../store.ts'

export default query(getAccount, async (ctx, { accountId }) => {
  const account = await accountView(ctx.tx, accountId, ctx.today)
  // A guest of another unit is read by the units in which the roles are.
  const places = [account.unitId, ...account.roles.map((role) => role.unitId)]
  let readable = account.unitId
  for (const place of places) if (await ctx.may('access.readAccounts', place)) readable = place
  await ctx.allow('access.readAccounts', readable)

  const mayHere = await ctx.may('access.manageAccounts', account.unitId)
  return {
    ...account,
    isManageable: mayHere && (await mayManage(ctx, accountId)),
    rolesToGive: accountId === ctx.actor?.accountId ? [] : await rolesToGive(ctx, account.unitId),
  }
})
