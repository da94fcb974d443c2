import { AppError } from '#platform/errors.ts'
import { recomputeConsolidation } from '../consolidation-contract.ts'
import { changeConsolidation, replaceIncluded } from '../consolidation-store.ts'
import { command } from '../store.ts'
import { sumUp } from './choose-consolidated.ts'
import { lockConsolidation } from './load-consolidation.ts'

export default command(recomputeConsolidation, async (ctx, { consolidationId, cutOff, withSubmitted, reportIds = null }) => {
  const { row, round } = await lockConsolidation(ctx, consolidationId, 'edit')
  const { included, figures, said } = await sumUp(ctx.tx, round, { cutOff, withSubmitted, reportIds })
  if (included.length === 0) throw new AppError('invalid', 'reports.nothing_to_consolidate')
  await replaceIncluded(ctx.tx, row, included)
  await changeConsolidation(ctx.tx, consolidationId, { cutOff, withSubmitted, reportIds, figures, said, changedAt: ctx.now })
  await ctx.audit({ unitId: row.unitId, action: recomputeConsolidation.name, entity: consolidationId, before: { cutOff: row.cutOff }, after: { cutOff, withSubmitted, included: included.length } })
  return { consolidationId }
})
