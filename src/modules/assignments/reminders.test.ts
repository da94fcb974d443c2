import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { isWorkingDay } from '#core/periods/model/working-days.ts'
import { holidaysOf } from '#core/periods/store.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { aTakenPlan } from '#testing/issued-plans.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { lookAfterUnits } from './jobs.ts'
import finishAssignment from './operations/finish-assignment.ts'
import listAssignments from './operations/list-assignments.ts'
import { lookAfterUnit } from './operations/look-after-unit.ts'
import type { Tx } from './store.ts'

let world: World
let school: string

beforeAll(async () => {
  world = await aWorld()
})

async function aSchool() {
  school = (await aSector(world)).highSchool
  const head = await world.person(school, ['committee_head'])
  const clerk = await world.person(school, ['clerk'])
  return { head, clerk }
}

const services = { systemRequest: () => world.as(null) } as Services
const at = (day: string, time = '06:00') => new Date(`${day}T${time}+07:00`)

async function toldTo(accountId: string): Promise<{ day: string; step: string; key: string }[]> {
  const rows = await world.rows(sql<{ createdAt: Date; once: string; textKey: string }>`
    select created_at, once, text_key from notifications.message where account_id = ${accountId} and topic = 'deadlines' order by created_at, once`)
  return rows.map(({ createdAt, once, textKey }) => ({ day: dayOf(createdAt), step: once.split(':').slice(2).join(':'), key: textKey }))
}

describe('the daily round', () => {
  it('reminds whoever is responsible before the day, daily after it, and tells the head once that it is late', async () => {
    world.now = at('2026-03-02')
    const { head, clerk } = await aSchool()
    await aTakenPlan(world, school, [{ lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-19' }])
    for (let day = '2026-03-03'; day <= '2026-03-24'; day = addDays(day, 1)) {
      world.now = at(day)
      await lookAfterUnits(services)
    }
    expect((await toldTo(clerk.accountId)).map(({ day, step }) => `${day} ${step}`)).toEqual([
      '2026-03-05 2026-03-19:before:14', '2026-03-12 2026-03-19:before:7', '2026-03-16 2026-03-19:before:3', '2026-03-18 2026-03-19:before:1', '2026-03-19 2026-03-19:before:0',
      '2026-03-20 2026-03-19:late:2026-03-20', '2026-03-23 2026-03-19:late:2026-03-23', '2026-03-24 2026-03-19:late:2026-03-24',
    ])
    expect(await toldTo(head.accountId)).toEqual([{ day: '2026-03-20', step: '2026-03-19', key: 'assignments.told_head_late' }])
  })

  it('is silent during Tết: what is due in it is reminded of before it, and late only after the first working day', async () => {
    world.now = at('2026-01-20')
    const { clerk, head } = await aSchool()
    await aTakenPlan(world, school, [{ lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-02-18' }])
    for (let day = '2026-01-21'; day <= '2026-02-25'; day = addDays(day, 1)) {
      world.now = at(day)
      await lookAfterUnits(services)
    }
    // 16 to 20 February are days off, and a weekend on either side of them
    expect((await toldTo(clerk.accountId)).map(({ day, step }) => `${day} ${step.replace('2026-02-18:', '')}`)).toEqual([
      '2026-01-30 before:14', '2026-02-06 before:7', '2026-02-10 before:3', '2026-02-12 before:1', '2026-02-13 before:0',
      '2026-02-24 late:2026-02-24', '2026-02-25 late:2026-02-25',
    ])
    expect((await toldTo(head.accountId)).map(({ day }) => day)).toEqual(['2026-02-24'])
  })

  it('waits for its hour', async () => {
    world.now = at('2026-03-02')
    const { clerk } = await aSchool()
    await aTakenPlan(world, school, [{ lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-10' }])
    world.now = at('2026-03-03', '04:59')
    await lookAfterUnits(services)
    expect(await toldTo(clerk.accountId)).toEqual([])
    world.now = at('2026-03-03', '05:00')
    await lookAfterUnits(services)
    expect(await toldTo(clerk.accountId)).toHaveLength(1)
  })

  it('is silent about what is done', async () => {
    world.now = at('2026-03-02')
    const { clerk } = await aSchool()
    await aTakenPlan(world, school, [{ lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-10' }])
    const [work] = (await listAssignments.run(world.as(clerk), { unitId: school, year: 2026 })).assignments
    await finishAssignment.run(world.as(clerk), { assignmentId: work!.id, product: 'Biên bản' })
    world.now = at('2026-03-10')
    await lookAfterUnits(services)
    expect(await toldTo(clerk.accountId)).toEqual([])
  })

  it('follows a holiday that the Department adds', async () => {
    world.now = at('2026-03-02')
    const { clerk } = await aSchool()
    await aTakenPlan(world, school, [{ lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-10' }])
    await asSystem(world.as(null), (tx) => sql`
      insert into periods.holiday_change (province_id, id, unit_id, day, kind, name, source, changed_at)
      select u.province_id, gen_random_uuid(), u.id, '2026-03-10', 'off', 'Nghỉ bão', 'Công văn', now()
      from units.unit u join units.unit_version v on v.professional_parent_id = u.id where v.unit_id = ${school}`.execute(tx))
    world.now = at('2026-03-03')
    await lookAfterUnits(services)
    expect((await listAssignments.run(world.as(clerk), { unitId: school, year: 2026 })).assignments[0]).toMatchObject({ lateAfter: '2026-03-11', workBy: '2026-03-09' })
  })
})

it('for random clocks, crashes and rounds side by side, nobody is reminded twice, on a day off, or more than once a day', async () => {
  const step = fc.record({ hours: fc.integer({ min: 1, max: 60 }), crash: fc.boolean(), twice: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 120 }), fc.integer({ min: -3, max: 20 }), fc.array(step, { minLength: 5, maxLength: 15 }), async (start, dueIn, steps) => {
      world.now = at(addDays('2026-01-20', start), '09:00')
      const { clerk, head } = await aSchool()
      await aTakenPlan(world, school, [{ lead: { kind: 'role', role: 'clerk' }, dueOn: addDays(dayOf(world.now), dueIn) }])
      for (const { hours, crash, twice } of steps) {
        world.now = new Date(world.now.getTime() + hours * 3_600_000)
        if (crash) await asSystem(world.as(null), (tx: Tx) => lookAfterUnit(tx, world.as(null), school, dayOf(world.now)).then(() => Promise.reject(new Error('the program stops')))).catch(() => undefined)
        await Promise.all([lookAfterUnits(services), ...(twice ? [lookAfterUnits(services)] : [])])
      }
      const holidays = await asSystem(world.as(null), (tx) => holidaysOf(tx, school, '2025-12-01', '2026-12-31'))
      for (const { accountId } of [clerk, head]) {
        const told = await toldTo(accountId)
        expect(new Set(told.map(({ step: name }) => name)).size).toBe(told.length)
        expect(new Set(told.map(({ day }) => day)).size).toBe(told.length)
        for (const { day } of told) expect(isWorkingDay(day, holidays)).toBe(true)
      }
    }),
    { numRuns: 20 },
  )
}, 120_000)
