import { sql, type RawBuilder } from 'kysely'
import type { Cell } from './model/measure.ts'
import { scopesOf, type ScopeGroup } from './scopes.ts'
import type { AnyTx } from './store.ts'
import type { Break, Page, TotalRow, TotalsQuery } from './totals.ts'

export interface Values {
  readonly rows: readonly TotalRow[]
  readonly wholes: readonly { readonly measure: string; readonly value: number; readonly known: number; readonly positive: number }[]
  /** A query for the column `unit_id`: units that have anything of the measures. */
  readonly known: RawBuilder<unknown>
}

const scopes = new WeakMap<object, Map<string, Promise<readonly ScopeGroup[]>>>()

/** The units that are asked for figures, counted by kind: a nation of them is a few rows. Counted once in a transaction: none that adds up figures moves units. */
export function scopeOf<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<readonly ScopeGroup[]> {
  const known = scopes.get(tx) ?? new Map<string, Promise<readonly ScopeGroup[]>>()
  scopes.set(tx, known)
  const { unitId, from, to, scope, line, tree } = asked
  const key = [unitId, from, to, scope, line, tree].join(' ')
  const counted = known.get(key) ?? countScope(tx, asked)
  known.set(key, counted)
  return counted
}

async function countScope<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<readonly ScopeGroup[]> {
  const { unitId, from, to, scope, line, tree } = asked
  // Counted without their names: of a nation in a third of the time.
  if (scope === 'below' && tree === 'then') return (await scopesOf(tx, { unitIds: [unitId], periods: [{ from, to }], line })).get(`${unitId} ${from}`) ?? []
  const found = await sql<ScopeGroup>`
    select s.day, s.level, s.school_levels, count(*)::int as units from (${scoped(asked)}) s group by 1, 2, 3`.execute(tx)
  return found.rows
}

function scoped({ unitId, to, scope, line, tree }: TotalsQuery): RawBuilder<unknown> {
  const day = tree === 'now' ? sql`(select greatest(units.app_today(), ${to}::date))` : sql`${to}::date`
  // On today's tree the closed ones count with their heirs, and are not asked themselves.
  const alive = tree === 'now' ? sql`and s.day >= (select units.app_today())` : sql``
  if (scope === 'below') return sql`select s.unit_id, s.day, s.name, s.level, s.school_levels from facts.scope_then(${unitId}, ${line}, ${day}) s where true ${alive}`
  return sql`
    select s.unit_id, s.day, v.name, v.level, v.school_levels
    from (select ${unitId}::uuid as unit_id, facts.tree_day(${unitId}, ${day}) as day) s
    join units.unit_version v on v.unit_id = s.unit_id and v.valid @> s.day
    where true ${alive}`
}

/** Which units are expected to have a measure. */
export interface Expected {
  readonly isSnapshot: boolean
  readonly scopes: readonly string[]
}

export interface MissingUnits {
  /** Of all of them. */
  readonly count: number
  readonly units: readonly { readonly unitId: string; readonly name: string }[]
}

/** Units that are expected to have something and are not among the known, by name: some of them, and how many in all. */
export async function missingUnits<DB>(tx: AnyTx<DB>, asked: TotalsQuery, expected: readonly Expected[], known: RawBuilder<unknown>, page: Page): Promise<MissingUnits> {
  const found = await sql<{ unitId: string; name: string; count: number }>`
    with known as materialized (${known}),
    wanted as (select * from jsonb_to_recordset(${JSON.stringify(expected)}::jsonb) as w ("isSnapshot" boolean, scopes text[]))
    select s.unit_id, s.name, (count(*) over ())::int as count
    from (${scoped(asked)}) s
    where s.day >= ${asked.from}
      and exists (
        select from wanted w
        where (not w."isSnapshot" or s.day >= ${asked.to}) and (w.scopes = '{}' or s.level = any (w.scopes) or s.school_levels && w.scopes))
      and s.unit_id not in (select unit_id from known)
    order by s.name collate "vi-x-icu", s.unit_id
    offset ${page.skip} limit ${page.limit}`.execute(tx)
  return { count: found.rows[0]?.count ?? 0, units: found.rows.map(({ unitId, name }) => ({ unitId, name })) }
}

/** The period of exactly these days, when its totals have been made. */
export async function keptPeriod<DB>(tx: AnyTx<DB>, { from, to }: Pick<TotalsQuery, 'from' | 'to'>): Promise<number | null> {
  const found = await sql<{ id: number }>`select id from facts.period where from_day = ${from} and to_day = ${to} and computed_at is not null`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** What the unit itself has; with what has changed and is not in the totals yet. */
export async function ownValues<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Values> {
  const settled = await sql<{ id: number }>`
    select id from facts.period
    where from_day = ${asked.from} and to_day = ${asked.to} and computed_at is not null and not exists (select from facts.dirty where unit_id = ${asked.unitId})`.execute(tx)
  return addedUp(tx, asked, settled.rows[0]?.id ?? null, sql`select ${asked.unitId}::uuid as unit_id, ${asked.unitId}::uuid as heir_id`)
}

export async function valuesThen<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Values> {
  const period = await keptPeriod(tx, asked)
  if (period === null) return addedUp(tx, asked, null, sql`select unit_id, unit_id as heir_id from facts.scope_then(${asked.unitId}, ${asked.line}, ${asked.to})`)
  return rolledUp(tx, asked, period)
}

export async function valuesNow<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Values> {
  const period = await keptPeriod(tx, asked)
  if (period !== null && asked.scope === 'below') return carriedOn(tx, asked, period)
  const own = asked.scope === 'own' ? sql`and heir_id = ${asked.unitId}` : sql``
  return addedUp(tx, asked, period, sql`${membersNow(asked)} ${own}`)
}

/** Whose figures lie below a unit today, and the one unit of today that carries them on, where there is one. */
function membersNow({ unitId, line }: TotalsQuery): RawBuilder<unknown> {
  return sql`select unit_id, heir_id from facts.scope_now(${unitId}, ${line}, (select units.app_today())) where is_included`
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
  const heirs = [...new Set(found.rows.flatMap(({ heirs }) => heirs ?? []))].filter((id) => id !== null)
  return valuesOf(found.rows, sql`select unit_id from unnest(${heirs}::uuid[]) unit_id`)
}

/** What was carried up to a superior, and its own beside it. */
async function rolledUp<DB>(tx: AnyTx<DB>, asked: TotalsQuery, period: number): Promise<Values> {
  const found = await sql<RawRow>`
    with own as (${ownCells(asked, period)}),
    carried as (${carried(asked, period)})
    ${totalled(asked, sql`carried`)}
    order by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
  return valuesOf(found.rows, sql`select unit_id from facts.unit_place where period_id = ${period} and known && ${wholeCells(asked)}`)
}

/**
 * The same on today's tree: what was carried then, without the units that count otherwise today, and these as they count
 * today. They are few where little was merged or moved since.
 */
async function carriedOn<DB>(tx: AnyTx<DB>, asked: TotalsQuery, period: number): Promise<Values> {
  const above = sql.ref(`p.${asked.line}`)
  const among = asked.measures ? sql`and t.cell_id = any (array(select c.id from facts.cell c where not c.is_whole ${onlyOf(asked)}))` : sql``
  const found = await sql<RawRow>`
    with own as (${ownCells(asked, period)}),
    carried as (${carried(asked, period)}),
    place as materialized (
      select p.unit_id, p.unit_id = ${asked.unitId} or ${asked.unitId}::uuid = any (${above}) as is_carried from facts.unit_place p where p.period_id = ${period}
    ),
    member as materialized (
      select m.unit_id, m.heir_id, count(*) over (partition by m.heir_id) as of_heir from (${membersNow(asked)}) m join place p on p.unit_id = m.unit_id
    ),
    turned as materialized (
      select p.unit_id from place p where p.is_carried and p.unit_id not in (select unit_id from member)
      union
      select m.unit_id from member m where m.of_heir > 1 or m.heir_id is null or m.unit_id not in (select unit_id from place where is_carried)
    ),
    signed as materialized (
      select t.unit_id as counts_as, true as is_unit, t.unit_id, -1 as sign from turned t join place p on p.unit_id = t.unit_id where p.is_carried
      union all
      select coalesce(m.heir_id, m.unit_id), m.heir_id is not null, m.unit_id, 1 from turned t join member m on m.unit_id = t.unit_id
    ),
    cell as materialized (
      select s.counts_as, s.is_unit, s.sign, c.measure, t.cell_id, sum(t.value) as value
      from signed s
      -- Unit by unit: nobody can tell beforehand how few they are.
      cross join lateral (select t.cell_id, t.value from facts.unit_total t where t.unit_id = s.unit_id and t.period_id = ${period} ${among} offset 0) t
      join facts.cell c on c.id = t.cell_id
      where true ${onlyOf(asked)}
      group by 1, 2, 3, 4, 5
    ),
    whole as (
      select e.counts_as, e.is_unit, e.sign, w.id as cell_id, sum(e.value) as value
      from cell e join facts.cell w on w.is_whole and w.measure = e.measure
      group by 1, 2, 3, 4
    ),
    moved as (
      select cell_id, sign * value as value, sign * is_unit::int as known, sign * (is_unit and value > 0)::int as positive, sign as parts from cell
      union all
      select cell_id, sign * value, sign * is_unit::int, sign * (is_unit and value > 0)::int, sign from whole
    ),
    counted as (select cell_id, value, known, positive, known as parts from carried union all select * from moved)
    ${totalled(asked, sql`counted`)}
    having sum(t.parts) > 0
    order by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
  const known = sql`
    select m.heir_id as unit_id from (${membersNow(asked)}) m join facts.unit_place p on p.unit_id = m.unit_id
    where p.period_id = ${period} and m.heir_id is not null and p.known && ${wholeCells(asked)}`
  return valuesOf(found.rows, known)
}

const onlyOf = ({ measures }: TotalsQuery) => (measures ? sql`and c.measure = any (${[...measures]})` : sql``)

const wholeCells = (asked: TotalsQuery) => sql`array(select c.id from facts.cell c where c.is_whole ${onlyOf(asked)})`

function ownCells(asked: TotalsQuery, period: number): RawBuilder<unknown> {
  return sql`
    select c.id, c.measure, t.value from facts.unit_total t join facts.cell c on c.id = t.cell_id
    where t.unit_id = ${asked.unitId} and t.period_id = ${period} ${onlyOf(asked)}`
}

/** Needs `own`. */
function carried(asked: TotalsQuery, period: number): RawBuilder<unknown> {
  return sql`
    select id as cell_id, value, 1 as known, (value > 0)::int as positive from own
    union all
    select w.id, sum(o.value), 1, (sum(o.value) > 0)::int from own o join facts.cell w on w.is_whole and w.measure = o.measure group by w.id
    union all
    select t.cell_id, t.value, t.known, t.positive from facts.roll_total t
    where t.unit_id = ${asked.unitId} and t.period_id = ${period} and t.line = ${asked.line}`
}

function totalled(asked: TotalsQuery, from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select c.is_whole, c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail, sum(t.value) as value, sum(t.known)::int as known, sum(t.positive)::int as positive
    from ${from} t join facts.cell c on c.id = t.cell_id
    where true ${onlyOf(asked)}
    group by c.id`
}

function valuesOf(found: readonly RawRow[], known: RawBuilder<unknown>): Values {
  return {
    rows: found.filter((row) => !row.isWhole).map(({ measure, sex, ageGroup, ethnicity, audience, detail, value, known: n, positive }) => ({ measure, sex, ageGroup, ethnicity, audience, detail, value: Number(value), known: n, positive })),
    wholes: found.filter((row) => row.isWhole).map(({ measure, value, known: n, positive }) => ({ measure, value: Number(value), known: n, positive })),
    known,
  }
}

/** Closed units in reach whose figures no single unit of today carries on, and units from which parts were split off since. */
export async function breaksOf<DB>(tx: AnyTx<DB>, { unitId, line, from, scope }: TotalsQuery): Promise<Break[]> {
  const own = scope === 'own' ? sql`and (s.unit_id = ${unitId} or ${unitId}::uuid in (select facts.heirs(s.unit_id)))` : sql``
  const found = await sql<Break>`
    with scope as materialized (
      select s.unit_id, s.unit_id = s.heir_id as is_alive, s.is_included, s.is_broken from facts.scope_now(${unitId}, ${line}, (select units.app_today())) s where true ${own}
    )
    select s.unit_id, v.name, u.closed_on as on_day, case when exists (select from facts.heirs(s.unit_id)) then 'split' else 'abolish' end as kind,
      ${scope === 'own' ? sql`false` : sql`s.is_included`} as is_included
    from scope s
    join units.unit u on u.id = s.unit_id
    join units.unit_version v on v.unit_id = u.id and v.valid @> (u.closed_on - 1)
    where s.is_broken and u.closed_on > ${from}
    union all
    select s.unit_id, v.name, min(x.on_day), 'split', true
    from scope s
    join units.succession x on x.from_id = s.unit_id and x.kind = 'split' and x.on_day > ${from} and x.on_day <= units.app_today()
    join units.unit_version v on v.unit_id = s.unit_id and v.valid @> units.app_today()
    where s.is_alive
    group by s.unit_id, v.name
    order by 3, 2`.execute(tx)
  return found.rows
}
