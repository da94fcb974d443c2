import { listObservances } from '../contract.ts'
import { observancesOf } from '../model/observances.ts'
import { nationalObservances } from '../reference/observances.ts'
import { query, wordsFor } from '../store.ts'

export default query(listObservances, async (ctx, { unitId, year }) => {
  await ctx.allow('calendar.read', unitId)
  return observancesOf(year, nationalObservances(year), await wordsFor(ctx.tx, unitId, ctx.today))
})
