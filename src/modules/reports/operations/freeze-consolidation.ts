import { digestOf, freeze } from '#core/facts/freeze.ts'
import { freezeConsolidation } from '../consolidation-contract.ts'
import { settleBeneath } from '../correction-store.ts'
import { changeConsolidation } from '../consolidation-store.ts'
import { sourcesOf } from '../source-store.ts'
import { command } from '../store.ts'
import { lockConsolidation } from './load-consolidation.ts'
import { readConsolidation } from './read-consolidation.ts'

export default command(freezeConsolidation, async (ctx, { consolidationId }) => {
  const { row, round, state } = await lockConsolidation(ctx, consolidationId, 'freeze')
  const { unitId } = row
  const { included, missing, body } = await readConsolidation(ctx.tx, row, round)
  const digest = digestOf({ body, figures: row.figures, reports: included.map(({ reportId, number, digest: of }) => ({ reportId, number, digest: of })) })
  const own = (await sourcesOf(ctx.tx, unitId, round)).filter(({ sourceTable }) => sourceTable !== 'reports.report')
  const reports = included.map((report) => ({ sourceTable: 'reports.report', sourceId: report.reportId, digest: report.digest }))
  await freeze(ctx.tx, { holderTable: 'reports.consolidation', holderId: consolidationId, unitId, title: row.title, sources: [...own, ...reports], at: ctx.now })
  await changeConsolidation(ctx.tx, consolidationId, { state, body, missing, digest, frozenAt: ctx.now, changedAt: ctx.now })
  // Summed up anew, with the decision of whoever freezes it.
  await settleBeneath(ctx.tx, { roundId: row.roundId }, { at: ctx.now, by: ctx.actor!.personId, note: null })
  await ctx.audit({ unitId, action: freezeConsolidation.name, entity: consolidationId, before: { state: row.state }, after: { state, digest, included: included.length, missing: missing.length } })
  return { consolidationId, state, digest }
})
