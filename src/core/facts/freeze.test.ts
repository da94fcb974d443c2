import { beforeAll, describe, expect, it } from 'vitest'
import { asPerson, asSystem } from '#core/access/operation.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { digestOf, freeze, frozenBy, release } from './freeze.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

/** A report of the school on a record, a consolidation of the Department on the report, one of the Ministry on that. */
async function threeLevels() {
  const sector = await aSector(world)
  const ids = { record: uuidv7(), report: uuidv7(), consolidation: uuidv7(), national: uuidv7() }
  const hold = (unitId: string, holderId: string, title: string, sourceTable: string, sourceId: string) =>
    asSystem<unknown, void>(world.as(null), (tx) => freeze(tx, { holderTable: 'reports.report', holderId, unitId, title, sources: [{ sourceTable, sourceId, digest: digestOf({ title }) }] }))
  await hold(sector.highSchool, ids.report, 'Báo cáo của trường', 'records.record', ids.record)
  await hold(sector.department, ids.consolidation, 'Tổng hợp của Sở', 'reports.report', ids.report)
  await hold(sector.ministry, ids.national, 'Tổng hợp của Bộ', 'reports.report', ids.consolidation)
  return { ...sector, ...ids, hold }
}

describe('what stands on a source', () => {
  it('is found at every level, nearest first, by title and unit', async () => {
    const { record } = await threeLevels()
    const holders = await asSystem(world.as(null), (tx) => frozenBy(tx, 'records.record', record))
    expect(holders.map(({ title, unitName, steps }) => [steps, title, unitName])).toEqual([
      [1, 'Báo cáo của trường', 'Trường THPT Sông Mơ'],
      [2, 'Tổng hợp của Sở', 'Sở Giáo dục Sông Mơ'],
      [3, 'Tổng hợp của Bộ', 'Bộ Giáo dục Mẫu'],
    ])
  })

  it('is told to the school as well, though it may not read the reports above it', async () => {
    const { record, highSchool } = await threeLevels()
    const head = await world.person(highSchool, ['committee_head'])
    const holders = await asPerson(world.as(head), null, (tx) => frozenBy(tx, 'records.record', record))
    expect(holders.map(({ title }) => title)).toEqual(['Báo cáo của trường', 'Tổng hợp của Sở', 'Tổng hợp của Bộ'])
  })

  it('is let go when a report is returned, and taken anew when it is frozen again', async () => {
    const { record, report, highSchool, hold } = await threeLevels()
    await asSystem(world.as(null), (tx) => release(tx, 'reports.report', report))
    expect(await asSystem(world.as(null), (tx) => frozenBy(tx, 'records.record', record))).toEqual([])
    await hold(highSchool, report, 'Báo cáo, lần hai', 'records.record', record)
    await hold(highSchool, report, 'Báo cáo, lần ba', 'records.record', record)
    const holders = await asSystem(world.as(null), (tx) => frozenBy(tx, 'records.record', record))
    expect(holders.map(({ title }) => title)).toEqual(['Báo cáo, lần ba', 'Tổng hợp của Sở', 'Tổng hợp của Bộ'])
  })

  it('ends where reports hold each other', async () => {
    const { highSchool, department, hold } = await threeLevels()
    const [one, other] = [uuidv7(), uuidv7()]
    await hold(highSchool, one, 'Một', 'reports.report', other)
    await hold(department, other, 'Hai', 'reports.report', one)
    const holders = await asSystem(world.as(null), (tx) => frozenBy(tx, 'reports.report', one))
    expect(holders.map(({ title, steps }) => [title, steps])).toEqual([['Hai', 1], ['Một', 2]])
  })
})

describe('the digest of a source', () => {
  it('depends on what it says, not on the order of its fields', () => {
    expect(digestOf({ a: 1, b: [2, { c: 3, d: null }] })).toBe(digestOf({ b: [2, { d: null, c: 3 }], a: 1 }))
    expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 2 }))
  })
})
