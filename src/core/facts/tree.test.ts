import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import closeUnit from '#core/units/operations/close-unit.ts'
import changeUnit from '#core/units/operations/change-unit.ts'
import mergeUnits from '#core/units/operations/merge-units.ts'
import splitUnit from '#core/units/operations/split-unit.ts'
import { sampleFacts, type SampleFacts } from '#testing/facts.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { drainTotals } from './drain.ts'
import { scopesOf, type ScopeGroup } from './scopes.ts'
import { totalsOf, type TotalsQuery } from './totals.ts'

let world: World
let sample: SampleFacts
beforeAll(async () => {
  world = await aWorld(new Date('2026-11-20T02:00:00Z'))
  sample = await sampleFacts(world)
})

const YEAR = { from: '2026-01-01', to: '2026-12-31' } as const
const asked = (unitId: string, more: Partial<TotalsQuery> = {}): TotalsQuery => ({ unitId, ...YEAR, scope: 'below', line: 'professional', tree: 'then', ...more })
const totals = (query: TotalsQuery) => asSystem(world.as(null), (tx) => totalsOf(tx, query))
const valueOf = async (query: TotalsQuery, measure = 'sample.count') => (await totals({ ...query, measures: [measure] })).measures[0]?.value ?? null

/** Two Departments; the first has two schools, the second one. */
async function twoDepartments() {
  const { ministry, department, commune, highSchool, primarySchool } = await aSector(world)
  const other = await world.unit({ level: 'department', name: 'Sở Giáo dục Núi Biếc', professional: ministry })
  const minister = await world.person(ministry, ['ministry_officer'])
  return { ministry, department, commune, highSchool, primarySchool, other, minister }
}

describe('a unit that changes its superior', () => {
  it('takes its figures of the whole period with it: the tree is that of the period’s end', async () => {
    const { department, other, highSchool, ministry, minister } = await twoDepartments()
    await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 }, { unitId: highSchool, measure: 'sample.count', onDay: '2025-03-08', value: 3 })
    await drainTotals(world.as(null))
    expect(await valueOf(asked(department))).toBe(7)
    await changeUnit.run(world.as(minister), { unitId: highSchool, from: '2026-10-01', changes: { professionalParentId: other } })
    await drainTotals(world.as(null))
    expect({ old: await valueOf(asked(department)), new: await valueOf(asked(other)), all: await valueOf(asked(ministry)) }).toEqual({ old: null, new: 7, all: 7 })
    const before = { from: '2025-01-01', to: '2025-12-31' }
    expect({ old: await valueOf(asked(department, before)), new: await valueOf(asked(other, before)) }).toEqual({ old: 3, new: null })
    expect({ old: await valueOf(asked(department, { ...before, tree: 'now' })), new: await valueOf(asked(other, { ...before, tree: 'now' })) }).toEqual({ old: null, new: 3 })
  })
})

describe('units that are merged', () => {
  it('stand below their superiors of the last day then, and count as one with their heir now', async () => {
    const { department, highSchool, primarySchool, minister } = await twoDepartments()
    const third = await world.unit({ professional: department })
    await sample.count(
      { unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 },
      { unitId: third, measure: 'sample.count', onDay: '2026-03-08', value: 4 },
      { unitId: primarySchool, measure: 'sample.count', onDay: '2026-03-08', value: 1 },
    )
    const { id: heir } = await mergeUnits.run(world.as(minister), { unitIds: [third], into: { unitId: highSchool }, on: '2026-07-01', decision: null })
    expect(heir).toBe(highSchool)
    await sample.count({ unitId: heir, measure: 'sample.count', onDay: '2026-09-08', value: 20 })
    await drainTotals(world.as(null))
    const then = await totals(asked(department, { measures: ['sample.count'] }))
    expect(then.measures).toEqual([{ measure: 'sample.count', value: 32, known: 3, positive: 3, units: 3 }])
    const now = await totals(asked(department, { measures: ['sample.count'], tree: 'now' }))
    expect(now).toMatchObject({ measures: [{ measure: 'sample.count', value: 32, known: 2, positive: 2, units: 2 }], missing: [], breaks: [] })
    expect(await valueOf(asked(heir, { scope: 'own' }))).toBe(27)
    expect(await valueOf(asked(heir, { scope: 'own', tree: 'now' }))).toBe(31)
  })

  it('are one unit on today’s tree also for a period that ended before the merger', async () => {
    const { department, highSchool, primarySchool, minister } = await twoDepartments()
    const third = await world.unit({ professional: department })
    await mergeUnits.run(world.as(minister), { unitIds: [third], into: { unitId: highSchool }, on: '2026-07-01', decision: null })
    await sample.count({ unitId: third, measure: 'sample.count', onDay: '2026-03-08', value: 4 })
    await drainTotals(world.as(null))
    const half = { to: '2026-05-31', measures: ['sample.count'] }
    const now = await totals(asked(department, { ...half, tree: 'now' }))
    expect(now).toMatchObject({ units: 2, measures: [{ value: 4, known: 1, units: 2 }], missing: [{ unitId: primarySchool }] })
    expect((await totals(asked(department, half))).units).toBe(3)
  })

  it('are not counted twice in a snapshot that their heir has taken since', async () => {
    const { department, highSchool, minister } = await twoDepartments()
    const third = await world.unit({ professional: department })
    await sample.count(
      { unitId: highSchool, measure: 'sample.heads', onDay: '2026-05-31', value: 400, sex: 'F' },
      { unitId: third, measure: 'sample.heads', onDay: '2026-05-31', value: 100, sex: 'F' },
    )
    await mergeUnits.run(world.as(minister), { unitIds: [third], into: { unitId: highSchool }, on: '2026-07-01', decision: null })
    await drainTotals(world.as(null))
    expect(await valueOf(asked(department), 'sample.heads')).toBe(500)
    await sample.count({ unitId: highSchool, measure: 'sample.heads', onDay: '2026-09-30', value: 510, sex: 'F' })
    await drainTotals(world.as(null))
    expect(await valueOf(asked(department), 'sample.heads')).toBe(510)
    expect(await valueOf(asked(department, { tree: 'now' }), 'sample.heads')).toBe(510)
  })
})

describe('a unit that is divided or ends', () => {
  it('keeps its figures where all of its heirs are, and the break is named', async () => {
    const { department, highSchool, minister } = await twoDepartments()
    await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 })
    const part = (name: string) => ({ unit: { name, symbol: null, place: null, areaId: null, administrativeParentId: null, level: 'school' as const, schoolLevels: ['upper_secondary' as const], form: 'ordinary' as const, ownership: 'public' as const, professionalParentId: department }, childIds: [] })
    const { ids } = await splitUnit.run(world.as(minister), { unitId: highSchool, on: '2026-07-01', livesOn: false, parts: [part('Trường THPT Sông Mơ 1'), part('Trường THPT Sông Mơ 2')] })
    await drainTotals(world.as(null))
    const now = await totals(asked(department, { measures: ['sample.count'], tree: 'now' }))
    expect(now.measures).toEqual([{ measure: 'sample.count', value: 7, known: 0, positive: 0, units: 3 }])
    expect(now.breaks).toEqual([{ unitId: highSchool, name: 'Trường THPT Sông Mơ', onDay: '2026-07-01', kind: 'split', isIncluded: true }])
    const half = await totals(asked(ids[0]!, { measures: ['sample.count'], tree: 'now' }))
    expect(half.measures).toEqual([])
    expect(half.breaks).toMatchObject([{ unitId: highSchool, isIncluded: false }])
  })

  it('stays with its last superiors when nobody carries it on', async () => {
    const { department, highSchool, minister } = await twoDepartments()
    await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 })
    await closeUnit.run(world.as(minister), { unitId: highSchool, on: '2026-07-01' })
    await drainTotals(world.as(null))
    expect(await valueOf(asked(department))).toBe(7)
    const now = await totals(asked(department, { measures: ['sample.count'], tree: 'now' }))
    expect(now).toMatchObject({ measures: [{ value: 7, known: 0 }], breaks: [{ unitId: highSchool, kind: 'abolish', isIncluded: true }] })
  })
})

it('a table asks the same units as each of its rows by itself: those that closed, that were not born yet and that moved as well', async () => {
  const { ministry, department, other, highSchool, minister } = await twoDepartments()
  await world.unit({ professional: department, until: '2025-05-01' })
  await world.unit({ professional: department, until: '2024-02-01' })
  await world.unit({ professional: other, from: '2026-03-01', schoolLevels: ['primary'] })
  await changeUnit.run(world.as(minister), { unitId: highSchool, from: '2025-10-01', changes: { professionalParentId: other } })
  const periods = [2024, 2025, 2026].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }))
  const unitIds = [ministry, department, other, highSchool]
  const told = (groups: readonly { day: string; level: string; schoolLevels: readonly string[]; units: number }[]) => groups.map(({ day, level, schoolLevels, units }) => `${day} ${level} ${schoolLevels.join('+')} ${units}`).sort()
  const table = await asSystem(world.as(null), (tx) => scopesOf(tx, { unitIds, periods, line: 'professional' }))
  for (const unitId of unitIds) {
    for (const period of periods) {
      const alone = await world.rows(sql<ScopeGroup>`select day, level, school_levels, count(*)::int as units from facts.scope_then(${unitId}, 'professional', ${period.to}) group by 1, 2, 3`)
      // Who was closed before the period owes nothing in it.
      expect(told(table.get(`${unitId} ${period.from}`) ?? []), `${unitId} ${period.from}`).toEqual(told(alone.filter(({ day }) => day >= period.from)))
    }
  }
})
