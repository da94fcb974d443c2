import { markChanged } from '#core/facts/store.ts'
import { exemptReport } from '../round-contract.ts'
import { dueOnFor } from '../model/deadline.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockAskedReport } from './load-report.ts'
import { tellUnit } from './tell-people.ts'

export default command(exemptReport, async (ctx, { reportId, reason }) => {
  const { report, round } = await lockAskedReport(ctx, reportId)
  const state = reportLifecycle.next(report.state, 'exempt')
  await changeReport(ctx.tx, reportId, { state, exemptReason: reason, changedAt: ctx.now })
  await markChanged(ctx.tx, { unitId: report.unitId, provinceId: report.provinceId, days: [dueOnFor(round, report)] })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'exempt', note: reason, personId: ctx.actor!.personId, at: ctx.now })
  await tellUnit(ctx, report, { key: 'reports.notice.exempted', params: { unit: round.unitName, title: round.title, reason }, once: `exempted:${report.revision}` })
  await ctx.audit({ unitId: report.unitId, action: exemptReport.name, entity: reportId, before: { state: report.state }, after: { state, reason } })
  return { reportId, state }
})
