import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import clearHoliday from '#core/periods/operations/clear-holiday.ts'
import setHoliday from '#core/periods/operations/set-holiday.ts'
import { aTakenPlan } from '#testing/issued-plans.ts'
import { drainJobs, testServices } from '#testing/services.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import finishAssignment from './operations/finish-assignment.ts'
import { followHolidays } from './operations/follow-holidays.ts'
import listAssignments from './operations/list-assignments.ts'

let world: World
let services: ReturnType<typeof testServices>
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor
let clerk: Actor
let otherSchool: string

const at = (day: string) => new Date(`${day}T09:00:00+07:00`)

beforeAll(async () => {
  world = await aWorld(at('2026-03-02'))
  services = testServices(world)
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
  clerk = await world.person(sector.highSchool, ['clerk'])
  const other = await world.unit({ level: 'department', name: 'Sở Giáo dục Đồng Lúa', professional: sector.ministry })
  otherSchool = await world.unit({ professional: other })
  // Thursday and Friday.
  for (const school of [sector.highSchool, otherSchool]) {
    await aTakenPlan(world, school, [
      { text: 'Việc hạn thứ Năm', lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-19' },
      { text: 'Việc hạn thứ Sáu', lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-20' },
    ])
  }
})

const lastDays = async (unitId: string) => (await world.rows(sql<{ lateAfter: string }>`select late_after::text from assignments.assignment where unit_id = ${unitId} order by due_on`)).map(({ lateAfter }) => lateAfter)
const inTime = async () => (await world.rows(sql<{ value: string }>`select sum(value) as value from assignments.fact where unit_id = ${sector.highSchool} and measure = 'tasks.done_in_time'`)).map(({ value }) => Number(value))[0]
const aHoliday = (day: string) => setHoliday.run(world.as(officer), { unitId: sector.department, day, kind: 'off', name: 'Nghỉ bão', basis: 'decision', source: 'Công văn 12/SGDĐT' })

describe('a holiday that is added', () => {
  it('moves the last day in time of the work below, of nobody else', async () => {
    expect(await lastDays(sector.highSchool)).toEqual(['2026-03-19', '2026-03-20'])
    await aHoliday('2026-03-20')
    await drainJobs(world, services)
    expect(await lastDays(sector.highSchool)).toEqual(['2026-03-19', '2026-03-23'])
    expect(await lastDays(otherSchool)).toEqual(['2026-03-19', '2026-03-20'])
    await aHoliday('2026-03-19')
    await drainJobs(world, services)
    expect(await lastDays(sector.highSchool)).toEqual(['2026-03-23', '2026-03-23'])
  })

  it('changes nothing when it is told twice', async () => {
    const revisions = () => world.rows(sql<{ revision: number }>`select revision from assignments.assignment where unit_id = ${sector.highSchool} order by due_on`)
    const before = await revisions()
    await followHolidays(services, { unitId: sector.department, day: '2026-03-19' })
    expect([await lastDays(sector.highSchool), await revisions()]).toEqual([['2026-03-23', '2026-03-23'], before])
  })

  it('lets what is done on the next working day count as in time', async () => {
    world.now = at('2026-03-23')
    const work = (await listAssignments.run(world.as(clerk), { unitId: sector.highSchool, year: 2026 })).assignments.find(({ text }) => text === 'Việc hạn thứ Sáu')!
    await finishAssignment.run(world.as(clerk), { assignmentId: work.id, product: 'Biên bản' })
    expect(await inTime()).toBe(1)
    await clearHoliday.run(world.as(officer), { unitId: sector.department, day: '2026-03-20' })
    await drainJobs(world, services)
    expect([await lastDays(sector.highSchool), await inTime()]).toEqual([['2026-03-20', '2026-03-20'], 0])
  })
})
