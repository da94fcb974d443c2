import { AppError } from '#platform/errors.ts'
import { presentReport } from '../contract.ts'
import { blockersOf, checkReport } from '../model/checks.ts'
import { progressOf } from '../model/part-state.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { composeReport } from './compose-report.ts'
import { gatherComparisons } from './gather-comparisons.ts'
import { lockOwnReport } from './load-report.ts'
import { tellUnit } from './tell-people.ts'

export default command(presentReport, async (ctx, { reportId }) => {
  const { report, round } = await lockOwnReport(ctx, reportId, 'reports.edit')
  const state = reportLifecycle.next(report.state, 'present')
  const body = await composeReport(ctx.tx, report, round)
  const blockers = blockersOf(checkReport(round.form, body, report.entries.notes, await gatherComparisons(ctx.tx, report, round, ctx.today)))
  if (blockers.length > 0) throw new AppError('invalid', 'reports.not_ready', { count: blockers.length, field: blockers[0]!.field ?? '' })

  const personId = ctx.actor!.personId
  await changeReport(ctx.tx, reportId, { state, changedAt: ctx.now, ...progressOf(round.form, body) })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'present', personId, at: ctx.now })
  await tellUnit(ctx, report, { key: 'reports.notice.presented', params: { title: round.title }, once: `presented:${report.revision}`, href: `/bao-cao/${reportId}/ky`, roles: ['principal'] })
  await ctx.audit({ unitId: report.unitId, action: presentReport.name, entity: reportId, before: { state: report.state }, after: { state } })
  return { reportId, state }
})
