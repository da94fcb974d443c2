import { withdrawRound } from '../round-contract.ts'
import { roundLifecycle } from '../model/lifecycle.ts'
import { lockRound, moveRound } from '../round-store.ts'
import { command } from '../store.ts'

export default command(withdrawRound, async (ctx, { roundId }) => {
  const round = await lockRound(ctx.tx, roundId)
  await ctx.allow('reports.ask', round.unitId)
  const state = roundLifecycle.next(round.state, 'withdraw')
  await moveRound(ctx.tx, roundId, state)
  await ctx.audit({ unitId: round.unitId, action: withdrawRound.name, entity: roundId, before: { state: round.state }, after: { state } })
  return { roundId, state }
})
