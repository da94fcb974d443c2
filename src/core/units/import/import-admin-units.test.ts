import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '#testing/world.ts'
import searchAreas from '../operations/search-areas.ts'
import { importAdminUnits, type AdminUnitsOutcome } from './import-admin-units.ts'

let world: World
let outcome: AdminUnitsOutcome

beforeAll(async () => {
  world = await aWorld()
  outcome = await importAdminUnits(world.as(null))
})

const standing = async (day: string) =>
  Object.fromEntries(
    (
      await world.rows(sql<{ level: string; n: number }>`
        select a.level, count(*)::int as n from units.area a join units.area_version v on v.area_id = a.id where v.valid @> ${day}::date group by a.level`)
    ).map(({ level, n }) => [level, n]),
  )

describe('the real administrative units', () => {
  it('stand until 30/6/2025 with districts, afterwards without', async () => {
    expect(await standing('2025-06-30')).toEqual({ province: 63, district: 696, commune: 10_035 })
    expect(await standing('2025-07-01')).toEqual({ province: 34, commune: 3_321 })
    expect(await standing('1990-01-01')).toEqual({ province: 63, district: 696, commune: 10_035 })
  })

  it('had the official numbers of communes, wards and special zones on 1/7/2025', async () => {
    const kinds = await world.rows(sql<{ kind: string; n: number }>`
      select v.kind, count(*)::int as n from units.area a join units.area_version v on v.area_id = a.id
      where a.level = 'commune' and v.valid @> '2025-07-01'::date group by v.kind order by n desc`)
    expect(kinds).toEqual([{ kind: 'Xã', n: 2621 }, { kind: 'Phường', n: 687 }, { kind: 'Đặc khu', n: 13 }])
  })

  it('are linked, all old provinces, at least 99 % of the old communes and every new one; the rest are named', async () => {
    expect(outcome.shareLinked).toBeGreaterThan(0.999)
    expect(outcome.unlinked).toHaveLength(10_035 - Math.round(outcome.shareLinked * 10_035))
    expect(outcome.unlinked[0]).toMatch(/^(Phường|Xã|Thị trấn) .+, (Huyện|Thành phố|Thị xã|Quận) .+, (Tỉnh|Thành phố) .+ \(\d{5}\)$/)
    const counted = await world.rows(sql<{ level: string; linked: number; formed: number }>`
      select f.level, count(distinct s.from_id)::int as linked, count(distinct s.to_id)::int as formed
      from units.area_succession s join units.area f on f.id = s.from_id where f.level <> 'district' group by f.level order by f.level`)
    expect(counted[0]!.linked).toBe(10_035 - outcome.unlinked.length)
    expect(counted[1]).toEqual({ level: 'province', linked: 63, formed: 34 })
    const fresh = await world.rows(sql`
      select a.code from units.area a join units.area_version v on v.area_id = a.id
      where v.valid @> '2025-07-01'::date and not exists (select from units.area_succession s where s.to_id = a.id)`)
    expect(fresh).toEqual([])
  })

  it('never give one unit as a whole to two', async () => {
    const torn = await world.rows(sql`select from_id from units.area_succession where share = 'whole' group by from_id having count(*) > 1`)
    expect(torn).toEqual([])
    const mixed = await world.rows(sql`select from_id from units.area_succession group by from_id having bool_or(share = 'whole') and count(*) > 1`)
    expect(mixed).toEqual([])
  })

  it('tell where a well-known commune went', async () => {
    const went = await world.rows(sql`
      select t.full_name, s.share from units.area_succession s
      join units.area_version f on f.area_id = s.from_id join units.area_version t on t.area_id = s.to_id
      where f.full_name = 'Phường Thạch Bàn' order by t.full_name`)
    expect(went).toEqual(expect.arrayContaining([expect.objectContaining({ fullName: 'Phường Long Biên' })]))
  })

  it('are found by words without marks, as of a day', async () => {
    const actor = await world.person(await world.unit({ level: 'ministry', provinceId: '00' }), ['ministry_officer'])
    const find = async (day: string) => (await searchAreas.run(world.as(actor), { text: 'thach ban', day })).areas.map((area) => `${area.fullName}, ${area.parentName}`)
    expect(await find('2025-06-30')).toContain('Phường Thạch Bàn, Quận Long Biên')
    expect(await find('2025-07-01')).not.toContain('Phường Thạch Bàn, Quận Long Biên')
  })

  it('are stored once, however often they are loaded', async () => {
    expect(await importAdminUnits(world.as(null))).toEqual(outcome)
    expect(await standing('2025-06-30')).toEqual({ province: 63, district: 696, commune: 10_035 })
  })

  it('are refused when a file is missing', async () => {
    await expect(importAdminUnits(world.as(null), '/nowhere')).rejects.toMatchObject({ code: 'units.reference_missing' })
  })
})
