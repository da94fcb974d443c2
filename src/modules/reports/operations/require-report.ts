import { markChanged } from '#core/facts/store.ts'
import { requireReport } from '../round-contract.ts'
import { dueOnFor } from '../model/deadline.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockAskedReport } from './load-report.ts'

export default command(requireReport, async (ctx, { reportId }) => {
  const { report, round } = await lockAskedReport(ctx, reportId)
  // One that was begun before goes on where it stood.
  const begun = reportLifecycle.next(report.state, 'require')
  const state = report.startedAt === null ? 'not_started' : begun
  await changeReport(ctx.tx, reportId, { state, exemptReason: null, changedAt: ctx.now })
  await markChanged(ctx.tx, { unitId: report.unitId, provinceId: report.provinceId, days: [dueOnFor(round, report)] })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'require', personId: ctx.actor!.personId, at: ctx.now })
  await ctx.audit({ unitId: report.unitId, action: requireReport.name, entity: reportId, before: { state: report.state }, after: { state } })
  return { reportId, state }
})
