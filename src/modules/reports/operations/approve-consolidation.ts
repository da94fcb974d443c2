import { AppError } from '#platform/errors.ts'
import { approveConsolidation } from '../consolidation-contract.ts'
import { changeConsolidation } from '../consolidation-store.ts'
import { command } from '../store.ts'
import { lockConsolidation } from './load-consolidation.ts'

export default command(approveConsolidation, async (ctx, { consolidationId, digest }) => {
  const { row, state } = await lockConsolidation(ctx, consolidationId, 'approve', 'reports.sign')
  if (row.digest !== digest) throw new AppError('conflict', 'reports.changed_meanwhile')
  await changeConsolidation(ctx.tx, consolidationId, { state, signedBy: ctx.actor!.personId, signedAt: ctx.now, changedAt: ctx.now })
  await ctx.audit({ unitId: row.unitId, action: approveConsolidation.name, entity: consolidationId, before: { state: row.state }, after: { state, digest } })
  return { consolidationId, state }
})
