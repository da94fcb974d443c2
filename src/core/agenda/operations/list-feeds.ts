import { listFeeds } from '../contract.ts'
import { feedsOf, query } from '../store.ts'

export default query(listFeeds, async (ctx, { unitId }) => {
  await ctx.allow('agenda.list', unitId)
  return feedsOf(ctx.tx, ctx.actor!.accountId, unitId)
})
