import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import changeUnit from './operations/change-unit.ts'
import closeUnit from './operations/close-unit.ts'
import correctUnit from './operations/correct-unit.ts'
import createUnit from './operations/create-unit.ts'
import getTree from './operations/get-tree.ts'
import getUnit from './operations/get-unit.ts'
import listChildren from './operations/list-children.ts'
import mergeUnits from './operations/merge-units.ts'
import splitUnit from './operations/split-unit.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor

beforeAll(async () => {
  world = await aWorld()
})

beforeEach(async () => {
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
})

const school = (administrativeParentId: string | null, professionalParentId: string | null, name = 'Trường Mầm non Hoa Sữa') => ({
  name,
  level: 'school' as const,
  schoolLevels: ['kindergarten' as const],
  form: 'ordinary' as const,
  ownership: 'public' as const,
  symbol: 'MNHS',
  place: 'Thạch Mơ',
  areaId: null,
  administrativeParentId,
  professionalParentId,
})

const names = async (day: string) => (await getTree.run(world.as(officer), { rootId: sector.ministry, day, depth: 8 })).units.map((unit) => unit.name)

async function reach(actor: Actor, what: 'readable' | 'writable'): Promise<string[]> {
  const roots = Object.fromEntries(actor.grants.map((grant) => [grant.unitId, grant.line]))
  const rows = await world.db.connection().execute(async (connection) => {
    await sql`select set_config('app.roots', ${JSON.stringify(roots)}, false), set_config('app.today', '2026-03-02', false)`.execute(connection)
    return (await sql<{ id: string }>`select id from ${sql.raw(`units.${what}()`)} as r (id)`.execute(connection)).rows
  })
  return rows.map((row) => row.id)
}

describe('the tree of a day', () => {
  it('shows a unit only while it exists', async () => {
    await createUnit.run(world.as(officer), { ...school(sector.commune, sector.department), from: '2025-09-01' })
    expect(await names('2025-08-31')).not.toContain('Trường Mầm non Hoa Sữa')
    expect(await names('2025-09-01')).toContain('Trường Mầm non Hoa Sữa')
  })

  it('keeps last year’s name and place when a school is renamed and moved', async () => {
    const other = await world.unit({ level: 'commune', name: 'Xã Hiệp Mơ', professional: sector.department })
    await changeUnit.run(world.as(officer), {
      unitId: sector.primarySchool,
      from: '2026-01-01',
      changes: { name: 'Trường Tiểu học Hiệp Mơ', administrativeParentId: other },
      decision: '12/QĐ-UBND ngày 15/12/2025',
    })
    expect(await names('2025-12-31')).toContain('Trường Tiểu học Thạch Mơ')
    expect(await names('2026-01-01')).not.toContain('Trường Tiểu học Thạch Mơ')
    const before = await listChildren.run(world.as(officer), { unitId: sector.commune, day: '2025-12-31' })
    const after = await listChildren.run(world.as(officer), { unitId: other, day: '2026-01-01', line: 'administrative' })
    expect(before.units.map((unit) => unit.id)).toEqual([sector.primarySchool])
    expect(after.units.map((unit) => unit.id)).toEqual([sector.primarySchool])
    const view = await getUnit.run(world.as(officer), { unitId: sector.primarySchool })
    expect(view.successions.map((step) => step.kind)).toEqual(['rename', 'reparent'])
    expect(view.versions).toHaveLength(2)
    expect(view.superiors.map((superior) => [superior.line, superior.name])).toEqual([
      ['administrative', 'Xã Hiệp Mơ'],
      ['professional', 'Sở Giáo dục Sông Mơ'],
      ['professional', 'Bộ Giáo dục Mẫu'],
    ])
  })

  it('has the district office above its schools until 30/6/2025 and not a day longer', async () => {
    const district = await world.unit({ level: 'district_office', name: 'Phòng GDĐT Thạch Mơ', professional: sector.department, until: '2025-07-01' })
    const primary = await world.unit({ schoolLevels: ['primary'], professional: district, from: '2020-01-01' })
    const above = async (day: string) => (await getUnit.run(world.as(officer), { unitId: primary, day })).superiors.map((unit) => unit.level)
    expect(await above('2025-06-30')).toEqual(['district_office', 'department', 'ministry'])
    expect(await above('2025-07-01')).toEqual([])
  })
})

describe('creating a unit', () => {
  it('takes the province of its superiors and writes the audit', async () => {
    const { id } = await createUnit.run(world.as(officer), { ...school(sector.commune, sector.department), code: 'MN-0002', from: '2025-09-01' })
    expect(await getUnit.run(world.as(officer), { unitId: id })).toMatchObject({ provinceId: '01', code: 'MN-0002' })
    expect(await world.rows(sql`select action, account_id from audit.entry where unit_id = ${id}`)).toEqual([{ action: 'units.createUnit', accountId: officer.accountId }])
  })

  it('refuses a code that is taken, a superior of a lower level, one that does not exist yet, and a new district office', async () => {
    const create = (changes: object) => createUnit.run(world.as(officer), { ...school(sector.commune, sector.department), from: '2025-09-01', ...changes })
    await create({ code: 'MN-0001' })
    await expect(create({ code: 'MN-0001' })).rejects.toMatchObject({ kind: 'conflict', code: 'units.code_taken' })
    await expect(create({ level: 'commune', schoolLevels: [], form: null, administrativeParentId: sector.commune, professionalParentId: null })).rejects.toMatchObject({ code: 'units.parent_not_above' })
    await expect(create({ from: '2019-09-01' })).rejects.toMatchObject({ code: 'units.parent_not_found' })
    await expect(create({ level: 'district_office', schoolLevels: [], form: null, administrativeParentId: null })).rejects.toMatchObject({ code: 'units.district_closed' })
    await expect(create({ schoolLevels: [] })).rejects.toMatchObject({ code: 'units.school_levels_missing' })
  })

  it('does not hang a school of one’s own commune on a foreign Department', async () => {
    const foreign = await world.unit({ level: 'department', name: 'Sở Giáo dục Núi Mơ', professional: sector.ministry, provinceId: '02' })
    const communeOfficer = await world.person(sector.commune, ['commune_officer'])
    await expect(createUnit.run(world.as(communeOfficer), { ...school(sector.commune, foreign), from: '2025-09-01' })).rejects.toMatchObject({ code: 'units.parents_apart' })
    await expect(createUnit.run(world.as(communeOfficer), { ...school(sector.commune, sector.department), from: '2025-09-01' })).resolves.toHaveProperty('id')
  })
})

describe('closing, merging and splitting', () => {
  it('does not close a unit while others stand below it', async () => {
    await expect(closeUnit.run(world.as(officer), { unitId: sector.commune, on: '2026-01-01' })).rejects.toMatchObject({ code: 'units.has_children', params: { count: 1 } })
  })

  it('leaves a closed unit readable for its last superiors and writable for nobody', async () => {
    const principal = await world.person(sector.primarySchool, ['principal'])
    const communeOfficer = await world.person(sector.commune, ['commune_officer'])
    const neighbour = await world.person(sector.highSchool, ['principal'])
    await closeUnit.run(world.as(officer), { unitId: sector.primarySchool, on: '2026-01-01' })
    for (const actor of [officer, communeOfficer, principal]) {
      expect(await reach(actor, 'readable')).toContain(sector.primarySchool)
      expect(await reach(actor, 'writable')).not.toContain(sector.primarySchool)
    }
    expect(await reach(neighbour, 'readable')).not.toContain(sector.primarySchool)
    await expect(changeUnit.run(world.as(officer), { unitId: sector.primarySchool, from: '2026-02-01', changes: { name: 'X' } })).rejects.toMatchObject({ kind: 'conflict', code: 'units.closed' })
  })

  it('lets the successor of merged schools read what they left', async () => {
    const second = await world.unit({ name: 'Trường Tiểu học Thạch Mơ B', schoolLevels: ['primary'], administrative: sector.commune, professional: sector.department })
    const { id } = await mergeUnits.run(world.as(officer), {
      unitIds: [sector.primarySchool, second],
      into: { unit: { ...school(sector.commune, sector.department, 'Trường Tiểu học Thạch Mơ'), schoolLevels: ['primary'] } },
      on: '2026-01-01',
      decision: '30/QĐ-UBND',
    })
    const principal = await world.person(id, ['principal'])
    expect((await reach(principal, 'readable')).toSorted()).toEqual([id, sector.primarySchool, second].toSorted())
    expect(await reach(principal, 'writable')).toEqual([id])
    const view = await getUnit.run(world.as(officer), { unitId: id })
    expect(view.successions.map((step) => [step.kind, step.from.name])).toEqual([
      ['merge', 'Trường Tiểu học Thạch Mơ'],
      ['merge', 'Trường Tiểu học Thạch Mơ B'],
    ])
  })

  it('moves the schools of merged communes below the one that carries on', async () => {
    const other = await world.unit({ level: 'commune', name: 'Xã Hiệp Mơ', professional: sector.department })
    const { id } = await mergeUnits.run(world.as(officer), { unitIds: [sector.commune, other], into: { unitId: other }, on: '2026-01-01' })
    expect(id).toBe(other)
    const view = await getUnit.run(world.as(officer), { unitId: sector.primarySchool })
    expect(view.current).toMatchObject({ administrativeParent: { id: other }, from: '2026-01-01' })
    expect(view.versions.map((version) => version.administrativeParentId)).toEqual([other, sector.commune])
    const heir = await world.person(other, ['commune_officer'])
    expect((await reach(heir, 'readable')).toSorted()).toEqual([other, sector.commune, sector.primarySchool].toSorted())
  })

  it('splits a commune and sends each school where it was told to go', async () => {
    const body = { ...school(null, sector.department, 'Xã Mơ Đông'), level: 'commune' as const, schoolLevels: [], form: null, ownership: null }
    const split = (livesOn: boolean, childIds: string[]) =>
      splitUnit.run(world.as(officer), { unitId: sector.commune, on: '2026-01-01', livesOn, parts: [{ unit: body, childIds }] })
    await expect(split(false, [])).rejects.toMatchObject({ code: 'units.has_children' })
    await expect(split(true, [sector.highSchool])).rejects.toMatchObject({ code: 'units.not_below' })
    const { ids } = await split(false, [sector.primarySchool])
    const below = await listChildren.run(world.as(officer), { unitId: ids[0]!, day: '2026-01-01' })
    expect(below.units.map((unit) => unit.id)).toEqual([sector.primarySchool])
    expect((await getUnit.run(world.as(officer), { unitId: sector.commune })).closedOn).toBe('2026-01-01')
  })

  it('leaves an unbroken audit chain in every unit that it touched', async () => {
    const other = await world.unit({ level: 'commune', name: 'Xã Hiệp Mơ', professional: sector.department })
    await mergeUnits.run(world.as(officer), { unitIds: [sector.commune], into: { unitId: other }, on: '2026-01-01' })
    const entries = await world.rows(sql`select unit_id, number from audit.entry where action = 'units.mergeUnits' and unit_id in (${sector.commune}, ${other})`)
    expect(entries).toEqual(expect.arrayContaining([{ unitId: sector.commune, number: 1 }, { unitId: other, number: 1 }]))
  })
})

describe('who may change the tree', () => {
  it('lets a school’s administrator mend its name, not move or close it', async () => {
    const administrator = await world.person(sector.primarySchool, ['administrator'])
    await correctUnit.run(world.as(administrator), { unitId: sector.primarySchool, changes: { symbol: 'THTM' } })
    expect((await getUnit.run(world.as(administrator), { unitId: sector.primarySchool })).current.symbol).toBe('THTM')
    await expect(correctUnit.run(world.as(administrator), { unitId: sector.primarySchool, changes: { administrativeParentId: null } })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(changeUnit.run(world.as(administrator), { unitId: sector.primarySchool, from: '2026-01-01', changes: { name: 'X' } })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(createUnit.run(world.as(administrator), { ...school(sector.primarySchool, sector.department), from: '2025-09-01' })).rejects.toMatchObject({ code: 'units.parent_not_above' })
  })

  it('is not found for a sibling Department and forbidden for a principal', async () => {
    const foreign = await world.unit({ level: 'department', name: 'Sở Giáo dục Núi Mơ', professional: sector.ministry, provinceId: '02' })
    const stranger = await world.person(foreign, ['department_officer'])
    const principal = await world.person(sector.primarySchool, ['principal'])
    const change = { unitId: sector.primarySchool, from: '2026-01-01', changes: { name: 'X' } }
    await expect(changeUnit.run(world.as(stranger), change)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(changeUnit.run(world.as(principal), change)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('refuses a circle', async () => {
    const ministryOfficer = await world.person(sector.ministry, ['ministry_officer'])
    await expect(
      changeUnit.run(world.as(ministryOfficer), { unitId: sector.department, from: '2026-01-01', changes: { professionalParentId: sector.commune } }),
    ).rejects.toMatchObject({ code: 'units.parent_not_above' })
  })
})
