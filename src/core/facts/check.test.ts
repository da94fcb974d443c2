import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import { sampleFacts, type SampleFacts } from '#testing/facts.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { checkTotals } from './check.ts'
import { drainTotals } from './drain.ts'
import getCheck from './operations/get-check.ts'
import { totalsOf } from './totals.ts'

let world: World
let sample: SampleFacts
beforeAll(async () => {
  world = await aWorld()
  sample = await sampleFacts(world)
})

const system = (statement: ReturnType<typeof sql>) => asSystem<unknown, void>(world.as(null), async (tx) => void (await statement.execute(tx)))
const wholeOf = async (unitId: string) =>
  (await asSystem(world.as(null), (tx) => totalsOf(tx, { unitId, from: '2026-01-01', to: '2026-12-31', scope: 'below', line: 'professional', tree: 'then', measures: ['sample.count'] }))).measures[0]?.value

describe('the nightly check', () => {
  it('names what differs from the facts and sets it right, at every level', async () => {
    const { department, ministry, highSchool } = await aSector(world)
    await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 })
    await drainTotals(world.as(null))
    // A fact that was changed without a mark, and a total that somebody touched.
    await system(sql`update sample.counted set value = 9 where unit_id = ${highSchool}`)
    await system(sql`update facts.roll_total set value = 1000 where unit_id = ${department} and line = 'professional'`)
    await checkTotals(world.as(null))
    expect([await wholeOf(highSchool), await wholeOf(department), await wholeOf(ministry)]).toEqual([9, 9, 9])
    const officer = await world.person(department, ['department_officer'])
    const told = await getCheck.run(world.as(officer), { unitId: department })
    expect(told.check?.differences).toBeGreaterThanOrEqual(2)
    expect(told.differences).toContainEqual(expect.objectContaining({ unitId: highSchool, line: null, measure: 'sample.count', stored: 7, computed: 9 }))
    expect(told.differences).toContainEqual(expect.objectContaining({ unitId: department, line: 'professional', computed: 9 }))
    const neighbour = await world.unit({ level: 'department', professional: ministry })
    const next = await world.person(neighbour, ['department_officer'])
    expect((await getCheck.run(world.as(next), { unitId: neighbour })).differences).toEqual([])
    await expect(getCheck.run(world.as(await world.person(highSchool, ['teacher'])), { unitId: highSchool })).rejects.toMatchObject({ kind: 'forbidden' })
    const again = await checkTotals(world.as(null))
    expect(await world.rows(sql`select differences from facts.check_run where id = ${again}`)).toEqual([{ differences: 0 }])
    const later = await getCheck.run(world.as(officer), { unitId: department })
    expect([later.check?.id, later.differences]).toEqual([again, []])
    expect((await getCheck.run(world.as(officer), { unitId: department, checkId: told.check!.id })).differences).toEqual(told.differences)
    await expect(getCheck.run(world.as(officer), { unitId: department, checkId: department })).rejects.toMatchObject({ code: 'facts.no_check' })
  })

  it('leaves nothing half done when the job breaks off, and nothing twice when two run', async () => {
    const { ministry, highSchool } = await aSector(world)
    await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 7 })
    const broken = asSystem(world.as(null), async (tx) => {
      await sql`select facts.drain(100)`.execute(tx)
      throw new Error('the power fails')
    })
    await expect(broken).rejects.toThrow('the power fails')
    expect(await wholeOf(ministry)).toBeUndefined()
    await Promise.all([drainTotals(world.as(null)), drainTotals(world.as(null)), drainTotals(world.as(null))])
    expect(await wholeOf(ministry)).toBe(7)
  })

  it('loses no change that is committed while the job is at work', async () => {
    const { ministry, highSchool } = await aSector(world)
    const [id] = await sample.count({ unitId: highSchool, measure: 'sample.count', onDay: '2026-03-08', value: 1 })
    const changes = Array.from({ length: 20 }, async (_, at) => {
      await sample.correct(id!, at + 2)
      await drainTotals(world.as(null))
    })
    await Promise.all(changes)
    await drainTotals(world.as(null))
    const [last] = await world.rows(sql<{ value: string }>`select value from sample.counted where id = ${id}`)
    expect(await wholeOf(ministry)).toBe(Number(last!.value))
    await checkTotals(world.as(null))
    expect(await world.rows(sql`select 1 from facts.difference d join facts.check_run c on c.id = d.check_id where c.began_at = (select max(began_at) from facts.check_run) and d.unit_id = ${highSchool}`)).toEqual([])
  })
})
