import { acceptReport } from '../contract.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockAskedReport, refuseOtherVersion } from './load-report.ts'
import { tellUnit } from './tell-people.ts'

export default command(acceptReport, async (ctx, { reportId, number }) => {
  const { report, round } = await lockAskedReport(ctx, reportId)
  refuseOtherVersion(report, number)
  const state = reportLifecycle.next(report.state, 'accept')
  const personId = ctx.actor!.personId
  await changeReport(ctx.tx, reportId, { state, decidedBy: personId, decidedAt: ctx.now, changedAt: ctx.now })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'accept', personId, at: ctx.now })
  await ctx.publish('reports.accepted', { reportId, unitId: report.unitId, superiorId: report.superiorId, roundId: report.roundId, number })
  await tellUnit(ctx, report, { key: 'reports.notice.accepted', params: { unit: round.unitName, title: round.title }, once: `accepted:${number}` })
  await ctx.audit({ unitId: report.unitId, action: acceptReport.name, entity: reportId, before: { state: report.state }, after: { state, number } })
  return { reportId, state }
})
