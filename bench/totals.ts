import { sql, type Kysely } from 'kysely'
import { asPerson, asSystem } from '#core/access/operation.ts'
import { drainTotals } from '#core/facts/drain.ts'
import { markChanged } from '#core/facts/store.ts'
import { totalsOf, type TotalsQuery } from '#core/facts/totals.ts'
import { factsOf } from '#core/facts/trace.ts'
import getTable from '#modules/indicators/operations/get-table.ts'
import traceFigure from '#modules/indicators/operations/trace-figure.ts'
import { uuidv7 } from '#platform/ids.ts'
import { fillTotals, generateFacts, generateIndicators, INDICATORS, MEASURES, sumsAreRight, YEARS } from './national.ts'
import { median, rounded, type Bench, type Figure } from './measure.ts'
import { childrenCpuMs } from './running-program.ts'
import { benchDatabase, generateSector } from './sector.ts'
import { requestOf } from './units.ts'

const NOW = { now: new Date('2026-11-25T02:00:00Z'), newId: () => uuidv7() }

const bench: Bench = {
  title: 'Totals of national size: 41,000 schools, 60 measures by sex, five years',
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
  const begin = performance.now()
  const log = (line: string) => void process.stderr.write(`  ${((performance.now() - begin) / 1_000).toFixed(0)} s: ${line}\n`)
  const { ministry, departments } = await db.connection().execute(generateSector)
  await sql`select units.derive_ancestors(null)`.execute(db)
  await generateFacts(db)
  await generateIndicators(db, ministry)
  await db.connection().execute((one) => fillTotals(one, log))
  await sql`vacuum analyze`.execute(db)
  await sumsAreRight(db)
  log('five years of totals are there and are the sums of their facts')

  const figures: Figure[] = []
  const many = async (what: string, limit: number | null, work: (run: number) => Promise<unknown>, runs = 21) => {
    const spent = process.cpuUsage()
    const spentByDatabase = childrenCpuMs()
    const figure = await median(what, work, { runs, warmUp: 2, ...(limit === null ? {} : { limit }) })
    const { user, system } = process.cpuUsage(spent)
    const each = ((user + system) / 1_000 + childrenCpuMs() - spentByDatabase) / (runs + 2)
    figures.push({ ...figure, note: `${figure.note}; processor ${rounded(each)} ms` })
    log(`${what}: ${rounded(figure.value)} ms, ${figures.at(-1)!.note}`)
  }
  const request = { db, ...NOW }
  const year = YEARS.at(-1)!
  const system = <T>(work: Parameters<typeof asSystem<unknown, T>>[1]) => asSystem<unknown, T>(request, work)

  const national = async () => (await system((tx) => totalsOf(tx, { unitId: ministry, ...year, scope: 'below', line: 'professional', tree: 'then', measures: ['bench.m1'], withoutMissing: true }))).measures[0]!.value
  const byHand = async () => Number((await sql<{ sum: string }>`select sum(value) as sum from bench.fact where measure = 'bench.m1' and on_day = '2026-03-08'`.execute(db)).rows[0]!.sum)
  const schools = (await sql<{ id: string; provinceId: string }>`select unit_id as id, province_id from bench.school where last_year = 9999 and (chance + 2026) % 14 <> 0 order by unit_id limit 4000`.execute(db)).rows
  const change = (at: number) => system(async (tx) => {
    const { id: unitId, provinceId } = schools[at]!
    await sql`insert into bench.changed as c values (${unitId}, 'bench.m1', 'F', 1) on conflict (unit_id, code, sex) do update set by = c.by + 1`.execute(tx)
    await markChanged(tx, { unitId, provinceId, days: ['2026-03-08'] })
  })
  await many('a school changes a figure, until the total of the nation is right (the job looks every 0.5 s: add at most that)', 2_000, async (run) => {
    await change(run)
    await drainTotals(request)
  })
  if ((await national()) !== (await byHand())) throw new Error('the total of the nation is not what it must be')
  await many('100 schools change a figure one after the other, until all of their totals (120 each) are right', 2_000, async (run) => {
    for (let at = 0; at < 100; at++) await change(100 + ((run * 100 + at) % 3_800))
    await drainTotals(request)
  }, 5)
  if ((await national()) !== (await byHand())) throw new Error('the total of the nation is not what it must be')

  // As the people themselves, behind the second wall.
  const [officer, minister] = [requestOf(db, departments[0]!, 'department_officer'), requestOf(db, ministry, 'ministry_officer')]
  const table = { codes: INDICATORS.map(({ code }) => code).join(','), years: YEARS.map(({ from }) => from.slice(0, 4)).join(','), sex: 'all', page: 1 } as const
  await many('screen /chi-tieu/bang-so-sanh of the Ministry: 34 Departments × 20 indicators × sex × 5 years, n of N in each', 500, async () => {
    const { rows, columns } = await getTable.run(minister, { unitId: ministry, ...table })
    if (rows.length !== 34 || columns.length !== 20 * 3 * 5 || rows.some(({ cells }) => cells.some(({ value }) => value === null))) throw new Error(`${rows.length} × ${columns.length}`)
  })
  await many('the same screen of a Department: the first 50 of 1,560 schools', null, () => getTable.run(officer, { unitId: departments[0]!, ...table }), 7)
  for (const [who, unitId, asked] of [['the Ministry', ministry, minister], ['a Department', departments[0]!, officer], ['a school', schools[0]!.id, minister]] as const) {
    await many(`trace of a figure of ${who} (\`indicators.trace\`): formula, n of N, units below, facts`, 300, () => traceFigure.run(asked, { unitId, code: 'XB2', year: 2026 }), 11)
  }
  const asked = { unitId: departments[0]!, ...year, line: 'professional', scope: 'below' } as const
  const told = (more: Partial<TotalsQuery>) => asPerson(officer, null, (tx) => totalsOf(tx, { ...asked, tree: 'then', ...more }))
  const { units } = await told({})
  await many(`totalsOf a Department with ${units} schools, 60 measures, n of N and the missing by name`, 200, () => told({}))
  await many('the same on today’s tree', null, () => told({ tree: 'now' }), 7)
  await many('the same of a year before the schools were merged, on today’s tree', null, () => told({ ...YEARS[0]!, tree: 'now' }), 5)
  await many('the same for a span of days without kept totals', null, () => told({ from: '2026-01-02', measures: ['bench.m1', 'bench.m2'] }), 5)
  const measures = MEASURES.slice(0, 20).map(({ code }) => code)
  await many('totalsOf the nation, 20 measures, n of N and the missing by name', 1_000, () => asPerson(minister, null, (tx) => totalsOf(tx, { ...asked, unitId: ministry, tree: 'then', measures })), 5)
  await many('one school: its own totals', 50, (run) => system((tx) => totalsOf(tx, { unitId: schools[run]!.id, ...year, scope: 'own', line: 'professional', tree: 'then' })))
  await many('facts of one figure of a school', null, (run) => system((tx) => factsOf(tx, { unitId: schools[run]!.id, measure: 'bench.m1', ...year })))
  return figures
}
