import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Line } from './model/measure.ts'
import type { AnyTx } from './store.ts'

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
export async function tableOf<DB>(tx: AnyTx<DB>, asked: TableQuery): Promise<TableRow[]> {
  const periods = await keptPeriods(tx, asked.periods)
  const cells = await columnsOf(tx, asked.measures)
  const rows = new Map<string, TableRow>()
  const add = ({ unitId, periodId, column, value, known }: Summed) => {
    const { measure, sex } = cells.columns[column]!
    const { from, to } = periods.get(periodId)!
    const key = `${unitId} ${periodId} ${column}`
    const before = rows.get(key)
    rows.set(key, { unitId, from, to, measure, sex, value: (before?.value ?? 0) + Number(value), known: sex === null ? (before?.known ?? 0) + known : null })
  }
  for (const row of await summed(tx, asked, [...periods.keys()], cells)) add(row)
  return [...rows.values()]
}

interface Column {
  readonly measure: string
  readonly sex: string | null
}

interface Cells {
  readonly columns: readonly Column[]
  /** Cells, and beside each the number of its column. */
  readonly ids: readonly number[]
  readonly at: readonly number[]
}

interface Summed {
  readonly unitId: string
  readonly periodId: number
  readonly column: number
  readonly value: string
  readonly known: number
}

async function keptPeriods<DB>(tx: AnyTx<DB>, periods: TableQuery['periods']): Promise<Map<number, TableQuery['periods'][number]>> {
  const found = await sql<{ id: number; from: PlainDate; to: PlainDate }>`
    select p.id, p.from_day as "from", p.to_day as "to"
    from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as a ("from" date, "to" date)
    join facts.period p on p.from_day = a."from" and p.to_day = a."to" and p.computed_at is not null`.execute(tx)
  return new Map(found.rows.map(({ id, from, to }) => [id, { from, to }]))
}

/** The columns of the table, and which cells go into each. */
async function columnsOf<DB>(tx: AnyTx<DB>, measures: readonly string[]): Promise<Cells> {
  const found = await sql<{ id: number; measure: string; sex: string | null }>`
    select id, measure, case when not is_whole then sex end as sex from facts.cell where measure = any (${[...measures]})`.execute(tx)
  const columns = new Map(found.rows.map(({ measure, sex }) => [`${measure} ${sex}`, { measure, sex }]))
  const numbers = new Map([...columns.keys()].map((key, at) => [key, at]))
  return { columns: [...columns.values()], ids: found.rows.map(({ id }) => id), at: found.rows.map(({ measure, sex }) => numbers.get(`${measure} ${sex}`)!) }
}

/** Periods and cells are told by number, so that the rows are found without a detour. */
async function summed<DB>(tx: AnyTx<DB>, { unitIds, line }: TableQuery, periods: readonly number[], { columns, ids, at }: Cells): Promise<Summed[]> {
  const wholes = columns.flatMap(({ measure, sex }, column) => (sex === null ? [{ measure, column }] : []))
  const found = await sql<Summed>`
    with cell as materialized (select * from unnest(${[...ids]}::int[], ${[...at]}::int[]) as c (id, "column"))
    select t.unit_id, t.period_id, c."column", sum(t.value) as value, sum(t.known)::int as known
    from facts.roll_total t join cell c on c.id = t.cell_id
    where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (${[...periods]}::int[]) and t.line = ${line} and t.cell_id = any (${[...ids]}::int[])
    group by 1, 2, 3
    union all
    select t.unit_id, t.period_id, c."column", sum(t.value), 0
    from facts.unit_total t join cell c on c.id = t.cell_id
    where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (${[...periods]}::int[])
    group by 1, 2, 3
    union all
    select t.unit_id, t.period_id, w."column", sum(t.value), 1
    from facts.unit_total t
    join facts.cell c on c.id = t.cell_id
    join unnest(${wholes.map(({ measure }) => measure)}::text[], ${wholes.map(({ column }) => column)}::int[]) as w (measure, "column") on w.measure = c.measure
    where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (${[...periods]}::int[])
    group by 1, 2, 3`.execute(tx)
  return found.rows
}
