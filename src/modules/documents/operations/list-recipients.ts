import { listRecipients } from '../contract.ts'
import { unitsBelow } from '../delivery-store.ts'
import { query } from '../store.ts'

export default query(listRecipients, async (ctx, { unitId, ...choice }) => {
  await ctx.allow('documents.readDrafts', unitId)
  return unitsBelow(ctx.tx, unitId, choice, ctx.today)
})
