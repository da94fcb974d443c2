import { listMails } from '../contract.ts'
import { mailCounts, mailsOf } from '../mail-store.ts'
import { query } from '../store.ts'

export default query(listMails, async (ctx, { unitId, state, after, limit }) => {
  await ctx.allow('notifications.manageMails', unitId)
  const found = await mailsOf(ctx.tx, unitId, state, after, limit + 1)
  return { mails: found.slice(0, limit), hasMore: found.length > limit, counts: await mailCounts(ctx.tx, unitId) }
})
