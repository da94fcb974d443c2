import { sql } from 'kysely'
import type { Source } from '#core/facts/freeze.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Body } from './model/body.ts'
import type { Entries } from './model/entries.ts'
import { NO_ENTRIES } from './model/entries.ts'
import type { ReportState } from './model/lifecycle.ts'
import { rounds, type RoundRow } from './round-store.ts'
import type { Tx } from './store.ts'

export interface ReportRow {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly roundId: string
  readonly superiorId: string
  readonly state: ReportState
  readonly entries: Entries
  readonly revision: number
  readonly toFill: number | null
  readonly filled: number | null
  readonly openFields: readonly string[] | null
  readonly extendedUntil: PlainDate | null
  readonly extendedReason: string | null
  readonly exemptReason: string | null
  readonly signed: Body | null
  readonly signedDigest: string | null
  readonly signedSources: readonly Source[] | null
  readonly signedBy: string | null
  readonly signedAt: Date | null
  readonly reason: string | null
  readonly version: number
  readonly submittedAt: Date | null
  readonly isLate: boolean
  readonly firstLate: boolean | null
  readonly returnReason: string | null
  readonly answerBy: PlainDate | null
  readonly startedAt: Date | null
  readonly changedAt: Date
  readonly documentId: string | null
  readonly isApart: boolean
}

const REPORT = [
  'provinceId', 'id', 'unitId', 'roundId', 'superiorId', 'state', 'entries', 'revision', 'toFill', 'filled', 'openFields', 'extendedUntil', 'extendedReason',
  'exemptReason', 'signed', 'signedDigest', 'signedSources', 'signedBy', 'signedAt', 'reason', 'version', 'submittedAt', 'isLate', 'firstLate', 'returnReason', 'answerBy', 'startedAt', 'changedAt', 'documentId', 'isApart',
] as const

/** @throws AppError `not_found` */
export async function reportById(tx: Tx, id: string): Promise<ReportRow> {
  const row = await tx.selectFrom('reports.report').select(REPORT).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'reports.not_found')
  return whole(row)
}

/** As `reportById`, locked until the transaction ends. */
export async function lockReport(tx: Tx, id: string): Promise<ReportRow> {
  const row = await tx.selectFrom('reports.report').select(REPORT).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('not_found', 'reports.not_found')
  return whole(row)
}

/** Every report of a unit with its round. */
export async function reportsOfUnit(tx: Tx, unitId: string): Promise<{ report: ReportRow; round: RoundRow }[]> {
  const reports = await tx.selectFrom('reports.report').select(REPORT).where('unitId', '=', unitId).execute()
  if (reports.length === 0) return []
  const asked = await rounds(tx).where('r.id', 'in', reports.map(({ roundId }) => roundId)).execute()
  const byId = new Map(asked.map((round) => [round.id, round]))
  return reports.flatMap((row) => {
    const round = byId.get(row.roundId)
    return round ? [{ report: whole(row), round }] : []
  })
}

/**
 * Other reports of the unit over the same window that are still being written for the first time, in open rounds.
 * @param hold  'lock': until the transaction ends; whoever locks several holds `lockWriting` before
 */
export async function draftsBeside(tx: Tx, report: Pick<ReportRow, 'id' | 'unitId'>, window: Pick<RoundRow, 'windowFrom' | 'windowTo'>, hold: 'read' | 'lock'): Promise<{ report: ReportRow; round: RoundRow }[]> {
  const asked = await rounds(tx)
    .where('r.windowFrom', '=', window.windowFrom)
    .where('r.windowTo', '=', window.windowTo)
    .where('r.state', '=', 'open')
    .where((where) => where.exists(where.selectFrom('reports.report as p').select('p.id').whereRef('p.roundId', '=', 'r.id').where('p.unitId', '=', report.unitId).where('p.id', '<>', report.id).where('p.state', '=', 'draft')))
    .execute()
  if (asked.length === 0) return []
  const drafts = tx.selectFrom('reports.report').select(REPORT).where('unitId', '=', report.unitId).where('id', '<>', report.id).where('state', '=', 'draft').where('version', '=', 0).where('roundId', 'in', asked.map(({ id }) => id)).orderBy('id')
  const rows = await (hold === 'lock' ? drafts.forUpdate() : drafts).execute()
  return rows.map((row) => ({ report: whole(row), round: asked.find(({ id }) => id === row.roundId)! }))
}

/** Lets one edit of the reports of a unit go after the other: each may write into several. */
export async function lockWriting(tx: Tx, reportId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reports.writing ' || unit_id, 0)) from reports.report where id = ${reportId}`.execute(tx)
}

function whole<R extends { entries: Partial<Entries> }>(row: R): R & { entries: Entries } {
  return { ...row, entries: { ...NO_ENTRIES, ...row.entries } }
}

export interface NewReport {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly roundId: string
  readonly superiorId: string
  readonly exemptReason: string | null
  readonly changedAt: Date
}

/** Makes the reports of recipients; one that is there already stays. */
export async function insertReports(tx: Tx, reports: readonly NewReport[]): Promise<void> {
  for (let at = 0; at < reports.length; at += 1_000) {
    await tx
      .insertInto('reports.report')
      .values(reports.slice(at, at + 1_000).map((report) => ({ ...report, state: report.exemptReason === null ? ('not_started' as const) : ('exempt' as const) })))
      .onConflict((conflict) => conflict.columns(['provinceId', 'unitId', 'roundId']).doNothing())
      .execute()
  }
}

export type ReportChange = Partial<
  Omit<ReportRow, 'provinceId' | 'id' | 'unitId' | 'roundId' | 'superiorId' | 'entries' | 'signed' | 'signedSources' | 'openFields' | 'revision'> & {
    submittedBy: string
    decidedBy: string
    decidedAt: Date
    startedBy: string
    openFields: readonly string[] | null
    signed: Body | null
    signedSources: readonly Source[] | null
  }
>

/** A report whose signature no longer stands. */
export const UNSIGNED = { signed: null, signedDigest: null, signedSources: null, signedBy: null, signedAt: null } as const

/** Changes a report with what a step leaves behind. */
export async function changeReport(tx: Tx, id: string, { signed, signedSources, openFields, ...left }: ReportChange): Promise<void> {
  await tx
    .updateTable('reports.report')
    .set({
      ...left,
      ...(signed === undefined ? {} : { signed: signed && JSON.stringify(signed) }),
      ...(signedSources === undefined ? {} : { signedSources: signedSources && JSON.stringify(signedSources) }),
      ...(openFields === undefined ? {} : { openFields: openFields && [...openFields] }),
    })
    .where('id', '=', id)
    .execute()
}

/** Keeps what people wrote; answers the new revision. */
export async function saveEntries(tx: Tx, id: string, entries: Entries, at: Date): Promise<number> {
  const row = await tx
    .updateTable('reports.report')
    .set((report) => ({ entries: JSON.stringify(entries), revision: report('revision', '+', 1), changedAt: at }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

export interface StepRow {
  readonly action: string
  readonly note: string | null
  readonly personName: string | null
  readonly at: Date
}

export function stepsOf(tx: Tx, reportId: string): Promise<StepRow[]> {
  return tx.selectFrom('reports.reportStep').select(['action', 'note', 'personName', 'at']).where('reportId', '=', reportId).orderBy('at').orderBy('id').execute()
}

/** Notes what happened to a report, readable on both sides. */
export async function noteStep(
  tx: Tx,
  report: Pick<ReportRow, 'provinceId' | 'id' | 'unitId' | 'superiorId'>,
  step: { id: string; action: string; note?: string | null; personId: string | null; at: Date },
): Promise<void> {
  const { provinceId, id: reportId, unitId, superiorId } = report
  await tx
    .insertInto('reports.reportStep')
    .values({
      provinceId,
      reportId,
      unitId,
      superiorId,
      id: step.id,
      action: step.action,
      note: step.note ?? null,
      personId: step.personId,
      personName: sql<string | null>`(select full_name from people.person where id = ${step.personId})`,
      at: step.at,
    })
    .execute()
}

export async function insertComments(
  tx: Tx,
  report: Pick<ReportRow, 'provinceId' | 'id' | 'unitId' | 'superiorId' | 'version'>,
  comments: readonly { id: string; field: string | null; text: string }[],
  by: { personId: string; at: Date },
): Promise<void> {
  if (comments.length === 0) return
  const { provinceId, id: reportId, unitId, superiorId, version: number } = report
  await tx.insertInto('reports.reportComment').values(comments.map((comment) => ({ ...comment, provinceId, reportId, unitId, superiorId, number, authorId: by.personId, at: by.at }))).execute()
}

export function commentsOf(tx: Tx, reportId: string): Promise<{ id: string; number: number; field: string | null; text: string; at: Date }[]> {
  return tx.selectFrom('reports.reportComment').select(['id', 'number', 'field', 'text', 'at']).where('reportId', '=', reportId).orderBy('at').orderBy('id').execute()
}

export async function reportInRound(tx: Tx, roundId: string, unitId: string): Promise<string | null> {
  const row = await tx.selectFrom('reports.report').select('id').where('roundId', '=', roundId).where('unitId', '=', unitId).executeTakeFirst()
  return row?.id ?? null
}
