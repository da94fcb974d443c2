import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Line } from './model/measure.ts'
import type { AnyTx } from './store.ts'
import { trackPeriod } from './store.ts'

export interface TableQuery {
  readonly unitIds: readonly string[]
  readonly periods: readonly { readonly from: PlainDate; readonly to: PlainDate }[]
  readonly line: Line
  readonly measures: readonly string[]
}

export interface TableRow {
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly measure: string
  /** 'F', 'M', '' not told; null: the whole, with n. */
  readonly sex: string | null
  readonly value: number
  /** Units that have a value; of the whole of a measure alone, since units of two rows are not added. */
  readonly known: number | null
}

/**
 * Many units side by side: what each has, with all below it, by measure, period and sex. Read from the kept totals in one
 * go; a period without kept totals has no rows.
 */
export async function tableOf<DB>(tx: AnyTx<DB>, { unitIds, periods, line, measures }: TableQuery): Promise<TableRow[]> {
  const found = await sql<Omit<TableRow, 'value'> & { value: string }>`
    with asked as materialized (
      select p.id, p.from_day, p.to_day
      from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as a ("from" date, "to" date)
      join facts.period p on p.from_day = a."from" and p.to_day = a."to" and p.computed_at is not null
    ),
    cell as materialized (select id, measure, is_whole, sex from facts.cell where measure = any (${[...measures]})),
    total as (
      select t.unit_id, t.period_id, t.cell_id, t.value, t.known
      from facts.roll_total t
      where t.unit_id = any (${[...unitIds]}::uuid[]) and t.line = ${line} and t.period_id = any (array(select id from asked)) and t.cell_id = any (array(select id from cell))
      union all
      select t.unit_id, t.period_id, t.cell_id, t.value, 1
      from facts.unit_total t
      where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (array(select id from asked)) and t.cell_id = any (array(select id from cell))
      union all
      select t.unit_id, t.period_id, w.id, sum(t.value), 1
      from facts.unit_total t
      join cell c on c.id = t.cell_id
      join cell w on w.measure = c.measure and w.is_whole
      where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (array(select id from asked))
      group by 1, 2, 3
    )
    select t.unit_id, a.from_day as "from", a.to_day as "to", c.measure, case when not c.is_whole then c.sex end as sex, sum(t.value) as value,
      case when c.is_whole then sum(t.known)::int end as known
    from total t
    join asked a on a.id = t.period_id
    join cell c on c.id = t.cell_id
    group by t.unit_id, a.from_day, a.to_day, c.measure, c.is_whole, case when not c.is_whole then c.sex end`.execute(tx)
  return found.rows.map((row) => ({ ...row, value: Number(row.value) }))
}

/** Has the totals of these periods kept, so that `tableOf` finds them. */
export async function trackPeriods<DB>(tx: AnyTx<DB>, periods: TableQuery['periods']): Promise<void> {
  for (const period of periods) await trackPeriod(tx, period)
}
