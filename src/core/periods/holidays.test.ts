import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import clearHoliday from './operations/clear-holiday.ts'
import listHolidays from './operations/list-holidays.ts'
import setHoliday from './operations/set-holiday.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let ministry: Actor
let officer: Actor
let teacher: Actor

beforeEach(async () => {
  world ??= await aWorld()
  sector = await aSector(world)
  ministry = await world.person(sector.ministry, ['ministry_officer'])
  officer = await world.person(sector.department, ['department_officer'])
  teacher = await world.person(sector.highSchool, ['teacher'])
})

const storm = (unitId: string) => ({ unitId, day: '2026-09-14', kind: 'off' as const, name: 'Nghỉ tránh bão', basis: 'decision' as const, source: 'Công văn 45/SGDĐT' })
const seenBy = async (actor: Actor, unitId: string, day: string) => (await listHolidays.run(world.as(actor), { unitId, year: Number(day.slice(0, 4)) })).find((row) => row.day === day)

describe('a day that a Department says', () => {
  it('holds for its schools, with its source and how sure it is, and for no other Department', async () => {
    await setHoliday.run(world.as(officer), { ...storm(sector.department), basis: 'expected' })
    expect(await seenBy(teacher, sector.highSchool, '2026-09-14')).toMatchObject({ kind: 'off', basis: 'expected', source: 'Công văn 45/SGDĐT', byUnitId: sector.department })
    const other = await world.unit({ level: 'department', professional: sector.ministry })
    expect(await seenBy(await world.person(other, ['department_officer']), other, '2026-09-14')).toBeUndefined()
  })

  it('goes before what the Ministry says, until it is withdrawn', async () => {
    await setHoliday.run(world.as(ministry), { ...storm(sector.ministry), day: '2026-11-24', kind: 'ordinary', name: 'Ngày Văn hóa Việt Nam' })
    expect(await seenBy(teacher, sector.highSchool, '2026-11-24')).toMatchObject({ kind: 'ordinary', byUnitId: sector.ministry })
    await setHoliday.run(world.as(officer), { ...storm(sector.department), day: '2026-11-24' })
    expect(await seenBy(teacher, sector.highSchool, '2026-11-24')).toMatchObject({ kind: 'off', byUnitId: sector.department })
    await clearHoliday.run(world.as(officer), { unitId: sector.department, day: '2026-11-24' })
    expect(await seenBy(teacher, sector.highSchool, '2026-11-24')).toMatchObject({ kind: 'ordinary', byUnitId: sector.ministry })
  })

  it('is said once: a second word takes the place of the first', async () => {
    await setHoliday.run(world.as(officer), storm(sector.department))
    await setHoliday.run(world.as(officer), { ...storm(sector.department), kind: 'working', name: 'Học bù' })
    const rows = await listHolidays.run(world.as(officer), { unitId: sector.department, year: 2026 })
    expect(rows.filter(({ day }) => day === '2026-09-14')).toMatchObject([{ kind: 'working', name: 'Học bù' }])
  })
})

it('what was never said cannot be withdrawn', async () => {
  await expect(clearHoliday.run(world.as(officer), { unitId: sector.department, day: '2026-02-17' })).rejects.toMatchObject({ code: 'periods.change_not_found' })
})

it('schools and strangers change no holiday', async () => {
  await expect(setHoliday.run(world.as(teacher), storm(sector.highSchool))).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(setHoliday.run(world.as(teacher), storm(sector.department))).rejects.toMatchObject({ kind: 'not_found' })
})
