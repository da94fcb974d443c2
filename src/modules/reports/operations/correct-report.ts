import { correctReport } from '../contract.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { UNSIGNED, changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockOwnReport } from './load-report.ts'

export default command(correctReport, async (ctx, { reportId, reason }) => {
  const { report } = await lockOwnReport(ctx, reportId, 'reports.edit', 'always')
  const state = reportLifecycle.next(report.state, 'correct')
  await changeReport(ctx.tx, reportId, { state, reason, openFields: null, ...UNSIGNED, changedAt: ctx.now })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'correct', note: reason, personId: ctx.actor!.personId, at: ctx.now })
  await ctx.audit({ unitId: report.unitId, action: correctReport.name, entity: reportId, before: { state: report.state }, after: { state, reason } })
  return { reportId, state }
})
