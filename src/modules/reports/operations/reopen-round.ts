import { reopenRound } from '../round-contract.ts'
import { roundLifecycle } from '../model/lifecycle.ts'
import { lockRound, moveRound } from '../round-store.ts'
import { command } from '../store.ts'

export default command(reopenRound, async (ctx, { roundId, reason }) => {
  const round = await lockRound(ctx.tx, roundId)
  await ctx.allow('reports.ask', round.unitId)
  const state = roundLifecycle.next(round.state, 'reopen')
  await moveRound(ctx.tx, roundId, state, { closedAt: null })
  await ctx.audit({ unitId: round.unitId, action: reopenRound.name, entity: roundId, before: { state: round.state }, after: { state, reason } })
  return { roundId, state }
})
