import { getRound } from '../round-contract.ts'
import type { Audience } from '../model/audience.ts'
import { countsOf, roundById } from '../round-store.ts'
import { query } from '../store.ts'
import { everyCount, roundActions, summaryOfRound } from './view-round.ts'

export default query(getRound, async (ctx, { roundId }) => {
  const round = await roundById(ctx.tx, roundId)
  await ctx.allow('reports.read', round.unitId)
  const counts = await countsOf(ctx.tx, [roundId])
  const { form, instructions, treeOn, openedAt, closedAt } = round
  return {
    ...summaryOfRound(round),
    form,
    instructions,
    treeOn,
    openedAt,
    closedAt,
    audience: round.audience.by === 'list' ? { by: 'list' as const, unitIds: [...round.audience.unitIds] } : audienceView(round.audience),
    remindDays: [...round.remindDays],
    counts: everyCount(counts.get(roundId)),
    actions: await roundActions(round, (permission, unitId) => ctx.may(permission, unitId)),
  }
})

function audienceView(audience: Extract<Audience, { by: 'kind' }>) {
  const { by, levels, schoolLevels = [], forms = [], ownership = [] } = audience
  return { by, levels: [...levels], schoolLevels: [...schoolLevels], forms: [...forms], ownership: [...ownership] }
}
