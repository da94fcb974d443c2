import { sendBackReport } from '../contract.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { UNSIGNED, changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockOwnReport } from './load-report.ts'

export default command(sendBackReport, async (ctx, { reportId, reason }) => {
  const { report } = await lockOwnReport(ctx, reportId, 'reports.sign')
  const state = reportLifecycle.next(report.state, 'sendBack')
  await changeReport(ctx.tx, reportId, { state, ...UNSIGNED, changedAt: ctx.now })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'sendBack', note: reason, personId: ctx.actor!.personId, at: ctx.now })
  await ctx.audit({ unitId: report.unitId, action: sendBackReport.name, entity: reportId, before: { state: report.state }, after: { state, reason } })
  return { reportId, state }
})
