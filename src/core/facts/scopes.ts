import { sql } from 'kysely'
import { groupBy } from '#core/units/model/group-by.ts'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Line } from './model/measure.ts'
import type { AnyTx } from './store.ts'

/** Units of one kind for which a superior answers, as on the day on which the period looks at them. */
export interface ScopeGroup {
  readonly day: PlainDate
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
  readonly units: number
}

export interface ScopesQuery {
  readonly unitIds: readonly string[]
  readonly periods: readonly { readonly from: PlainDate; readonly to: PlainDate }[]
  readonly line: Line
}

/**
 * Who is asked for figures under each of many units in each of many periods, counted by kind: `scopeOf` for a table.
 * @returns by `unitId from`
 */
export async function scopesOf<DB>(tx: AnyTx<DB>, { unitIds, periods, line }: ScopesQuery): Promise<ReadonlyMap<string, ScopeGroup[]>> {
  // `facts.scope_then` for each of the units takes thirty times as long. Spans in which nothing changes are counted once,
  // then held against the periods. Units that were closed before a period owe nothing in it and are left out. Whether a span
  // begins or ends the life of its unit is asked only where it could matter: of few.
  const found = await grouped(tx, () => sql<ScopeGroup & { unitId: string; from: PlainDate }>`
    with asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as p ("from" date, "to" date)),
    stay as materialized (
      select s.ancestor_id, s.valid, s.level, s.school_levels,
        case when upper_inf(s.valid) then false
          else exists (select from units.unit u where u.id = s.unit_id and u.closed_on = upper(s.valid)) end as is_last,
        case when lower(s.valid) <= (select min("to") from asked) then false
          else not exists (select from units.unit_version w where w.unit_id = s.unit_id and lower(w.valid) < lower(s.valid)) end as is_first,
        count(*)::int as units
      from (
        select a.ancestor_id, a.unit_id, a.valid * v.valid as valid, v.level, v.school_levels
        from units.unit_ancestor a
        join units.unit_version v on v.unit_id = a.unit_id and v.valid && a.valid
        where a.ancestor_id = any (${[...unitIds]}::uuid[]) and a.line = ${line}
        offset 0
      ) s
      group by 1, 2, 3, 4, 5, 6
    ),
    placed as (
      select s.*, p."from",
        case when s.valid @> p."to" then p."to"
          when s.is_last and upper(s.valid) > p."from" and upper(s.valid) <= p."to" then upper(s.valid) - 1
          when s.is_first and lower(s.valid) > p."to" then lower(s.valid)
        end as day
      from asked p cross join stay s
    )
    select ancestor_id as unit_id, "from", day, level, school_levels, sum(units)::int as units from placed where day is not null group by 1, 2, 3, 4, 5`.execute(tx))
  return groupBy(found.rows, ({ unitId, from }) => [`${unitId} ${from}`])
}

/** Runs a statement that groups tens of thousands of rows where the planner expects a hundred: in memory, and not by sorting them. */
async function grouped<DB, T>(tx: AnyTx<DB>, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('work_mem', '32MB', true), set_config('enable_sort', 'off', true)`.execute(tx)
  const result = await work()
  await sql.raw('set local work_mem to default; set local enable_sort to default').execute(tx)
  return result
}
