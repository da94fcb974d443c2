import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { EarlierText, ElsewhereFigure } from './model/checks.ts'
import type { Tx } from './store.ts'

/** Figures over the same window that the unit gave in other reports, in their newest versions. */
export async function reportedElsewhere(
  tx: Tx,
  asked: { reportId: string; unitId: string; codes: readonly string[]; from: PlainDate; to: PlainDate },
): Promise<ElsewhereFigure[]> {
  if (asked.codes.length === 0) return []
  const found = await sql<ElsewhereFigure>`
    select f.code, f.value::float8 as value, r.title
    from reports.report p
    join reports.round r on r.id = p.round_id and r.window_from = ${asked.from}::date and r.window_to = ${asked.to}::date
    join reports.figure f on f.province_id = p.province_id and f.report_id = p.id and f.number = p.version and f.state = 'value' and f.code = any (${[...asked.codes]})
    where p.unit_id = ${asked.unitId}::uuid and p.id <> ${asked.reportId}::uuid and p.state in ('submitted', 'accepted')
    order by p.submitted_at desc`.execute(tx)
  return found.rows
}

/** Texts of the newest earlier report of the unit in the same form. */
export async function earlierTextsOf(tx: Tx, report: { id: string; unitId: string }, round: { formCode: string; periodFrom: PlainDate }): Promise<EarlierText[]> {
  const found = await sql<EarlierText>`
    with earlier as (
      select p.id, p.version, r.title
      from reports.report p
      join reports.round r on r.id = p.round_id and r.form_code = ${round.formCode} and r.period_from < ${round.periodFrom}::date
      where p.unit_id = ${report.unitId}::uuid and p.id <> ${report.id}::uuid and p.version > 0
      order by r.period_from desc
      limit 1
    )
    select e.title, part ->> 'key' as key, part ->> 'text' as text
    from earlier e
    join reports.report_version v on v.report_id = e.id and v.number = e.version
    cross join lateral jsonb_array_elements(v.body -> 'parts') part
    where part ->> 'kind' = 'text' and part ->> 'text' is not null`.execute(tx)
  return found.rows
}
