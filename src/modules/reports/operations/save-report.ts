import { AppError } from '#platform/errors.ts'
import { saveReport } from '../contract.ts'
import { progressOf } from '../model/part-state.ts'
import { applyChanges, outsideOf } from '../model/entries.ts'
import { refuseStrange } from '../model/refuse-strange.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, lockWriting, saveEntries } from '../report-store.ts'
import { command } from '../store.ts'
import { composeReport } from './compose-report.ts'
import { keepInStep } from './keep-in-step.ts'
import { lockOwnReport } from './load-report.ts'
import { entriesView } from './view-report.ts'

export default command(saveReport, async (ctx, { reportId, changes }) => {
  await lockWriting(ctx.tx, reportId)
  const { report, round } = await lockOwnReport(ctx, reportId, 'reports.edit')
  reportLifecycle.next(report.state, 'edit')
  refuseStrange(round.form, changes)
  const closed = outsideOf(report.openFields, changes)
  if (closed.length > 0) throw new AppError('conflict', 'reports.field_closed', { count: closed.length })

  const { entries, conflicts } = applyChanges(report.entries, changes)
  const revision = await saveEntries(ctx.tx, reportId, entries, ctx.now)
  await changeReport(ctx.tx, reportId, progressOf(round.form, await composeReport(ctx.tx, { ...report, entries }, round)))
  await ctx.audit({ unitId: report.unitId, action: saveReport.name, entity: reportId, after: { revision, fields: changes.map(({ kind, key }) => `${kind}:${key}`) } })
  const lost = new Set(conflicts.map(({ kind, key }) => `${kind}:${key}`))
  await keepInStep(ctx, report, round, changes.filter(({ kind, key }) => !lost.has(`${kind}:${key}`)))
  return { revision, entries: entriesView(entries), conflicts }
})
