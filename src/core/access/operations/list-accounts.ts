import { accountsOfPage } from '../account-store.ts'
import { listAccounts } from '../contract.ts'
import { query } from '../store.ts'

export default query(listAccounts, async (ctx, { limit, below, unitId, search, after }) => {
  await ctx.allow('access.readAccounts', unitId)
  const isDeep = below && (await ctx.mayBelow('access.readAccounts', unitId))
  const accounts = await accountsOfPage(ctx.tx, { unitId, search, after, below: isDeep, today: ctx.today, limit: limit + 1 })
  return { accounts: accounts.slice(0, limit), hasMore: accounts.length > limit }
})
