import { sql, type Kysely } from 'kysely'
import { asPerson, asSystem } from '#core/access/operation.ts'
import { checkTotals } from '#core/facts/check.ts'
import { drainTotals } from '#core/facts/drain.ts'
import { factStatements } from '#core/facts/model/fact-views.ts'
import type { Measure } from '#core/facts/model/measure.ts'
import { markChanged, trackPeriods } from '#core/facts/store.ts'
import { tableOf } from '#core/facts/table.ts'
import { totalsOf, type TotalsQuery } from '#core/facts/totals.ts'
import { factsOf } from '#core/facts/trace.ts'
import { uuidv7 } from '#platform/ids.ts'
import { rounded, type Bench, type Figure } from './measure.ts'
import { benchDatabase, generateSector } from './sector.ts'
import { requestOf } from './units.ts'

const MEASURES: readonly Measure[] = Array.from({ length: 60 }, (_, at) => ({ code: `bench.m${at}`, number: 'contacts', over: at % 10 === 0 ? 'last' : 'sum', breakdowns: ['sex'], appliesTo: ['school'] }))
const YEARS = [2022, 2023, 2024, 2025, 2026].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }))
const NOW = { now: new Date('2026-11-25T02:00:00Z'), newId: () => uuidv7() }

const bench: Bench = {
  title: 'Totals of national size: 41,000 schools, 60 measures by sex',
  async run() {
    const { db, close } = await benchDatabase()
    try {
      return await measureTotals(db)
    } finally {
      await close()
    }
  },
}
export default bench

async function measureTotals(db: Kysely<unknown>): Promise<readonly Figure[]> {
  const { ministry, departments } = await db.connection().execute(generateSector)
  await sql`select units.derive_ancestors(null)`.execute(db)
  // Open connections may hold a table of the same name; the marks of the tree are of no use here.
  await generateFacts(db)
  await sql`vacuum analyze`.execute(db)
  const request = { db, ...NOW }
  const year = YEARS.at(-1)!
  const count = await sql<{ facts: number }>`select count(*)::int as facts from bench.fact`.execute(db)
  const figures: Figure[] = []
  const once = async (what: string, work: () => Promise<unknown>, limit?: number) => {
    const begin = performance.now()
    await work()
    figures.push({ what, value: (performance.now() - begin) / 1_000, unit: 's', note: '1 run', ...(limit === undefined ? {} : { limit }) })
    process.stderr.write(`  ${what}: ${rounded(figures.at(-1)!.value)} s\n`)
  }
  const many = async (what: string, limit: number | null, work: (run: number) => Promise<unknown>, runs = 21) => {
    const times: number[] = []
    for (let run = 0; run < runs + 2; run++) {
      const begin = performance.now()
      await work(run)
      if (run >= 2) times.push(performance.now() - begin)
    }
    times.sort((a, b) => a - b)
    const p95 = times[Math.ceil(times.length * 0.95) - 1]!
    figures.push({ what, value: times[Math.floor(times.length / 2)]!, unit: 'ms', ...(limit === null ? {} : { limit }), note: `p95 ${rounded(p95)} ms, ${runs} runs` })
    process.stderr.write(`  ${what}: ${rounded(figures.at(-1)!.value)} ms, p95 ${rounded(p95)}\n`)
  }

  await asSystem(request, (tx) => trackPeriods(tx, YEARS))
  await once(`totals of five years from ${(count.rows[0]!.facts / 1e6).toFixed(1)} million facts, all levels and both lines`, () => drainTotals(request), 1_200)
  await sql`vacuum analyze`.execute(db)

  const system = <T>(work: Parameters<typeof asSystem<unknown, T>>[1]) => asSystem<unknown, T>(request, work)
  const national = async () => (await system((tx) => totalsOf(tx, { unitId: ministry, ...year, scope: 'below', line: 'professional', tree: 'then', measures: ['bench.m1'], withoutMissing: true }))).measures[0]!.value
  const schools = await sql<{ id: string; provinceId: string }>`select u.id, u.province_id from units.unit u join units.unit_version v on v.unit_id = u.id where v.level = 'school' and exists (select from bench.fact f where f.unit_id = u.id and f.on_day = '2026-03-08') order by u.id limit 4000`.execute(db)
  const change = (run: number, by: number) => system(async (tx) => {
    const { id: unitId, provinceId } = schools.rows[run]!
    await sql`update bench.counted set changed = changed + ${by} where unit_id = ${unitId} and measure = 'bench.m1' and sex = 'F'`.execute(tx)
    await markChanged(tx, { unitId, provinceId, days: ['2026-03-08'] })
  })
  const byHand = async () => Number((await sql<{ sum: string }>`select sum(value) as sum from bench.fact where measure = 'bench.m1' and on_day = '2026-03-08'`.execute(db)).rows[0]!.sum)
  await many('a school changes a figure, until the total of the nation is right (the job looks every 0.5 s: add at most that)', 2_000, async (run) => {
    await change(run, 1)
    await drainTotals(request)
  })
  if ((await national()) !== (await byHand())) throw new Error('the total of the nation is not what it must be')
  await many('100 schools change a figure one after the other, until all of their totals (120 each) are right', 2_000, async (run) => {
    for (let at = 0; at < 100; at++) await change(100 + ((run * 100 + at) % 3_800), 1)
    await drainTotals(request)
  }, 7)
  if ((await national()) !== (await byHand())) throw new Error('the total of the nation is not what it must be')

  const measures = MEASURES.slice(0, 20).map(({ code }) => code)
  await many('Ministry: 34 Departments × 20 measures × sex × 5 years', 500, async () => {
    const rows = await system((tx) => tableOf(tx, { unitIds: departments, periods: YEARS, line: 'professional', measures }))
    if (rows.length !== 34 * 20 * 3 * 5) throw new Error(`${rows.length} rows`)
  })
  // As the people themselves, behind the second wall.
  const [officer, minister] = [requestOf(db, departments[0]!, 'department_officer'), requestOf(db, ministry, 'ministry_officer')]
  const asked = { unitId: departments[0]!, ...year, line: 'professional', scope: 'below' } as const
  const told = (more: Partial<TotalsQuery>) => asPerson(officer, null, (tx) => totalsOf(tx, { ...asked, tree: 'then', ...more }))
  const { units } = await told({})
  await many(`totalsOf a Department with ${units} schools, 60 measures, n of N and the missing by name`, 200, () => told({}))
  await many('the same on today’s tree', 500, () => told({ tree: 'now' }))
  await many('the same of a year before the schools were merged, on today’s tree', null, () => told({ ...YEARS[0]!, tree: 'now' }), 5)
  await many('the same for a span of days without kept totals', null, () => told({ from: '2026-01-02', measures: ['bench.m1', 'bench.m2'] }), 5)
  await many('totalsOf the nation, 20 measures, n of N and the missing by name', 1_000, () => asPerson(minister, null, (tx) => totalsOf(tx, { ...asked, unitId: ministry, tree: 'then', measures })), 7)
  await many('one school: its own totals', 50, (run) => system((tx) => totalsOf(tx, { unitId: schools.rows[run]!.id, ...year, scope: 'own', line: 'professional', tree: 'then' })))
  await many('trace of one figure of a school to its sources', 300, (run) => system((tx) => factsOf(tx, { unitId: schools.rows[run]!.id, measure: 'bench.m1', ...year })))
  for (const table of ['unit_total', 'unit_place', 'roll_total']) await sql`delete from ${sql.table(`facts.${table}`)} where period_id <> (select id from facts.period where from_day = ${year.from})`.execute(db)
  await sql`vacuum full`.execute(db)
  await sql`delete from facts.period where from_day <> ${year.from}`.execute(db)
  await once('nightly check: the year computed anew and compared', () => checkTotals(request), 240)
  const differences = await sql<{ n: number }>`select count(*)::int as n from facts.difference`.execute(db)
  if (differences.rows[0]!.n > 0) throw new Error(`${differences.rows[0]!.n} differences`)
  const size = await sql<{ mb: number }>`select (sum(pg_total_relation_size(c.oid)) / 1048576)::int as mb from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'facts' and c.relkind = 'r'`.execute(db)
  figures.push({ what: 'space of the totals of the year, with indexes', value: size.rows[0]!.mb, unit: 'MB' })
  return figures
}

/**
 * Five years of facts: each year one of each sex for every school that was open then and each measure, other numbers every
 * year, and other schools that told nothing. The years share one stored row, so that the facts fit on a small disk.
 */
async function generateFacts(db: Kysely<unknown>): Promise<void> {
  const shared = `'' as age_group, '' as ethnicity, '' as audience, '' as detail`
  const yearly = YEARS.map(({ from }) => Number(from.slice(0, 4))).map((year) => `
    select province_id, unit_id, measure, date '${year}-03-08' as on_day, sex, ${shared}, value + ${year - 2022} * growth${year === 2026 ? ' + changed' : ''} as value, 'bench.counted' as source_table, id as source_id
    from bench.counted where last_year >= ${year} and (chance + ${year}) % 14 <> 0`)
  await sql.raw(`
    create schema bench;
    grant usage on schema bench to songhanh_app, songhanh_nation, songhanh_system;
    create table bench.counted (
      province_id text not null, id uuid not null, unit_id uuid not null, measure text not null, sex text not null,
      value int not null, growth int not null, changed int not null default 0, chance int not null, last_year int not null);
    insert into bench.counted
    select u.province_id, gen_random_uuid(), u.id, 'bench.m' || m, s.sex, 1 + (hashtext(u.id::text) & 63) + m, m % 4 + length(s.sex) + (hashtext(u.id::text) & 3), 0,
      hashtext(u.id::text) & 1023, case when u.closed_on is null then 9999 else extract(year from u.closed_on - 1)::int - 1 end
    from units.unit u
    join units.unit_version v on v.unit_id = u.id and v.level = 'school'
    cross join generate_series(0, 59) m
    cross join (values ('F'), ('M')) s (sex);
    create index on bench.counted (unit_id, measure);
    select units.protect('bench.counted');
    create view bench.fact with (security_invoker = true) as ${yearly.join('\n    union all')};
    grant select on bench.fact to songhanh_app, songhanh_nation, songhanh_system;
    ${factStatements([{ view: 'bench.fact', measures: MEASURES }])}`).execute(db)
}
