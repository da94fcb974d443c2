import { listConsolidations } from '../consolidation-contract.ts'
import { consolidationsOf } from '../consolidation-store.ts'
import { roundById } from '../round-store.ts'
import { query } from '../store.ts'
import { summaryOfConsolidation } from './view-consolidation.ts'

export default query(listConsolidations, async (ctx, { roundId }) => {
  const round = await roundById(ctx.tx, roundId)
  await ctx.allow('reports.consolidation', round.unitId)
  return (await consolidationsOf(ctx.tx, roundId)).map((row) => summaryOfConsolidation(row, row))
})
