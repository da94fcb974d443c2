import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Cell, Line } from './model/measure.ts'
import type { AnyTx } from './store.ts'
import { keptPeriod } from './totals-store.ts'

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

export interface StepQuery {
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly line: Line
  readonly measures: readonly string[]
}

/** What one of the parts of a superior's total has in one set of break-downs. */
export interface StepCell extends Cell {
  readonly unitId: string
  /** All break-downs of the measure together. */
  readonly isWhole: boolean
  readonly value: string
  readonly known: number
  readonly positive: number
}

export interface Step {
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly isOwn: boolean }[]
  readonly cells: readonly StepCell[]
}

/**
 * A superior's total one step down: what each unit directly below it has together with all below that, and the superior's
 * own, on the tree of then. Units that have nothing are left out. Null where no totals are kept for exactly these days.
 */
export async function stepBelow<DB>(tx: AnyTx<DB>, asked: StepQuery): Promise<Step | null> {
  const period = await keptPeriod(tx, asked)
  if (period === null) return null
  const { measures } = asked
  const wanted = sql`array(select id from facts.cell where measure = any (${[...measures]}))`
  const units = await unitsOfStep(tx, asked)
  // Told as lists, the units are looked up in the index; joined, the whole table of totals would be read.
  const [all, below] = [units.map((unit) => unit.unitId), units.flatMap((unit) => (unit.isOwn ? [] : [unit.unitId]))]
  const found = await sql<StepCell>`
    with own as materialized (
      select t.unit_id, t.cell_id, t.value from facts.unit_total t where t.unit_id = any (${all}::uuid[]) and t.period_id = ${period} and t.cell_id = any (${wanted})
    ),
    part as (
      select unit_id, cell_id, value, 1 as known, (value > 0)::int as positive from own
      union all
      select o.unit_id, w.id, sum(o.value), 1, (sum(o.value) > 0)::int
      from own o join facts.cell c on c.id = o.cell_id join facts.cell w on w.is_whole and w.measure = c.measure group by o.unit_id, w.id
      union all
      select r.unit_id, r.cell_id, r.value, r.known, r.positive
      from facts.roll_total r
      where r.unit_id = any (${below}::uuid[]) and r.period_id = ${period} and r.line = ${asked.line} and r.cell_id = any (${wanted})
    )
    select part.unit_id, c.is_whole, c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail,
      sum(part.value)::text as value, sum(part.known)::int as known, sum(part.positive)::int as positive
    from part join facts.cell c on c.id = part.cell_id
    group by part.unit_id, c.id`.execute(tx)
  const told = new Set(found.rows.map((cell) => cell.unitId))
  return { units: units.filter((unit) => told.has(unit.unitId)), cells: found.rows }
}

/** The superior and the units directly below it, as on the last day, those that were closed before as on theirs. */
async function unitsOfStep<DB>(tx: AnyTx<DB>, { unitId, line, from, to }: StepQuery): Promise<Step['units']> {
  const found = await sql<Step['units'][number]>`
    with step as materialized (
      select ${unitId}::uuid as unit_id, true as is_own
      union
      select a.unit_id, false
      from units.unit_ancestor a
      join units.unit u on u.id = a.unit_id
      where a.ancestor_id = ${unitId} and a.line = ${line} and a.depth = 1
        and (a.valid @> ${to}::date or (u.closed_on = upper(a.valid) and u.closed_on > ${from} and u.closed_on <= ${to}))
    )
    select s.unit_id, s.is_own, v.name
    from step s
    cross join lateral (select name from units.unit_version v where v.unit_id = s.unit_id and lower(v.valid) <= ${to} order by v.valid desc limit 1) v`.execute(tx)
  return found.rows
}
