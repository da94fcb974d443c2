import { discardConsolidation } from '../consolidation-contract.ts'
import { changeConsolidation } from '../consolidation-store.ts'
import { command } from '../store.ts'
import { lockConsolidation } from './load-consolidation.ts'

export default command(discardConsolidation, async (ctx, { consolidationId }) => {
  const { row, state } = await lockConsolidation(ctx, consolidationId, 'discard')
  await changeConsolidation(ctx.tx, consolidationId, { state, changedAt: ctx.now })
  await ctx.audit({ unitId: row.unitId, action: discardConsolidation.name, entity: consolidationId, before: { state: row.state }, after: { state } })
  return { consolidationId, state }
})
