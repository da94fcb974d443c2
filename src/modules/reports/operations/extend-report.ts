import { markChanged } from '#core/facts/store.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { extendReport } from '../round-contract.ts'
import { dueOnFor } from '../model/deadline.ts'
import { changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockAskedReport } from './load-report.ts'
import { tellUnit } from './tell-people.ts'

export default command(extendReport, async (ctx, { reportId, until, reason }) => {
  const { report, round } = await lockAskedReport(ctx, reportId)
  if (report.state === 'exempt' || report.state === 'accepted') throw new AppError('conflict', 'reports.nothing_due')
  if (until < ctx.today || until <= round.dueOn) throw new AppError('invalid', 'reports.extension_too_short', { due: formatDay(round.dueOn) })
  await changeReport(ctx.tx, reportId, { extendedUntil: until, extendedReason: reason, changedAt: ctx.now })
  await markChanged(ctx.tx, { unitId: report.unitId, provinceId: report.provinceId, days: [dueOnFor(round, report), until] })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'extend', note: `${formatDay(until)}: ${reason}`, personId: ctx.actor!.personId, at: ctx.now })
  await tellUnit(ctx, report, { key: 'reports.notice.extended', params: { unit: round.unitName, title: round.title, day: formatDay(until) }, once: `extended:${until}` })
  await ctx.audit({ unitId: report.unitId, action: extendReport.name, entity: reportId, before: { until: report.extendedUntil }, after: { until, reason } })
  return { reportId, dueOn: until }
})
