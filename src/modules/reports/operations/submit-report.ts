import { freeze } from '#core/facts/freeze.ts'
import { markChanged } from '#core/facts/store.ts'
import type { CommandContext } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { submitReport } from '../contract.ts'
import { insertFigures } from '../figure-store.ts'
import { cellsOf } from '../model/body.ts'
import { dueOf, dueOnFor } from '../model/deadline.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, noteStep, type ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import { settleCorrections } from '../correction-store.ts'
import { sourcesOf } from '../source-store.ts'
import { command, nameOfUnit } from '../store.ts'
import type { ReportsDb } from '../tables.ts'
import { insertVersion, versionOf } from '../version-store.ts'
import { composeReport, digestOf } from './compose-report.ts'
import { dueDayOf } from './due-day.ts'
import { lockOwnReport } from './load-report.ts'
import { tellSuperior } from './tell-people.ts'

export default command(submitReport, async (ctx, { reportId }) => {
  const { report, round } = await lockOwnReport(ctx, reportId, 'reports.submit')
  const { provinceId, unitId, superiorId, roundId } = report
  if (report.state === 'submitted') return repeated(ctx, report)
  const state = reportLifecycle.next(report.state, 'submit')
  const { signed, signedBy, signedAt } = report
  if (!signed || !signedBy || !signedAt) throw new AppError('conflict', 'reports.not_signed')
  const digest = digestOf(signed)
  if (digestOf(await composeReport(ctx.tx, report, round)) !== digest) throw new AppError('conflict', 'reports.changed_since_signing')

  const { dueOn, isLate } = await lateness(ctx, report, round)
  const number = report.version + 1
  const personId = ctx.actor!.personId
  const version = { provinceId, reportId, number, unitId, superiorId, roundId }
  await insertVersion(ctx.tx, { ...version, body: signed, digest, reason: report.reason ?? report.returnReason, dueOn, isLate, signedBy, signedAt, submittedBy: personId, submittedAt: ctx.now })
  await insertFigures(ctx.tx, version, cellsOf(signed))
  await freeze(ctx.tx, { holderTable: 'reports.report', holderId: reportId, unitId, title: round.title, sources: await sourcesOf(ctx.tx, unitId, round, reportId), at: ctx.now })
  await settleCorrections(ctx.tx, reportId, number)
  await changeReport(ctx.tx, reportId, {
    state,
    version: number,
    submittedBy: personId,
    submittedAt: ctx.now,
    isLate,
    firstLate: report.firstLate ?? isLate,
    openFields: null,
    reason: null,
    returnReason: null,
    answerBy: null,
    changedAt: ctx.now,
  })
  await markChanged(ctx.tx, { unitId, provinceId, days: [dueOn] })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'submit', note: report.reason, personId, at: ctx.now })
  await tellSuperior(ctx, report, { key: 'reports.notice.submitted', params: { unit: await nameOfUnit(ctx.tx, unitId), title: round.title, number }, once: `submitted:${number}`, href: `/dot-bao-cao/${roundId}/xem/${reportId}` })
  await ctx.publish('reports.submitted', { reportId, unitId, superiorId, roundId, number })
  await ctx.audit({ unitId, action: submitReport.name, entity: reportId, before: { state: report.state, version: report.version }, after: { state, version: number, digest, isLate } })
  return { reportId, state, number, digest, submittedAt: ctx.now, isLate }
})

/** The button was pressed twice: the receipt of the first time. */
async function repeated(ctx: CommandContext<ReportsDb>, report: ReportRow) {
  const { number, digest, submittedAt, isLate } = await versionOf(ctx.tx, report.id, report.version)
  await ctx.audit({ unitId: report.unitId, action: submitReport.name, entity: report.id, after: { repeated: number } })
  return { reportId: report.id, state: report.state, number, digest, submittedAt, isLate }
}

/**
 * Whether a version comes late. A first one is held against the due day of the unit, the answer to a return against the
 * day that was asked for; other new versions leave it as it is.
 * @throws AppError `conflict` when the round takes no late reports any more
 */
async function lateness(ctx: CommandContext<ReportsDb>, report: ReportRow, round: RoundRow): Promise<{ dueOn: string; isLate: boolean }> {
  const dueOn = dueOnFor(round, report)
  const { inTimeUntil } = await dueDayOf(ctx.tx, report.superiorId, dueOn)
  if (report.version > 0) return { dueOn, isLate: report.answerBy === null ? report.isLate : ctx.today > report.answerBy }
  const due = dueOf(inTimeUntil, round.acceptLateUntil, ctx.today)
  if (due.isShut) throw new AppError('conflict', 'reports.too_late', { due: formatDay(dueOn), until: formatDay(round.acceptLateUntil) })
  return { dueOn, isLate: due.isLate }
}
