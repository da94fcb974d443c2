import { AppError } from '#platform/errors.ts'
import { revokeFeed } from '../contract.ts'
import { command, endFeed } from '../store.ts'

export default command(revokeFeed, async (ctx, { unitId, feedId }) => {
  await ctx.allow('agenda.list', unitId)
  if (!(await endFeed(ctx.tx, ctx.actor!.accountId, feedId, ctx.now))) throw new AppError('not_found', 'agenda.no_feed')
  await ctx.audit({ unitId, action: revokeFeed.name, entity: feedId })
  return {}
})
