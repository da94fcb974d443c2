import { closeRound } from '../round-contract.ts'
import { roundLifecycle } from '../model/lifecycle.ts'
import { lockRound, moveRound } from '../round-store.ts'
import { command } from '../store.ts'

export default command(closeRound, async (ctx, { roundId }) => {
  const round = await lockRound(ctx.tx, roundId)
  await ctx.allow('reports.ask', round.unitId)
  const state = roundLifecycle.next(round.state, 'close')
  await moveRound(ctx.tx, roundId, state, { closedAt: ctx.now })
  await ctx.audit({ unitId: round.unitId, action: closeRound.name, entity: roundId, before: { state: round.state }, after: { state } })
  return { roundId, state }
})
