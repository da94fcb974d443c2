import type { QueryContext } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { getReport } from '../contract.ts'
import type { Body } from '../model/body.ts'
import { dueOnFor } from '../model/deadline.ts'
import { differencesOf } from '../model/differences.ts'
import { checkReport } from '../model/checks.ts'
import { apartOf, sharesText } from '../model/in-step.ts'
import { movedSource } from '../model/moved-source.ts'
import { openCorrections } from '../correction-store.ts'
import { documentsOf } from '../document-store.ts'
import { commentsOf, draftsBeside, reportById, stepsOf, type ReportRow } from '../report-store.ts'
import { roundById, type RoundRow } from '../round-store.ts'
import { sourcesOf } from '../source-store.ts'
import { namesOfPeople, query, successorsOf, unitOn } from '../store.ts'
import type { ReportsDb } from '../tables.ts'
import { versionOf, type VersionRow } from '../version-store.ts'
import { composeReport, digestOf } from './compose-report.ts'
import { dueDayOf } from './due-day.ts'
import { gatherComparisons } from './gather-comparisons.ts'
import { actionsFor, entriesView, summaryOf } from './view-report.ts'

export default query(getReport, async (ctx, { reportId }) => {
  const report = await reportById(ctx.tx, reportId)
  await allowReading(ctx, report)
  const round = await roundById(ctx.tx, report.roundId)
  const unit = await unitOn(ctx.tx, report.unitId, ctx.today)
  const isOwn = ctx.actor!.grants.some((grant) => grant.unitId === report.unitId)
  const version = report.version > 0 ? await versionOf(ctx.tx, reportId, report.version) : null
  // What a unit is still writing is its own; those above read what it gave.
  const body = isOwn ? await bodyNow(ctx, report, round, version) : (version?.body ?? null)
  if (!body && report.state !== 'not_started' && report.state !== 'exempt' && !isOwn) throw new AppError('conflict', 'reports.not_given_yet')

  const entries = isOwn || version ? report.entries : { texts: {}, sentences: {}, cells: {}, notes: {} }
  const shown = body ?? (await composeReport(ctx.tx, { ...report, entries }, round))
  const isClosed = unit.closedOn !== null && unit.closedOn <= ctx.today
  const document = (await documentsOf(ctx.tx, [reportId])).find(({ number }) => number === report.version)
  const names = await namesOfPeople(ctx.tx, [report.signedBy])
  return {
    ...summaryOf(report, round),
    unitName: unit.name,
    form: round.form,
    instructions: round.instructions,
    revision: report.revision,
    entries: entriesView(entries),
    body: shown,
    digest: digestOf(shown),
    checks: checkReport(round.form, shown, entries.notes, await gatherComparisons(ctx.tx, report, round, ctx.today)),
    comments: await commentsOf(ctx.tx, reportId),
    openFields: report.openFields && [...report.openFields],
    answerBy: report.answerBy,
    reason: report.reason,
    isApart: report.isApart,
    inStep: isOwn && report.state === 'draft' && report.version === 0 ? await inStepWith(ctx, report, round) : [],
    steps: await stepsOf(ctx.tx, reportId),
    signedByName: names.get(report.signedBy ?? '') ?? null,
    signedAt: report.signedAt,
    receipt: version && { number: version.number, digest: version.digest, submittedAt: version.submittedAt, isLate: version.isLate, dueOn: version.dueOn },
    document: document ? { documentId: document.documentId, numberText: document.numberText, issuedOn: document.issuedOn } : null,
    corrections: await openCorrections(ctx.tx, reportId),
    differences: isOwn ? await outgrown(ctx, report, round, version) : [],
    dueDay: await dueDayOf(ctx.tx, report.superiorId, dueOnFor(round, report)),
    closed: isClosed ? { on: unit.closedOn!, successors: (await successorsOf(ctx.tx, report.unitId, ctx.today)).map(({ name }) => name) } : null,
    actions: [...(await actionsFor(report, round, ctx.today, (permission, unitId) => ctx.may(permission, unitId))), ...(isGiven(report) && !document && !isClosed && (await ctx.may('reports.issue', report.unitId)) ? ['issue'] : [])],
  }
})

/** Reports over the same time that are written together with this one, unless one of the two is written apart, and what of the texts has gone its own way. */
async function inStepWith(ctx: QueryContext<ReportsDb>, report: ReportRow, round: RoundRow) {
  const beside = await draftsBeside(ctx.tx, report, round, 'read')
  return beside
    .filter(({ round: other }) => sharesText(round.form, other.form))
    .map(({ report: other, round: asked }) => ({ reportId: other.id, title: asked.title, superiorName: asked.unitName, isApart: other.isApart, apart: apartOf({ form: round.form, entries: report.entries }, { form: asked.form, entries: other.entries }).length }))
}

/** Figures that the records give otherwise than what was signed or submitted. */
async function outgrown(ctx: QueryContext<ReportsDb>, report: ReportRow, round: RoundRow, version: VersionRow | null) {
  const standing = report.state === 'signed' ? report.signed : isGiven(report) ? version?.body : null
  if (!standing) return []
  // A school speaks of its own records alone: when none of them moved, no figure did.
  const { signedSources, unitId, id } = report
  const isSchool = (await unitOn(ctx.tx, unitId, round.treeOn)).level === 'school'
  if (isSchool && signedSources && !movedSource(signedSources, await sourcesOf(ctx.tx, unitId, round, id))) return []
  return differencesOf(standing, await composeReport(ctx.tx, report.state === 'signed' ? report : { ...report, openFields: null }, round))
}

const isGiven = ({ state }: ReportRow) => state === 'submitted' || state === 'accepted'

/** Signed and submitted bodies are as they were; before that the report follows the records. */
async function bodyNow(ctx: QueryContext<ReportsDb>, report: ReportRow, round: RoundRow, version: VersionRow | null): Promise<Body> {
  if (report.state === 'signed' && report.signed) return report.signed
  if ((report.state === 'submitted' || report.state === 'accepted') && version) return version.body
  return composeReport(ctx.tx, report, round)
}

/** Those of the unit and above it; the superior of the round also when the unit has moved away since. */
export async function allowReading(ctx: QueryContext<ReportsDb>, report: Pick<ReportRow, 'unitId' | 'superiorId'>): Promise<void> {
  const hasMoved = !(await ctx.may('reports.read', report.unitId)) && (await ctx.may('reports.ask', report.superiorId))
  await ctx.allow('reports.read', hasMoved ? report.superiorId : report.unitId)
}
