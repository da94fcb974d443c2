import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAgendaOf } from '#core/agenda/list-agenda.ts'
import createFeed from '#core/agenda/operations/create-feed.ts'
import listFeeds from '#core/agenda/operations/list-feeds.ts'
import revokeFeed from '#core/agenda/operations/revoke-feed.ts'
import { feedByToken } from '#core/agenda/store.ts'
import type { AgendaDb } from '#core/agenda/tables.ts'
import type { Actor } from '#core/access/request.ts'
import { asSystem } from '#core/access/operation.ts'
import { tokenHash } from '#core/access/token.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { calendarAgenda } from './agenda.ts'
import clearObservance from './operations/clear-observance.ts'
import listObservances from './operations/list-observances.ts'
import setObservance from './operations/set-observance.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor
let head: Actor
let teacher: Actor

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
  head = await world.person(sector.highSchool, ['committee_head'])
  teacher = await world.person(sector.highSchool, ['teacher'])
})

const launch = (changeId: string) => ({
  unitId: sector.department,
  changeId,
  code: 'action_month',
  year: 2026,
  name: 'Tháng hành động vì bình đẳng giới',
  from: '2026-11-09',
  to: '2026-12-15',
  theme: 'Chủ đề của Sở',
  dropped: false,
  isCertain: true,
  source: 'Công văn 12/SGDĐT-TCCB',
})

describe('what a superior says of an observance', () => {
  let changeId: string
  beforeEach(async () => {
    changeId = uuidv7()
    await setObservance.run(world.as(officer), launch(changeId))
  })

  it('holds in the calendars of the units below, for that year', async () => {
    const year = (of: number) => listObservances.run(world.as(teacher), { unitId: sector.highSchool, year: of })
    expect((await year(2026)).find(({ code }) => code === 'action_month')).toMatchObject({ from: '2026-11-09', theme: 'Chủ đề của Sở', byUnitId: sector.department })
    expect((await year(2027)).find(({ code }) => code === 'action_month')).toMatchObject({ from: '2027-11-15', byUnitId: null })
  })

  it('gives way to what the unit itself says, and comes back when that is taken back', async () => {
    const own = uuidv7()
    await setObservance.run(world.as(head), { ...launch(own), unitId: sector.highSchool, from: '2026-11-16' })
    const read = async () => (await listObservances.run(world.as(head), { unitId: sector.highSchool, year: 2026 })).find(({ code }) => code === 'action_month')
    expect((await read())?.from).toBe('2026-11-16')
    await clearObservance.run(world.as(head), { unitId: sector.highSchool, changeId: own })
    expect((await read())?.from).toBe('2026-11-09')
  })

  it('is said once: a second word on the same observance and year takes the place of the first', async () => {
    await setObservance.run(world.as(officer), { ...launch(uuidv7()), from: '2026-11-10' })
    const rows = await listObservances.run(world.as(officer), { unitId: sector.department, year: 2026 })
    expect(rows.filter(({ code }) => code === 'action_month')).toMatchObject([{ from: '2026-11-10' }])
  })
})

describe('an observance is refused', () => {
  it('when it ends before it begins, runs over the year, or is unknown', async () => {
    const say = (change: object) => setObservance.run(world.as(officer), { ...launch(uuidv7()), ...change })
    await expect(say({ to: '2026-11-01' })).rejects.toMatchObject({ code: 'calendar.ends_before_it_begins' })
    await expect(say({ to: '2027-01-05' })).rejects.toMatchObject({ code: 'calendar.beyond_the_year' })
    await expect(say({ code: 'no_such_day' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(say({ code: null, dropped: true })).rejects.toMatchObject({ code: 'calendar.own_is_removed' })
  })

  it('from a teacher, and in the unit of others', async () => {
    await expect(setObservance.run(world.as(teacher), { ...launch(uuidv7()), unitId: sector.highSchool })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(setObservance.run(world.as(head), launch(uuidv7()))).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('the calendar of a unit', () => {
  const listAgenda = listAgendaOf([calendarAgenda])

  it('has the observances that are kept and the days off, by day', async () => {
    await setObservance.run(world.as(head), { ...launch(uuidv7()), unitId: sector.highSchool, code: 'population_day', from: '2026-12-26', to: '2026-12-26', dropped: true })
    const entries = await listAgenda.run(world.as(teacher), { unitId: sector.highSchool, from: '2026-01-01', to: '2026-12-31' })
    expect(entries.map(({ day }) => day)).toEqual(entries.map(({ day }) => day).sort())
    expect(entries.find(({ id }) => id === 'calendar.observance:womens_day:2026')).toMatchObject({ day: '2026-03-08', until: null, kind: 'observance' })
    expect(entries.some(({ id }) => id.includes('population_day'))).toBe(false)
    expect(entries.find(({ day }) => day === '2026-09-02')).toMatchObject({ kind: 'holiday' })
  })

  it('is read over a year at most, by those who belong to the unit', async () => {
    await expect(listAgenda.run(world.as(teacher), { unitId: sector.highSchool, from: '2020-01-01', to: '2026-12-31' })).rejects.toMatchObject({ code: 'agenda.bad_span' })
    await expect(listAgenda.run(world.as(teacher), { unitId: sector.department, from: '2026-01-01', to: '2026-12-31' })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('the secret address of a calendar', () => {
  it('is known by its digest alone, and ends when it is revoked', async () => {
    const { id, path } = await createFeed.run(world.as(teacher), { unitId: sector.highSchool, scope: 'mine' })
    const token = /^\/ics\/([\w-]{43})\.ics$/.exec(path)![1]!
    const find = () => asSystem<AgendaDb, unknown>(world.as(null), (tx) => feedByToken(tx, tokenHash(token)))
    expect(await find()).toMatchObject({ id, accountId: teacher.accountId, scope: 'mine' })
    expect(await listFeeds.run(world.as(teacher), { unitId: sector.highSchool })).toMatchObject([{ id, readAt: null }])
    await revokeFeed.run(world.as(teacher), { unitId: sector.highSchool, feedId: id })
    expect(await find()).toBeUndefined()
  })

  it('is ended by its owner alone', async () => {
    const { id } = await createFeed.run(world.as(teacher), { unitId: sector.highSchool, scope: 'unit' })
    await expect(revokeFeed.run(world.as(head), { unitId: sector.highSchool, feedId: id })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

