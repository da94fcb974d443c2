import { untyped } from '#platform/db/connect.ts'
import { listObservances } from '../contract.ts'
import { observancesOf } from '../model/observances.ts'
import { nationalObservances, query, wordsFor } from '../store.ts'

export default query(listObservances, async (ctx, { unitId, year }) => {
  await ctx.allow('calendar.read', unitId)
  const tx = untyped(ctx.tx)
  return observancesOf(year, await nationalObservances(tx, year), await wordsFor(tx, unitId, ctx.today))
})
