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
  /** The signed body is still the one that the head signed. */
  readonly isSealed: boolean
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
      p.signed is not null and p.signed_by is not null and p.signed_at is not null as is_signed, p.signed_seal is null or p.signed_seal = reports.seal_of(p.signed) as is_sealed,
      p.reason, p.return_reason, p.answer_by, p.extended_until, p.is_late, p.first_late,
      json_build_object('title', r.title, 'state', r.state, 'dueOn', r.due_on, 'acceptLateUntil', r.accept_late_until, 'windowFrom', r.window_from, 'windowTo', r.window_to) as round
    from reports.report p join reports.round r on r.id = p.round_id
    where p.id = ${reportId}::uuid
    for update of p`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'reports.not_found')
  return row
}

/** The unit of a report, and the day on which it was closed. @throws AppError `not_found` */
export async function unitOfReport(tx: Tx, reportId: string): Promise<{ unitId: string; closedOn: PlainDate | null }> {
  const found = await sql<{ unitId: string; closedOn: PlainDate | null }>`
    select p.unit_id, u.closed_on from reports.report p join units.unit u on u.id = p.unit_id where p.id = ${reportId}::uuid`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'reports.not_found')
  return row
}
