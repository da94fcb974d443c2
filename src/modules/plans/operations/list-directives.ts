import { listDirectives } from '../contract.ts'
import { directivesBy, directivesFor } from '../directive-store.ts'
import { query } from '../store.ts'

export default query(listDirectives, async (ctx, { unitId, issued = false }) => {
  await ctx.allow('plans.read', unitId)
  return issued ? directivesBy(ctx.tx, unitId, ctx.today) : directivesFor(ctx.tx, unitId, ctx.today)
})
