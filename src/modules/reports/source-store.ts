import { sql } from 'kysely'
import type { Source } from '#core/facts/freeze.ts'
import type { PlainDate } from '#platform/clock.ts'
import { yearEarlier } from './model/year-earlier.ts'
import type { Tx } from './store.ts'

/**
 * What the figures of a unit's report stand on: everything of its own that counts within the window, and the reports
 * over the same window that it was given from below; the consolidation that it is filled from. Snapshots count from a year before the end of the window on.
 */
export async function sourcesOf(tx: Tx, unitId: string, window: { windowFrom: PlainDate; windowTo: PlainDate }, reportId: string | null = null): Promise<Source[]> {
  const found = await sql<Source>`
    select f.source_table as source_table, f.source_id as source_id,
      encode(sha256(convert_to(string_agg(concat_ws('|', f.measure, f.on_day, f.sex, f.age_group, f.ethnicity, f.audience, f.detail, f.value), ';'
        order by f.measure, f.on_day, f.sex, f.age_group, f.ethnicity, f.audience, f.detail), 'UTF8')), 'hex') as digest
    from facts.fact f
    where f.unit_id = any (array[${unitId}::uuid]) and f.on_day between least(${window.windowFrom}::date, ${yearEarlier(window.windowTo)}::date) and ${window.windowTo}::date
      and f.source_table not like 'reports.%'
    group by f.source_table, f.source_id
    union all
    select 'reports.report', p.id, v.digest
    from reports.report p
    join reports.round r on r.id = p.round_id and r.window_from = ${window.windowFrom}::date and r.window_to = ${window.windowTo}::date
    join reports.report_version v on v.report_id = p.id and v.number = p.version
    where p.superior_id = ${unitId}::uuid and p.state in ('submitted', 'accepted')
    union all
    select 'reports.consolidation', c.id, c.digest
    from reports.report p join reports.consolidation c on c.id = p.consolidation_id and c.digest is not null
    where p.id = ${reportId}::uuid`.execute(tx)
  return found.rows
}
