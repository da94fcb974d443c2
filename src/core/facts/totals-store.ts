import { sql, type RawBuilder } from 'kysely'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Cell } from './model/measure.ts'
import type { AnyTx } from './store.ts'
import type { Break, TotalRow, TotalsQuery } from './totals.ts'

/** A unit for which a superior answers, as on the day on which the period looks at it. */
export interface ScopeUnit {
  readonly unitId: string
  readonly day: PlainDate
  readonly name: string
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
}

export interface Values {
  readonly rows: readonly TotalRow[]
  readonly wholes: readonly { readonly measure: string; readonly value: number; readonly known: number; readonly positive: number }[]
  readonly knownUnits: ReadonlySet<string>
}

/** The units that are asked for figures: N. */
export async function scopeOf<DB>(tx: AnyTx<DB>, { unitId, to, scope, line, tree }: TotalsQuery): Promise<ScopeUnit[]> {
  const day = tree === 'now' ? sql`greatest(units.app_today(), ${to}::date)` : sql`${to}::date`
  const one = scope === 'own' ? sql`and unit_id = ${unitId}` : sql``
  // On today's tree the closed ones count with their heirs, and are not asked themselves.
  const alive = tree === 'now' ? sql`and day >= units.app_today()` : sql``
  const found = await sql<ScopeUnit>`
    select unit_id, day, name, level, school_levels from facts.scope_then(${unitId}, ${line}, ${day}) where true ${one} ${alive} order by name collate "vi-x-icu"`.execute(tx)
  return found.rows
}

/** The period of exactly these days, when its totals have been made. */
export async function keptPeriod<DB>(tx: AnyTx<DB>, { from, to }: Pick<TotalsQuery, 'from' | 'to'>): Promise<number | null> {
  const found = await sql<{ id: number }>`select id from facts.period where from_day = ${from} and to_day = ${to} and computed_at is not null`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** What the unit itself has; with what has changed and is not in the totals yet. */
export async function ownValues<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Values> {
  const dirty = await sql`select 1 from facts.dirty where unit_id = ${asked.unitId} limit 1`.execute(tx)
  const period = dirty.rows.length > 0 ? null : await keptPeriod(tx, asked)
  return addedUp(tx, asked, period, sql`select ${asked.unitId}::uuid as unit_id, ${asked.unitId}::uuid as heir_id`)
}

export async function valuesThen<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Values> {
  const period = await keptPeriod(tx, asked)
  if (period === null) return addedUp(tx, asked, null, sql`select unit_id, unit_id as heir_id from facts.scope_then(${asked.unitId}, ${asked.line}, ${asked.to})`)
  return rolledUp(tx, asked, period)
}

export async function valuesNow<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Values> {
  const own = asked.scope === 'own' ? sql`and heir_id = ${asked.unitId}` : sql``
  const members = sql`select unit_id, heir_id from facts.scope_now(${asked.unitId}, ${asked.line}, units.app_today()) where is_included ${own}`
  return addedUp(tx, asked, await keptPeriod(tx, asked), members)
}

interface RawRow extends Cell {
  readonly isWhole: boolean
  readonly value: string
  readonly known: number
  readonly positive: number
}

/**
 * Adds up what units have, from the kept totals of a period or from the facts.
 *
 * @param members  rows `unit_id, heir_id`: units with one heir count as one; without an heir they count in the sum alone
 */
async function addedUp<DB>(tx: AnyTx<DB>, asked: TotalsQuery, period: number | null, members: RawBuilder<unknown>): Promise<Values> {
  const only = asked.measures ? sql`and c.measure = any (${[...asked.measures]})` : sql``
  const cells =
    period === null
      ? sql`select m.heir_id, m.unit_id, c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail, c.value
          from member m join facts.unit_cells(array(select unit_id from member), ${asked.from}, ${asked.to}, ${asked.measures ? [...asked.measures] : null}::text[]) c on c.unit_id = m.unit_id`
      : sql`select m.heir_id, m.unit_id, c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail, t.value
          from member m join facts.unit_total t on t.unit_id = m.unit_id and t.period_id = ${period} join facts.cell c on c.id = t.cell_id where true ${only}`
  const found = await sql<RawRow & { heirs: string[] | null }>`
    with member as materialized (${members}),
    cell as materialized (${cells}),
    part as (
      select heir_id, measure, sex, age_group, ethnicity, audience, detail, sum(value) as value
      from cell group by heir_id, coalesce(heir_id, unit_id), 2, 3, 4, 5, 6, 7
    ),
    whole as (select heir_id, measure, sum(value) as value from cell group by heir_id, coalesce(heir_id, unit_id), 2)
    select false as is_whole, measure, sex, age_group, ethnicity, audience, detail, sum(value) as value,
      count(heir_id)::int as known, (count(heir_id) filter (where value > 0))::int as positive, null::uuid[] as heirs
    from part group by 2, 3, 4, 5, 6, 7
    union all
    select true, measure, '', '', '', '', '', sum(value), count(heir_id)::int, (count(heir_id) filter (where value > 0))::int, array_agg(heir_id)
    from whole group by 2
    order by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
  return valuesOf(found.rows, new Set(found.rows.flatMap(({ heirs }) => heirs ?? [])))
}

/** What was carried up to a superior, and its own beside it. */
async function rolledUp<DB>(tx: AnyTx<DB>, asked: TotalsQuery, period: number): Promise<Values> {
  const only = asked.measures ? sql`and c.measure = any (${[...asked.measures]})` : sql``
  const found = await sql<RawRow>`
    with own as (
      select c.id, c.measure, t.value from facts.unit_total t join facts.cell c on c.id = t.cell_id
      where t.unit_id = ${asked.unitId} and t.period_id = ${period} ${only}
    ),
    carried as (
      select id as cell_id, value, 1 as known, (value > 0)::int as positive from own
      union all
      select w.id, sum(o.value), 1, (sum(o.value) > 0)::int from own o join facts.cell w on w.is_whole and w.measure = o.measure group by w.id
      union all
      select t.cell_id, t.value, t.known, t.positive from facts.roll_total t
      where t.unit_id = ${asked.unitId} and t.period_id = ${period} and t.line = ${asked.line}
    )
    select c.is_whole, c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail, sum(t.value) as value, sum(t.known)::int as known, sum(t.positive)::int as positive
    from carried t join facts.cell c on c.id = t.cell_id
    where true ${only}
    group by c.id
    order by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
  return valuesOf(found.rows, asked.withoutMissing ? new Set() : await unitsWithValue(tx, asked, period))
}

async function unitsWithValue<DB>(tx: AnyTx<DB>, asked: TotalsQuery, period: number): Promise<Set<string>> {
  const only = asked.measures ? sql`where measure = any (${[...asked.measures]})` : sql``
  const found = await sql<{ unitId: string }>`
    select p.unit_id from facts.unit_place p
    where p.period_id = ${period}
      and (p.unit_id = ${asked.unitId} or ${asked.unitId}::uuid = any (case ${asked.line} when 'administrative' then p.administrative else p.professional end))
      and exists (
        select from facts.unit_total t
        where t.unit_id = p.unit_id and t.period_id = p.period_id and t.cell_id = any (array(select id from facts.cell ${only})))`.execute(tx)
  return new Set(found.rows.map((row) => row.unitId))
}

function valuesOf(found: readonly RawRow[], knownUnits: ReadonlySet<string>): Values {
  return {
    rows: found.filter((row) => !row.isWhole).map(({ measure, sex, ageGroup, ethnicity, audience, detail, value, known, positive }) => ({ measure, sex, ageGroup, ethnicity, audience, detail, value: Number(value), known, positive })),
    wholes: found.filter((row) => row.isWhole).map(({ measure, value, known, positive }) => ({ measure, value: Number(value), known, positive })),
    knownUnits,
  }
}

/** Closed units in reach whose figures no single unit of today carries on, and units from which parts were split off since. */
export async function breaksOf<DB>(tx: AnyTx<DB>, { unitId, line, from, scope }: TotalsQuery): Promise<Break[]> {
  const own = scope === 'own' ? sql`and (s.unit_id = ${unitId} or ${unitId}::uuid in (select facts.heirs(s.unit_id)))` : sql``
  const found = await sql<Break>`
    select s.unit_id, v.name, u.closed_on as on_day, case when exists (select from facts.heirs(s.unit_id)) then 'split' else 'abolish' end as kind,
      ${scope === 'own' ? sql`false` : sql`s.is_included`} as is_included
    from facts.scope_now(${unitId}, ${line}, units.app_today()) s
    join units.unit u on u.id = s.unit_id
    join units.unit_version v on v.unit_id = u.id and v.valid @> (u.closed_on - 1)
    where s.is_broken and u.closed_on > ${from} ${own}
    union all
    select s.unit_id, v.name, min(x.on_day), 'split', true
    from facts.scope_now(${unitId}, ${line}, units.app_today()) s
    join units.succession x on x.from_id = s.unit_id and x.kind = 'split' and x.on_day > ${from} and x.on_day <= units.app_today()
    join units.unit_version v on v.unit_id = s.unit_id and v.valid @> units.app_today()
    where s.unit_id = s.heir_id ${own}
    group by s.unit_id, v.name
    order by 3, 2`.execute(tx)
  return found.rows
}
