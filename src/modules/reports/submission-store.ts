import { sql } from 'kysely'
import type { Source } from '#core/facts/freeze.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { ReportState, RoundState } from './model/lifecycle.ts'
import type { Tx } from './store.ts'

/** What submitting needs to know of a report and its round: never the body itself, which stays in the database. */
export interface ReportToSubmit {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly superiorId: string
  readonly roundId: string
  readonly state: ReportState
  readonly version: number
  readonly signedDigest: string | null
  readonly signedSources: readonly Source[] | null
  readonly isSigned: boolean
  readonly reason: string | null
  readonly returnReason: string | null
  readonly answerBy: PlainDate | null
  readonly extendedUntil: PlainDate | null
  readonly isLate: boolean
  readonly firstLate: boolean | null
  readonly round: { readonly title: string; readonly state: RoundState; readonly dueOn: PlainDate; readonly acceptLateUntil: PlainDate | null; readonly windowFrom: PlainDate; readonly windowTo: PlainDate }
}

/** The report with its round, locked until the transaction ends. @throws AppError `not_found` */
export async function lockToSubmit(tx: Tx, reportId: string): Promise<ReportToSubmit> {
  const found = await sql<ReportToSubmit>`
    select p.province_id, p.id, p.unit_id, p.superior_id, p.round_id, p.state, p.version, p.signed_digest, p.signed_sources,
      p.signed is not null and p.signed_by is not null and p.signed_at is not null as is_signed,
      p.reason, p.return_reason, p.answer_by, p.extended_until, p.is_late, p.first_late,
      json_build_object('title', r.title, 'state', r.state, 'dueOn', r.due_on, 'acceptLateUntil', r.accept_late_until, 'windowFrom', r.window_from, 'windowTo', r.window_to) as round
    from reports.report p join reports.round r on r.id = p.round_id
    where p.id = ${reportId}::uuid
    for update of p`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'reports.not_found')
  return row
}

export interface Submission {
  readonly reportId: string
  readonly state: ReportState
  readonly number: number
  readonly digest: string
  readonly dueOn: PlainDate
  readonly isLate: boolean
  readonly personId: string
  readonly at: Date
  readonly stepId: string
}

/**
 * Keeps what was signed as a version of its report, moves the report on and notes the step. One statement, from the
 * database into the database: the body is neither read nor computed, its digest and figures were kept at the signature.
 */
export async function keepSubmission(tx: Tx, { reportId, state, number, digest, dueOn, isLate, personId, at, stepId }: Submission): Promise<void> {
  await sql`
    with given as (
      insert into reports.report_version (province_id, report_id, number, unit_id, superior_id, round_id, body, figures, digest, reason, due_on, is_late, signed_by, signed_at, submitted_by, submitted_at)
      select p.province_id, p.id, ${number}::int, p.unit_id, p.superior_id, p.round_id, p.signed, p.signed_figures, ${digest}, coalesce(p.reason, p.return_reason), ${dueOn}::date, ${isLate}::boolean,
        p.signed_by, p.signed_at, ${personId}::uuid, ${at}::timestamptz
      from reports.report p where p.id = ${reportId}::uuid
    ), step as (
      insert into reports.report_step (province_id, id, report_id, unit_id, superior_id, action, note, person_id, person_name, at)
      select p.province_id, ${stepId}::uuid, p.id, p.unit_id, p.superior_id, 'submit', p.reason, ${personId}::uuid, (select full_name from people.person where id = ${personId}::uuid), ${at}::timestamptz
      from reports.report p where p.id = ${reportId}::uuid
    )
    update reports.report
    set state = ${state}, version = ${number}::int, submitted_by = ${personId}::uuid, submitted_at = ${at}::timestamptz, is_late = ${isLate}::boolean, first_late = coalesce(first_late, ${isLate}::boolean),
      open_fields = null, reason = null, return_reason = null, answer_by = null, changed_at = ${at}::timestamptz
    where id = ${reportId}::uuid`.execute(tx)
}

/** The unit of a report, and the day on which it was closed. @throws AppError `not_found` */
export async function unitOfReport(tx: Tx, reportId: string): Promise<{ unitId: string; closedOn: PlainDate | null }> {
  const found = await sql<{ unitId: string; closedOn: PlainDate | null }>`
    select p.unit_id, u.closed_on from reports.report p join units.unit u on u.id = p.unit_id where p.id = ${reportId}::uuid`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'reports.not_found')
  return row
}
