import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem, asPerson } from '#core/access/operation.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { sampleFacts, type SampleFacts } from '#testing/facts.ts'
import { drainTotals } from './drain.ts'
import { trackPeriods } from './store.ts'
import { tableOf } from './table.ts'
import { missingOf, totalsOf, type TotalsQuery } from './totals.ts'
import { factsOf } from './trace.ts'

let world: World
let sample: SampleFacts
beforeAll(async () => {
  world = await aWorld()
  sample = await sampleFacts(world)
})

const YEAR = { from: '2026-01-01', to: '2026-12-31' } as const
const below = (unitId: string, more: Partial<TotalsQuery> = {}): TotalsQuery => ({ unitId, ...YEAR, scope: 'below', line: 'professional', tree: 'then', ...more })
const totals = (asked: TotalsQuery) => asSystem(world.as(null), (tx) => totalsOf(tx, asked))
const track = (from: string, to: string) => asSystem(world.as(null), (tx) => trackPeriods(tx, [{ from, to }]))
const drain = () => drainTotals(world.as(null))
const wholeOf = async (asked: TotalsQuery, measure: string) => (await totals(asked)).measures.find((row) => row.measure === measure)

describe('totals of a period', () => {
  it('are carried to every superior of both lines, with n of N', async () => {
    const { ministry, department, commune, highSchool, primarySchool } = await aSector(world)
    await sample.count(
      { unitId: highSchool, measure: 'sample.contacts', onDay: '2026-03-08', value: 40, sex: 'F', audience: 'pupils' },
      { unitId: highSchool, measure: 'sample.contacts', onDay: '2026-10-20', value: 2, sex: 'M', audience: 'pupils' },
      { unitId: primarySchool, measure: 'sample.contacts', onDay: '2026-05-01', value: 5, sex: 'F', audience: 'pupils' },
      { unitId: primarySchool, measure: 'sample.count', onDay: '2026-05-01', value: 0 },
      { unitId: department, measure: 'sample.contacts', onDay: '2026-06-01', value: 100 },
    )
    await drain()
    const atMinistry = await totals(below(ministry))
    expect(atMinistry.measures).toEqual([
      { measure: 'sample.contacts', value: 147, known: 3, positive: 3, units: 3 },
      { measure: 'sample.count', value: 0, known: 1, positive: 0, units: 2 },
    ])
    expect(atMinistry.rows.filter((row) => row.measure === 'sample.contacts').map(({ sex, audience, value, known }) => ({ sex, audience, value, known }))).toEqual([
      { sex: '', audience: '', value: 100, known: 1 },
      { sex: 'F', audience: 'pupils', value: 45, known: 2 },
      { sex: 'M', audience: 'pupils', value: 2, known: 1 },
    ])
    expect(await wholeOf(below(commune, { line: 'administrative' }), 'sample.contacts')).toMatchObject({ value: 5, known: 1, units: 1 })
    expect(await wholeOf({ ...below(department), scope: 'own' }, 'sample.contacts')).toMatchObject({ value: 100, known: 1, units: 1 })
  })

  it('name the units that are missing', async () => {
    const { department, highSchool, primarySchool } = await aSector(world)
    await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 1 })
    await drain()
    const found = await totals(below(department, { measures: ['sample.count'] }))
    expect({ units: found.units, missing: found.missing }).toEqual({ units: 2, missing: [{ unitId: primarySchool, name: 'Trường Tiểu học Thạch Mơ' }] })
  })

  it('name the units that are missing page by page, counted in all', async () => {
    const { department } = await aSector(world)
    for (const name of ['Trường A', 'Trường B', 'Trường C']) await world.unit({ professional: department, name })
    const asked = below(department, { measures: ['sample.count'] })
    const page = (skip: number) => asSystem(world.as(null), (tx) => missingOf(tx, asked, { skip, limit: 2 }))
    expect((await totals(asked)).missingCount).toBe(5)
    expect(await page(0)).toMatchObject({ count: 5, units: [{ name: 'Trường A' }, { name: 'Trường B' }] })
    expect(await page(2)).toMatchObject({ count: 5, units: [{ name: 'Trường C' }, {}] })
  })

  it('are the same side by side in a table', async () => {
    const { ministry, department, highSchool } = await aSector(world)
    await sample.count(
      { unitId: highSchool, measure: 'sample.contacts', onDay: '2026-03-08', value: 3, sex: 'F', audience: 'pupils' },
      { unitId: highSchool, measure: 'sample.contacts', onDay: '2026-03-08', value: 4, sex: 'F', audience: 'parents' },
      { unitId: department, measure: 'sample.contacts', onDay: '2026-03-09', value: 5, sex: 'F' },
      { unitId: department, measure: 'sample.contacts', onDay: '2026-03-09', value: 6, sex: 'M' },
    )
    await drain()
    const rows = await asSystem(world.as(null), (tx) => tableOf(tx, { unitIds: [ministry, department], periods: [YEAR, { from: '1990-01-01', to: '1990-12-31' }], line: 'professional', measures: ['sample.contacts'] }))
    const of = (unitId: string) => rows.filter((row) => row.unitId === unitId).map(({ isWhole, sex, value, known }) => [isWhole ? null : sex, value, known]).sort()
    expect(of(department)).toEqual([[null, 18, 2], ['F', 12, null], ['M', 6, null]])
    expect(of(ministry)).toEqual(of(department))
  })

  it('are the same where they are kept and where they are not', async () => {
    const { ministry, highSchool } = await aSector(world)
    await sample.count(
      { unitId: highSchool, measure: 'sample.contacts', onDay: '2026-03-08', value: 3, sex: 'F' },
      { unitId: highSchool, measure: 'sample.contacts', onDay: '2026-07-08', value: 4, sex: 'F' },
    )
    const asked = below(ministry, { from: '2026-02-01', to: '2026-06-30' })
    const straight = await totals(asked)
    await track(asked.from, asked.to)
    await drain()
    expect(await totals(asked)).toEqual(straight)
    expect(straight.measures).toMatchObject([{ measure: 'sample.contacts', value: 3 }])
  })

  it('take a snapshot of its latest day, not the sum of days', async () => {
    const { department, highSchool } = await aSector(world)
    await sample.count(
      { unitId: highSchool, measure: 'sample.heads', onDay: '2026-05-31', value: 400, sex: 'F' },
      { unitId: highSchool, measure: 'sample.heads', onDay: '2026-05-31', value: 12 },
      { unitId: highSchool, measure: 'sample.heads', onDay: '2026-09-30', value: 420, sex: 'F' },
    )
    await drain()
    expect(await wholeOf(below(department), 'sample.heads')).toMatchObject({ value: 420 })
    const facts = await asSystem(world.as(null), (tx) => factsOf(tx, { unitId: highSchool, measure: 'sample.heads', ...YEAR }))
    expect(facts.map(({ onDay, value }) => [onDay, value])).toEqual([['2026-09-30', 420]])
  })

  it('do not add persons over activities: at least those of the largest one came', async () => {
    const { department, highSchool, primarySchool } = await aSector(world)
    await sample.count(
      { unitId: highSchool, measure: 'sample.people', onDay: '2026-03-08', value: 40, sex: 'F' },
      { unitId: highSchool, measure: 'sample.people', onDay: '2026-10-20', value: 60, sex: 'F' },
      { unitId: primarySchool, measure: 'sample.people', onDay: '2026-10-20', value: 5, sex: 'F' },
    )
    await drain()
    expect(await wholeOf(below(department), 'sample.people')).toMatchObject({ value: 65, known: 2 })
    const facts = await asSystem(world.as(null), (tx) => factsOf(tx, { unitId: highSchool, measure: 'sample.people', ...YEAR }))
    expect(facts.map(({ onDay, value }) => [onDay, value])).toEqual([['2026-10-20', 60]])
  })

  it('know the unit of a measure that is made from data', async () => {
    const { department, highSchool } = await aSector(world)
    await sample.count(
      { unitId: highSchool, measure: 'sample.hand.A07', onDay: '2026-03-08', value: 3 },
      { unitId: highSchool, measure: 'sample.hand.A07', onDay: '2026-10-20', value: 4.5 },
    )
    await drain()
    expect(await wholeOf(below(department), 'sample.hand.A07')).toMatchObject({ value: 4.5, units: 4 })
  })

  it('follow a correction, and a fact that is taken away', async () => {
    const { ministry, highSchool } = await aSector(world)
    const [first, second] = await sample.count(
      { unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 },
      { unitId: highSchool, measure: 'sample.count', onDay: '2026-03-09', value: 2 },
    )
    await drain()
    await sample.correct(first!, 5)
    await drain()
    expect(await wholeOf(below(ministry), 'sample.count')).toMatchObject({ value: 7, known: 1 })
    await sample.correct(first!, null)
    await sample.correct(second!, null)
    await drain()
    expect(await wholeOf(below(ministry), 'sample.count')).toBeUndefined()
    expect(await world.rows(sql`select 1 from facts.roll_total where unit_id = ${ministry}`)).toEqual([])
  })

  it('show a person what lies in reach alone', async () => {
    const { department, highSchool, primarySchool } = await aSector(world)
    await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 }, { unitId: primarySchool, measure: 'sample.count', onDay: '2026-03-08', value: 2 })
    await drain()
    const head = await world.person(primarySchool, ['committee_head'])
    const officer = await world.person(department, ['department_officer'])
    const seenBy = (who: typeof head, unitId: string) => asPerson(world.as(who), null, (tx) => totalsOf(tx, below(unitId, { measures: ['sample.count'] })))
    expect((await seenBy(officer, department)).measures).toMatchObject([{ value: 9, known: 2, units: 2 }])
    expect((await seenBy(head, primarySchool)).measures).toMatchObject([{ value: 2, known: 1 }])
    expect((await seenBy(head, department)).measures).toEqual([])
  })
})
