import { listRounds } from '../round-contract.ts'
import { countsOf, roundsOfUnit } from '../round-store.ts'
import { query } from '../store.ts'
import { everyCount, summaryOfRound } from './view-round.ts'

export default query(listRounds, async (ctx, { unitId }) => {
  await ctx.allow('reports.read', unitId)
  const asked = await roundsOfUnit(ctx.tx, unitId)
  const counts = await countsOf(ctx.tx, asked.map(({ id }) => id))
  return asked.map((round) => ({ ...summaryOfRound(round), counts: everyCount(counts.get(round.id)) }))
})
