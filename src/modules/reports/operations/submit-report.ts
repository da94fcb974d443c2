import { beyondReach } from '#core/access/operation.ts'
import { freeze } from '#core/facts/freeze.ts'
import { markChanged } from '#core/facts/store.ts'
import type { CommandContext } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { submitReport } from '../contract.ts'
import { settleCorrections } from '../correction-store.ts'
import { dueOf, dueOnFor } from '../model/deadline.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { reportById } from '../report-store.ts'
import { sourcesOf } from '../source-store.ts'
import { command } from '../store.ts'
import { keepSubmission, lockToSubmit, type ReportToSubmit } from '../submission-store.ts'
import type { ReportsDb } from '../tables.ts'
import { versionOf } from '../version-store.ts'
import { digestOf } from './compose-report.ts'
import { dueDayOf } from './due-day.ts'
import { allowOwnReport, refuseUntaken } from './load-report.ts'

// What the head signed is what goes out: it was composed and checked when it was signed, and the database lets nobody change
// it under its digest. Here it is kept as a version and held down. Telling people and comparing with the records follow after
// the commit (`follow-submission.ts`).

export default command(submitReport, async (ctx, { reportId }) => {
  await allowOwnReport(ctx, reportId, 'reports.submit')
  // The person was judged over the unit: what follows are rows of its report alone. Held against all units of the person
  // every statement would take twice as long.
  return beyondReach(ctx.tx, () => submit(ctx, reportId))
})

async function submit(ctx: CommandContext<ReportsDb>, reportId: string) {
  const report = await lockToSubmit(ctx.tx, reportId)
  const { provinceId, unitId, superiorId, roundId, round } = report
  refuseUntaken(report, round, ctx.today)
  if (report.state === 'submitted') return repeated(ctx, report)
  if (report.state === 'returned') throw new AppError('conflict', 'reports.returned_meanwhile', { reason: report.returnReason ?? '' })
  const state = reportLifecycle.next(report.state, 'submit')
  if (!report.isSigned) throw new AppError('conflict', 'reports.not_signed')
  const { digest, sources } = await signature(ctx, report)

  const { dueOn, isLate } = await lateness(ctx, report)
  const number = report.version + 1
  await keepSubmission(ctx.tx, { reportId, state, number, digest, dueOn, isLate, personId: ctx.actor!.personId, at: ctx.now, stepId: ctx.newId() })
  await freeze(ctx.tx, { holderTable: 'reports.report', holderId: reportId, unitId, title: round.title, sources, at: ctx.now, isFirst: number === 1 })
  if (number > 1) await settleCorrections(ctx.tx, reportId, number)
  await markChanged(ctx.tx, { unitId, provinceId, days: [dueOn] })
  await ctx.publish('reports.submitted', { reportId, unitId, superiorId, roundId, number })
  await ctx.audit({ unitId, action: submitReport.name, entity: reportId, before: { state: report.state, version: report.version }, after: { state, version: number, digest, isLate } })
  return { reportId, state, number, digest, submittedAt: ctx.now, isLate }
}

/** Digest and sources as they were signed; of reports that were signed before these were kept, as they are now. */
async function signature({ tx }: CommandContext<ReportsDb>, { id, unitId, round, signedDigest, signedSources }: ReportToSubmit) {
  return {
    digest: signedDigest ?? digestOf((await reportById(tx, id)).signed!),
    sources: signedSources ?? (await sourcesOf(tx, unitId, round, id)),
  }
}

/** The button was pressed twice: the receipt of the first time. */
async function repeated(ctx: CommandContext<ReportsDb>, report: ReportToSubmit) {
  const { number, digest, submittedAt, isLate } = await versionOf(ctx.tx, report.id, report.version)
  await ctx.audit({ unitId: report.unitId, action: submitReport.name, entity: report.id, after: { repeated: number } })
  return { reportId: report.id, state: report.state, number, digest, submittedAt, isLate }
}

/**
 * Whether a version comes late. A first one is held against the due day of the unit, the answer to a return against the
 * day that was asked for; other new versions leave it as it is.
 * @throws AppError `conflict` when the round takes no late reports any more
 */
async function lateness(ctx: CommandContext<ReportsDb>, report: ReportToSubmit): Promise<{ dueOn: string; isLate: boolean }> {
  const { acceptLateUntil } = report.round
  const dueOn = dueOnFor(report.round, report)
  if (report.version > 0) return { dueOn, isLate: report.answerBy === null ? report.isLate : ctx.today > report.answerBy }
  // The calendar only ever gives more time.
  if (ctx.today <= dueOn) return { dueOn, isLate: false }
  const { inTimeUntil } = await dueDayOf(ctx.tx, report.superiorId, dueOn)
  const due = dueOf(inTimeUntil, acceptLateUntil, ctx.today)
  if (due.isShut) throw new AppError('conflict', 'reports.too_late', { due: formatDay(dueOn), until: formatDay(acceptLateUntil) })
  return { dueOn, isLate: due.isLate }
}
