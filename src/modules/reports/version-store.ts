import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Body } from './model/body.ts'
import type { Tx } from './store.ts'

export interface VersionRow {
  readonly reportId: string
  readonly number: number
  readonly body: Body
  readonly digest: string
  readonly reason: string | null
  readonly dueOn: PlainDate
  readonly isLate: boolean
  readonly signedBy: string
  readonly signedAt: Date
  readonly submittedAt: Date
}

const VERSION = ['reportId', 'number', 'body', 'digest', 'reason', 'dueOn', 'isLate', 'signedBy', 'signedAt', 'submittedAt'] as const

/** @throws AppError `not_found` */
export async function versionOf(tx: Tx, reportId: string, number: number): Promise<VersionRow> {
  const row = await tx.selectFrom('reports.reportVersion').select(VERSION).where('reportId', '=', reportId).where('number', '=', number).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'reports.version_not_found')
  return row
}

export interface NewVersion {
  readonly reportId: string
  readonly number: number
  readonly digest: string
  readonly reason: string | null
  readonly dueOn: PlainDate
  readonly isLate: boolean
  readonly submittedBy: string
  readonly submittedAt: Date
}

/** Keeps what was signed as a version of its report, with its figures: from the database into the database, nothing is computed. */
export async function insertVersion(tx: Tx, { reportId, number, digest, reason, dueOn, isLate, submittedBy, submittedAt }: NewVersion): Promise<void> {
  await sql`
    with given as (
      insert into reports.report_version (province_id, report_id, number, unit_id, superior_id, round_id, body, digest, reason, due_on, is_late, signed_by, signed_at, submitted_by, submitted_at)
      select p.province_id, p.id, ${number}::int, p.unit_id, p.superior_id, p.round_id, p.signed, ${digest}, ${reason}, ${dueOn}::date, ${isLate}::boolean, p.signed_by, p.signed_at, ${submittedBy}::uuid, ${submittedAt}::timestamptz
      from reports.report p where p.id = ${reportId}::uuid
      returning province_id, report_id, number, unit_id, superior_id, round_id, body
    )
    insert into reports.figure (province_id, report_id, number, unit_id, superior_id, round_id, key, code, state, value, part, whole, estimate, formula_version, known, units, by_hand, note, sources)
    select g.province_id, g.report_id, g.number, g.unit_id, g.superior_id, g.round_id,
      f.key, f.code, f.state, f.value, f.part, f.whole, f.estimate, f."formulaVersion", f.known, f.units, f."byHand", f.note, f.sources
    from given g
    cross join lateral jsonb_array_elements(g.body -> 'parts') as p (grid)
    cross join lateral jsonb_to_recordset(p.grid -> 'cells') as f (key text, code text, state text, value numeric, part numeric, whole numeric, estimate numeric,
      "formulaVersion" int, known int, units int, "byHand" boolean, note text, sources text)
    where p.grid ->> 'kind' in ('figures', 'table')`.execute(tx)
}
