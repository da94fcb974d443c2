import { release } from '#core/facts/freeze.ts'
import { AppError } from '#platform/errors.ts'
import { reopenConsolidation } from '../consolidation-contract.ts'
import { changeConsolidation, reportsToFill } from '../consolidation-store.ts'
import { command } from '../store.ts'
import { lockConsolidation } from './load-consolidation.ts'

export default command(reopenConsolidation, async (ctx, { consolidationId }) => {
  const { row, round, state } = await lockConsolidation(ctx, consolidationId, 'reopen')
  const filled = (await reportsToFill(ctx.tx, row.unitId, round)).find((report) => report.consolidationId === consolidationId && (report.state === 'submitted' || report.state === 'accepted'))
  if (filled) throw new AppError('conflict', 'reports.consolidation_given', { title: filled.title })
  await release(ctx.tx, 'reports.consolidation', consolidationId)
  await changeConsolidation(ctx.tx, consolidationId, { state, body: null, missing: null, digest: null, frozenAt: null, signedBy: null, signedAt: null, changedAt: ctx.now })
  await ctx.audit({ unitId: row.unitId, action: reopenConsolidation.name, entity: consolidationId, before: { state: row.state, digest: row.digest }, after: { state } })
  return { consolidationId, state }
})
