import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Breakdown, Cell, Line } from './model/measure.ts'
import type { AnyTx } from './store.ts'

export interface TableQuery {
  readonly unitIds: readonly string[]
  readonly periods: readonly { readonly from: PlainDate; readonly to: PlainDate }[]
  readonly line: Line
  readonly measures: readonly string[]
  /** Break-downs that are told apart; what the others have is added up. Sex alone without. */
  readonly by?: readonly Breakdown[]
}

/** A total of a unit with all below it; break-downs that are not told apart are ''. */
export interface TableRow extends Cell {
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate
  /** All break-downs of the measure together. */
  readonly isWhole: boolean
  readonly value: number
  /** Units that have a value; of the whole of a measure alone, since units of two rows are not added. */
  readonly known: number | null
  /** Units whose value is above zero; at least so many where several break-downs were added up. */
  readonly positive: number
}

/**
 * Many units side by side: what each has, with all below it, by measure, period and break-downs. Read from the kept totals
 * in one go; a period without kept totals has no rows.
 */
export async function tableOf<DB>(tx: AnyTx<DB>, asked: TableQuery): Promise<TableRow[]> {
  const periods = await keptPeriods(tx, asked.periods)
  const cells = await columnsOf(tx, asked)
  const rows = new Map<string, TableRow>()
  for (const { unitId, periodId, column, value, known, positive } of await summed(tx, asked, [...periods.keys()], cells)) {
    const told = cells.columns[column]!
    const key = `${unitId} ${periodId} ${column}`
    const before = rows.get(key)
    rows.set(key, {
      unitId,
      ...periods.get(periodId)!,
      ...told,
      value: (before?.value ?? 0) + Number(value),
      known: told.isWhole ? (before?.known ?? 0) + known : null,
      // A unit is counted once, whatever it has of several break-downs; what lies below is beside the unit's own.
      positive: (before?.positive ?? 0) + positive,
    })
  }
  return [...rows.values()]
}

type Column = Cell & { readonly isWhole: boolean }

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
  readonly positive: number
}

/** Of which periods `tableOf` has rows. */
export async function keptPeriods<DB>(tx: AnyTx<DB>, periods: TableQuery['periods']): Promise<Map<number, TableQuery['periods'][number]>> {
  const found = await sql<{ id: number; from: PlainDate; to: PlainDate }>`
    select p.id, p.from_day as "from", p.to_day as "to"
    from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as a ("from" date, "to" date)
    join facts.period p on p.from_day = a."from" and p.to_day = a."to" and p.computed_at is not null`.execute(tx)
  return new Map(found.rows.map(({ id, from, to }) => [id, { from, to }]))
}

/** The columns of the table, and which cells go into each. */
async function columnsOf<DB>(tx: AnyTx<DB>, { measures, by = ['sex'] }: TableQuery): Promise<Cells> {
  const found = await sql<Column & { id: number }>`
    select id, measure, is_whole, sex, age_group, ethnicity, audience, detail from facts.cell where measure = any (${[...measures]}) order by id`.execute(tx)
  const told = (name: Breakdown, value: string) => (by.includes(name) ? value : '')
  const columnOf = ({ measure, isWhole, sex, ageGroup, ethnicity, audience, detail }: Column): Column => ({
    measure, isWhole, sex: told('sex', sex), ageGroup: told('age_group', ageGroup), ethnicity: told('ethnicity', ethnicity), audience: told('audience', audience), detail: told('detail', detail),
  })
  const keyOf = (cell: Column) => Object.values(columnOf(cell)).join('\t')
  const columns = new Map(found.rows.map((cell) => [keyOf(cell), columnOf(cell)]))
  const numbers = new Map([...columns.keys()].map((key, at) => [key, at]))
  return { columns: [...columns.values()], ids: found.rows.map(({ id }) => id), at: found.rows.map((cell) => numbers.get(keyOf(cell))!) }
}

/**
 * Periods and cells are told by number, and the column of a cell stands at its place in one array: rows are found in the
 * index alone and joined with nothing. What a unit has in a period comes as one value, not as a hundred rows.
 */
async function summed<DB>(tx: AnyTx<DB>, { unitIds, line }: TableQuery, periods: readonly number[], { columns, ids, at }: Cells): Promise<Summed[]> {
  const wholes = columns.flatMap(({ measure, isWhole }, column) => (isWhole ? [{ measure, column }] : []))
  const columnOf = Array.from({ length: Math.max(0, ...ids) }, () => -1)
  for (const [index, id] of ids.entries()) columnOf[id - 1] = at[index]!
  const found = await sql<{ unitId: string; periodId: number; told: [number, string, number, number][] }>`
    select unit_id, period_id, json_agg(json_build_array("column", value::text, known, positive)) as told
    from (
      select t.unit_id, t.period_id, (${columnOf}::int[])[t.cell_id] as "column", sum(t.value) as value, sum(t.known)::int as known, max(t.positive)::int as positive
      from facts.roll_total t
      where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (${[...periods]}::int[]) and t.line = ${line} and t.cell_id = any (${[...ids]}::int[])
      group by 1, 2, 3
      union all
      select t.unit_id, t.period_id, (${columnOf}::int[])[t.cell_id], sum(t.value), 0, (max(t.value) > 0)::int
      from facts.unit_total t
      where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (${[...periods]}::int[]) and t.cell_id = any (${[...ids]}::int[])
      group by 1, 2, 3
      union all
      select t.unit_id, t.period_id, w."column", sum(t.value), 1, (sum(t.value) > 0)::int
      from facts.unit_total t
      join facts.cell c on c.id = t.cell_id
      join unnest(${wholes.map(({ measure }) => measure)}::text[], ${wholes.map(({ column }) => column)}::int[]) as w (measure, "column") on w.measure = c.measure
      where t.unit_id = any (${[...unitIds]}::uuid[]) and t.period_id = any (${[...periods]}::int[])
      group by 1, 2, 3
    ) s
    group by 1, 2`.execute(tx)
  return found.rows.flatMap(({ unitId, periodId, told }) => told.map(([column, value, known, positive]) => ({ unitId, periodId, column, value, known, positive })))
}
