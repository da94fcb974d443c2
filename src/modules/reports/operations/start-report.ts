import { startReport } from '../contract.ts'
import { progressOf } from '../model/part-state.ts'
import { takeOver } from '../model/take-over.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, noteStep, reportsOfUnit, saveEntries } from '../report-store.ts'
import { command } from '../store.ts'
import { composeReport } from './compose-report.ts'
import { lockOwnReport } from './load-report.ts'

export default command(startReport, async (ctx, { reportId }) => {
  const { report, round } = await lockOwnReport(ctx, reportId, 'reports.edit')
  const state = reportLifecycle.next(report.state, 'start')
  const personId = ctx.actor!.personId
  const others = (await reportsOfUnit(ctx.tx, report.unitId)).filter(({ report: other }) => other.id !== reportId)
  const { entries, taken } = takeOver(round, report.entries, others)
  const revision = await saveEntries(ctx.tx, reportId, entries, ctx.now)
  const progress = progressOf(round.form, await composeReport(ctx.tx, { ...report, entries }, round))
  await changeReport(ctx.tx, reportId, { state, startedBy: personId, startedAt: ctx.now, ...progress })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'start', personId, at: ctx.now })
  await ctx.audit({ unitId: report.unitId, action: startReport.name, entity: reportId, before: { state: report.state }, after: { state, taken } })
  return { reportId, state, revision, taken }
})
