import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import closeUnit from './operations/close-unit.ts'
import correctUnit from './operations/correct-unit.ts'
import searchUnits from './operations/search-units.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
  const below = { administrative: sector.commune, professional: sector.department }
  await world.unit({ name: 'Trường Mầm non Thạch Bàn', schoolLevels: ['kindergarten'], ...below })
  await world.unit({ name: 'Trường Tiểu học Thạch Bàn B', schoolLevels: ['primary'], ...below })
  await world.unit({ name: 'Trường Tiểu học Bàn Cờ - Thạch Lỗi', schoolLevels: ['primary'], ...below })
  await world.unit({ name: 'Phường Đông Ngạc', level: 'commune', professional: sector.department })
})

const find = async (input: object) => (await searchUnits.run(world.as(officer), input)).units.map((unit) => unit.name)

describe('searching units', () => {
  it('finds Thạch Bàn by “thach ban”, the words together before the words apart', async () => {
    expect(await find({ text: 'thach ban' })).toEqual(['Trường Mầm non Thạch Bàn', 'Trường Tiểu học Thạch Bàn B', 'Trường Tiểu học Bàn Cờ - Thạch Lỗi'])
    expect((await find({ text: 'THẠCH   BÀN b' }))[0]).toBe('Trường Tiểu học Thạch Bàn B')
  })

  it('finds by the beginning of a word, and đ by d', async () => {
    expect(await find({ text: 'dong ng' })).toEqual(['Phường Đông Ngạc'])
    expect(await find({ text: 'ong ngac' })).toEqual([])
  })

  it('understands the short forms of the sector', async () => {
    expect(await find({ text: 'mn thach' })).toEqual(['Trường Mầm non Thạch Bàn'])
    expect(await find({ text: 'trung hoc pho thong song mo' })).toEqual(['Trường THPT Sông Mơ'])
  })

  it('filters by level, level of schooling, and what stands below a unit', async () => {
    expect(await find({ text: 'thach', schoolLevel: 'kindergarten' })).toEqual(['Trường Mầm non Thạch Bàn'])
    expect(await find({ level: 'department' })).toEqual(['Sở Giáo dục Sông Mơ'])
    expect(await find({ below: sector.highSchool })).toEqual(['Trường THPT Sông Mơ'])
    expect(await find({ below: sector.commune })).toHaveLength(5)
  })

  it('finds a unit by its code', async () => {
    await correctUnit.run(world.as(officer), { unitId: sector.highSchool, changes: {}, code: 'THPT-0042' })
    expect(await find({ text: 'THPT-0042' })).toEqual(['Trường THPT Sông Mơ'])
  })

  it('shows a closed unit only when it is asked for, as it was on its last day', async () => {
    const closing = await world.unit({ name: 'Trường THCS Hồ Sen', schoolLevels: ['lower_secondary'], professional: sector.department })
    await closeUnit.run(world.as(officer), { unitId: closing, on: '2026-01-01' })
    expect(await find({ text: 'ho sen' })).toEqual([])
    expect(await find({ text: 'ho sen', day: '2025-12-31' })).toEqual(['Trường THCS Hồ Sen'])
    expect(await find({ text: 'ho sen', closed: 'true' })).toEqual(['Trường THCS Hồ Sen'])
    expect(await find({ below: sector.department, text: 'ho sen', closed: 'true' })).toEqual(['Trường THCS Hồ Sen'])
  })

  it('goes through all pages without a gap or a repetition', async () => {
    const all = await find({ limit: 100 })
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await searchUnits.run(world.as(officer), { limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.units.map((unit) => unit.name))
      after = page.next
    }
    expect(seen).toEqual(all)
    expect(seen.length).toBeGreaterThan(6)
  })

  it('takes what nobody can search for as nothing typed, and a foreign cursor as the first page', async () => {
    expect(await find({ text: '!!! & | :*' })).toEqual(await find({}))
    expect(await find({ after: 'xx' })).toEqual(await find({}))
  })
})
