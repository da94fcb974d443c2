import { AppError } from '#platform/errors.ts'
import { keepConsolidation } from '../consolidation-contract.ts'
import { consolidationById } from '../consolidation-store.ts'
import { settleBeneath } from '../correction-store.ts'
import { command } from '../store.ts'

/** A person decides that a consolidation stays as it is although something beneath it was corrected. */
export default command(keepConsolidation, async (ctx, { consolidationId, note }) => {
  const row = await consolidationById(ctx.tx, consolidationId, true)
  await ctx.allow('reports.ask', row.unitId)
  const settled = await settleBeneath(ctx.tx, { roundId: row.roundId, consolidationId }, { at: ctx.now, by: ctx.actor!.personId, note })
  if (settled === 0) throw new AppError('conflict', 'reports.nothing_corrected')
  await ctx.audit({ unitId: row.unitId, action: keepConsolidation.name, entity: consolidationId, after: { settled, note } })
  return { consolidationId, settled }
})
