import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { asPerson } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import { openKeys, withKeys } from '#testing/case-keys.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { publishCounts } from './jobs.ts'
import addStep from './operations/add-step.ts'
import enterReport from './operations/enter-report.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let handler: Actor
let officer: Actor

const services = { systemRequest: () => world.as(null) }
const publish = () => publishCounts(services)
const published = () => world.rows(sql<{ unitId: string; breakdown: string; value: string; count: number }>`select unit_id, breakdown, value, count from case_counts.published order by unit_id, breakdown, value`)
const told = async (breakdown: string) => (await published()).filter((row) => row.breakdown === breakdown).map(({ unitId, value, count }) => [unitId, value, count])

async function cases(unitId: string, count: number): Promise<string[]> {
  const writer = await world.person(unitId, ['teacher'])
  for (let n = 0; n < count; n++) {
    await enterReport.run(world.as(writer), { unitId, channel: 'person', report: { happening: 'other', reporter: 'staff', danger: '', story: '', place: '', name: '', contact: '', language: 'vi', hideFrom: { head: false, handlers: [], others: '' } } })
  }
  return (await world.rows(sql<{ id: string }>`select id from cases.case_file where about_unit_id = ${unitId} order by id`)).map(({ id }) => id)
}

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  handler = await world.person(sector.highSchool, ['case_handler'])
  const above = await world.person(sector.department, ['case_handler'])
  officer = await world.person(sector.department, ['department_officer'])
  await withKeys(world, [handler, above])
  const ids = await cases(sector.highSchool, 12)
  const sexes = ['female', 'female', 'female', 'female', 'female', 'female', 'male', 'male', 'male'] as const
  await openKeys(world, [handler])
  for (const [at, sex] of sexes.entries()) {
    await addStep.run(world.as(handler), { caseId: ids[at]!, step: { kind: 'tagged', tags: ['school_violence'], age: 'under_16', sex: 'male', place: 'school', isSexual: false } })
    await addStep.run(world.as(handler), { caseId: ids[at]!, step: { kind: 'tagged', tags: ['school_violence'], age: 'under_16', sex, place: 'school', isSexual: false } })
  }
  await cases(sector.primarySchool, 3)
  await cases(await world.unit({ name: 'Trường THPT Bến Mơ', professional: sector.department }), 4)
})

it('nothing is published of a half-year that has not been over for twenty days', async () => {
  await publish()
  expect(await published()).toEqual([])
})

it('then each unit with enough cases, and the others of the province together; a corrected case counts once', async () => {
  world.now = new Date('2026-07-21T02:00:00Z')
  await publish()
  expect(new Set(await told('total'))).toEqual(new Set([[sector.highSchool, '', 12], [sector.department, '', 7]]))
  expect((await told('sex')).filter(([unit]) => unit === sector.highSchool)).toEqual([[sector.highSchool, '', 6], [sector.highSchool, 'female', 6]])
  expect((await told('age')).filter(([unit]) => unit === sector.department)).toEqual([[sector.department, '', 7]])
})

it('once and for all: what comes in or changes later moves no number', async () => {
  const before = await published()
  await world.rows(sql`update cases.tally set count = count + 20`)
  await publish()
  expect(await published()).toEqual(before)
})

it('the rest of the program reads these numbers as facts, and nothing behind them', async () => {
  const facts = await asPerson(world.as(officer), null, (tx) => sql<{ measure: string; value: string }>`select measure, sum(value)::int as value from facts.fact where measure like 'cases.%' group by measure order by measure`.execute(tx))
  expect(facts.rows.find(({ measure }) => measure === 'cases.received')).toEqual({ measure: 'cases.received', value: 19 })
  expect(new Set(facts.rows.map(({ value }) => Number(value)))).toEqual(new Set([19]))
  await expect(asPerson(world.as(officer), null, (tx) => sql`select 1 from cases.tally`.execute(tx))).rejects.toThrow('permission denied')
  await expect(asPerson(world.as(officer), null, (tx) => sql`delete from case_counts.published`.execute(tx))).rejects.toThrow('permission denied')
})
