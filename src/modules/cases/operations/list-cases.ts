import { listCases } from '../contract.ts'
import { headsOf } from '../list-store.ts'
import { caseQuery } from '../store.ts'

export default caseQuery(listCases, async (ctx, { unitId }) => {
  await ctx.allow('cases.work', unitId)
  return { cases: await headsOf(ctx.tx, ctx, unitId) }
})
