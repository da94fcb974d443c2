import { sql, type Kysely, type Transaction } from 'kysely'
import { factStatements } from '#core/facts/model/fact-views.ts'
import type { Measure } from '#core/facts/model/measure.ts'

/** 60 measures by sex, every tenth a snapshot. */
export const MEASURES: readonly Measure[] = Array.from({ length: 60 }, (_, at) => ({ code: `bench.m${at}`, number: 'contacts', over: at % 10 === 0 ? 'last' : 'sum', breakdowns: ['sex'], appliesTo: ['school'] }))
export const YEARS = [2022, 2023, 2024, 2025, 2026].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }))
/** Indicators of the Ministry over the measures, each told by sex: half of them sums, half shares. */
export const INDICATORS = Array.from({ length: 20 }, (_, at) => ({ code: `XB${at + 1}`, formula: at % 2 === 0 ? `bench.m${at} + bench.m${at + 20}` : `bench.m${at} / bench.m${at + 20}`, unit: at % 2 === 0 ? 'contacts' : 'percent' }))

/**
 * Five years of facts: each year one of each sex for every school that was open then and each measure, other numbers every
 * year, and other schools that told nothing. They are worked out from the schools when they are read: 21 million rows need
 * neither time to write nor room.
 */
export async function generateFacts(db: Kysely<unknown>): Promise<void> {
  const value = `1 + s.number + m.at + ascii(m.sex) % 7 + (y.year - 2022) * (m.at % 4 + 1 + (s.number & 3)) + case when y.year = 2026 then coalesce(c.by, 0) else 0 end`
  await sql.raw(`
    create schema bench;
    grant usage on schema bench to songhanh_app, songhanh_nation, songhanh_system;
    create table bench.year as select y as year, make_date(y, 3, 8) as on_day from generate_series(2022, 2026) y;
    create table bench.measure as select m as at, 'bench.m' || m as code, x.sex from generate_series(0, ${MEASURES.length - 1}) m cross join (values ('F'), ('M')) as x (sex);
    create table bench.changed (unit_id uuid not null, code text not null, sex text not null, by int not null, primary key (unit_id, code, sex));
    create table bench.school as
    select u.id as unit_id, u.province_id, gen_random_uuid() as id, hashtext(u.id::text) & 63 as number, hashtext(u.id::text) & 1023 as chance,
      case when u.closed_on is null then 9999 else extract(year from u.closed_on - 1)::int - 1 end as last_year
    from units.unit u join units.unit_version v on v.unit_id = u.id and v.level = 'school';
    create unique index on bench.school (unit_id);
    select units.protect('bench.school');
    grant select on all tables in schema bench to songhanh_app, songhanh_nation, songhanh_system;
    grant insert, update on bench.changed to songhanh_system;
    create view bench.fact with (security_invoker = true) as
    select s.province_id, s.unit_id, m.code as measure, y.on_day, m.sex, '' as age_group, '' as ethnicity, '' as audience, '' as detail, ${value} as value, 'bench.school' as source_table, s.id as source_id
    from bench.school s
    cross join bench.measure m
    join bench.year y on s.last_year >= y.year and (s.chance + y.year) % 14 <> 0
    left join bench.changed c on c.unit_id = s.unit_id and c.code = m.code and c.sex = m.sex;
    grant select on bench.fact to songhanh_app, songhanh_nation, songhanh_system;
    ${factStatements([{ view: 'bench.fact', measures: MEASURES }])}
    analyze bench.year; analyze bench.measure; analyze bench.school;`).execute(db)
}

export async function generateIndicators(db: Kysely<unknown>, ministry: string): Promise<void> {
  const rest = { splits: ['sex'], periods: ['year'], levels: ['school', 'commune', 'department', 'ministry'], givers: ['school'], direction: 'none', isFlow: false, source: 'bench', milestones: [], hand: null }
  await sql`
    insert into indicators.definition (province_id, id, unit_id, code, version, valid_from, name_vi, unit_of_measure, formula, definition, reason, created_by, created_at)
    select '00', gen_random_uuid(), ${ministry}, d.code, 1, '2021-01-01', 'Chỉ tiêu ' || d.code, d.unit, d.formula, ${JSON.stringify(rest)}::jsonb, 'bench', gen_random_uuid(), now()
    from jsonb_to_recordset(${JSON.stringify(INDICATORS)}::jsonb) as d (code text, formula text, unit text)`.execute(db)
}

/** Years of which the totals of every school are kept as well: the last, which changes, and the first, which is asked on today's tree. */
const WITH_SCHOOLS = new Set([YEARS[0]!.from, YEARS.at(-1)!.from])

/**
 * The kept totals of the years as the job makes them (`facts.recompute`), written in bulk: a year of the nation takes the
 * job minutes, since it keeps them right while they are read. `sumsAreRight` holds them against the facts.
 */
export async function fillTotals(db: Kysely<unknown>, log: (line: string) => void): Promise<void> {
  await sql`
    insert into facts.cell (measure, is_whole, sex, age_group, ethnicity, audience, detail)
    select code, false, sex, '', '', '', '' from bench.measure union all select distinct code, true, '', '', '', '', '' from bench.measure order by 1, 2`.execute(db)
  await sql`insert into facts.period (from_day, to_day) select "from", "to" from jsonb_to_recordset(${JSON.stringify(YEARS)}::jsonb) as p ("from" date, "to" date)`.execute(db)
  await db.transaction().execute(async (tx) => {
    // In the transaction that empties a table nothing of it goes through the log; its key is built at the end.
    await sql`truncate facts.unit_total, facts.unit_place, facts.roll_total`.execute(tx)
    await sql`alter table facts.unit_total drop constraint unit_total_pkey`.execute(tx)
    await sql`set local work_mem = '256MB'`.execute(tx)
    await sql`set local maintenance_work_mem = '512MB'`.execute(tx)
    for (const year of YEARS) {
      await fillYear(tx, year)
      log(`${year.from.slice(0, 4)} written`)
    }
    await sql`alter table facts.unit_total add primary key (unit_id, period_id, cell_id, province_id)`.execute(tx)
    await sql`update facts.period set computed_at = now()`.execute(tx)
    await sql`delete from facts.dirty`.execute(tx)
  })
}

async function fillYear(tx: Transaction<unknown>, { from, to }: (typeof YEARS)[number]): Promise<void> {
  if (WITH_SCHOOLS.has(from)) {
    await sql`
      insert into facts.unit_total (province_id, unit_id, period_id, cell_id, value)
      select f.province_id, f.unit_id, p.id, c.id, f.value
      from facts.period p, bench.fact f
      join facts.cell c on c.measure = f.measure and c.sex = f.sex and not c.is_whole
      where p.from_day = ${from} and f.on_day between ${from} and ${to}`.execute(tx)
  }
  await sql`
    insert into facts.unit_place (province_id, unit_id, period_id, administrative, professional, known)
    select u.province_id, w.unit_id, p.id, w.administrative, w.professional, array(select id from facts.cell where is_whole order by id)
    from facts.period p, facts.places(array(select unit_id from bench.fact where on_day between ${from} and ${to} and measure = 'bench.m0' and sex = 'F'), ${to}) w
    join units.unit u on u.id = w.unit_id
    where p.from_day = ${from}`.execute(tx)
  await sql`
    insert into facts.roll_total (province_id, unit_id, line, period_id, cell_id, value, known, positive)
    with place as materialized (
      select w.unit_id, w.administrative, w.professional, dense_rank() over (order by w.administrative, w.professional) as number
      from facts.unit_place w where w.period_id = (select id from facts.period where from_day = ${from})
    ), placed as materialized (
      select w.number, f.measure, f.sex, sum(f.value) as value, count(*) as units
      from place w join bench.fact f on f.unit_id = w.unit_id and f.on_day between ${from} and ${to}
      group by 1, 2, 3
    ), summed as (
      select s.superior, l.line, t.measure, t.sex, sum(t.value) as value, sum(t.units) as units
      from placed t
      join (select distinct number, administrative, professional from place) w on w.number = t.number
      cross join lateral (values ('administrative', w.administrative), ('professional', w.professional)) as l (line, superiors)
      cross join lateral unnest(l.superiors) as s (superior)
      group by 1, 2, 3, 4
    ), told as (
      select superior, line, measure, sex, value, units from summed
      union all
      select superior, line, measure, '', sum(value), max(units) from summed group by 1, 2, 3
    )
    select u.province_id, t.superior, t.line, p.id, c.id, t.value, t.units, t.units
    from told t
    join facts.cell c on c.measure = t.measure and c.sex = t.sex
    join units.unit u on u.id = t.superior
    cross join facts.period p where p.from_day = ${from}`.execute(tx)
}

/** @throws Error when the kept totals of the Departments are not the sums of the facts, in every year and of every measure */
export async function sumsAreRight(db: Kysely<unknown>): Promise<void> {
  const found = await sql<{ compared: number; wrong: number }>`
    with by_hand as (
      select a.ancestor_id, y.year, m.code, m.sex, sum(f.value) as value, count(*) as units
      from bench.year y cross join bench.measure m
      join bench.fact f on f.on_day = y.on_day and f.measure = m.code and f.sex = m.sex
      join units.unit_ancestor a on a.unit_id = f.unit_id and a.line = 'professional' and a.depth = 1 and a.valid @> make_date(y.year, 12, 31)
      where m.at in (0, 1, 21, 59)
      group by 1, 2, 3, 4
    )
    select count(*)::int as compared, count(*) filter (where (t.value, t.known) is distinct from (h.value, h.units))::int as wrong
    from by_hand h
    join facts.period p on p.from_day = make_date(h.year, 1, 1)
    join facts.cell c on c.measure = h.code and c.sex = h.sex and not c.is_whole
    left join facts.roll_total t on t.unit_id = h.ancestor_id and t.period_id = p.id and t.cell_id = c.id and t.line = 'professional'`.execute(db)
  const { compared, wrong } = found.rows[0]!
  if (compared < 1_000 || wrong > 0) throw new Error(`${wrong} of ${compared} totals are not the sums of the facts`)
}
