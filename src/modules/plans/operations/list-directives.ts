import { listDirectives } from '../contract.ts'
import { directivesFor } from '../directive-store.ts'
import { query } from '../store.ts'

export default query(listDirectives, async (ctx, { unitId }) => {
  await ctx.allow('plans.read', unitId)
  return directivesFor(ctx.tx, unitId, ctx.today)
})
