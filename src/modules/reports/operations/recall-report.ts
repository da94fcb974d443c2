import { release } from '#core/facts/freeze.ts'
import { recallReport } from '../contract.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { UNSIGNED, changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockOwnReport } from './load-report.ts'

export default command(recallReport, async (ctx, { reportId }) => {
  const { report } = await lockOwnReport(ctx, reportId, 'reports.edit')
  const isGiven = report.state === 'submitted'
  const state = reportLifecycle.next(report.state, isGiven ? 'takeBack' : 'recall')
  // What was given and taken back is nobody's figure until it is given again.
  if (isGiven) await release(ctx.tx, 'reports.report', reportId)
  await changeReport(ctx.tx, reportId, { state, ...UNSIGNED, changedAt: ctx.now })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: isGiven ? 'takeBack' : 'recall', personId: ctx.actor!.personId, at: ctx.now })
  await ctx.audit({ unitId: report.unitId, action: recallReport.name, entity: reportId, before: { state: report.state }, after: { state } })
  return { reportId, state }
})
