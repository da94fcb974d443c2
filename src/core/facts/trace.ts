import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Cell } from './model/measure.ts'
import type { AnyTx } from './store.ts'

/** One fact with the row that it was counted from. */
export interface Fact extends Cell {
  readonly unitId: string
  readonly onDay: PlainDate
  readonly value: number
  readonly sourceTable: string
  readonly sourceId: string
}

/** Values that a break-down may have; the measure itself is named beside. */
export type CellFilter = Partial<Record<Exclude<keyof Cell, 'measure'>, readonly string[]>>

export interface FactsQuery {
  readonly unitId: string
  readonly measure: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly filter?: CellFilter
  readonly limit?: number
}

const COLUMNS = { sex: 'sex', ageGroup: 'age_group', ethnicity: 'ethnicity', audience: 'audience', detail: 'detail' } as const

/**
 * The facts behind a figure of one unit, newest first, at most `limit` (500).
 *
 * Of a snapshot only the latest day counts, of persons only the largest activity, so that the facts add up to the total.
 */
export async function factsOf<DB>(tx: AnyTx<DB>, { unitId, measure, from, to, filter = {}, limit = 500 }: FactsQuery): Promise<Fact[]> {
  const conditions = Object.entries(filter).map(([key, values]) => sql`and f.${sql.ref(COLUMNS[key as keyof typeof COLUMNS])} = any (${[...values]})`)
  const found = await sql<Omit<Fact, 'value'> & { value: string }>`
    with fact as (
      select f.* from facts.fact f
      where f.unit_id = any (array[${unitId}::uuid]) and f.measure = ${measure} and f.on_day between ${from} and ${to} and f.value is not null
    )
    select f.unit_id, f.measure, f.on_day, f.sex, f.age_group, f.ethnicity, f.audience, f.detail, f.value, f.source_table, f.source_id
    from fact f
    where case facts.way_of(${measure})
        when 'last' then f.on_day = (select max(on_day) from fact)
        when 'most' then f.source_id = (select source_id from fact group by source_id order by sum(value) desc, max(on_day) desc, source_id limit 1)
        else true end
      ${sql.join(conditions, sql` `)}
    order by f.on_day desc, f.source_id, f.sex, f.age_group, f.ethnicity, f.audience, f.detail
    limit ${limit}`.execute(tx)
  return found.rows.map((row) => ({ ...row, value: Number(row.value) }))
}
