import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { passwordFault } from '#core/access/model/password.ts'
import { ROLES } from '#core/access/model/roles.ts'
import getSession from '#core/access/operations/get-session.ts'
import { openSession } from '#core/access/operations/sign-in.ts'
import { actorOfToken } from '#core/access/session.ts'
import { placementFault } from '#core/units/model/placement.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aWorld, type World } from '#testing/world.ts'
import { DEMO_PASSWORD, loadDemo, type DemoAccount } from './load-demo.ts'
import { COMMUNES, DEPARTMENTS, SCHOOLS } from './places.ts'
import { demoUnits } from './units-part.ts'

let world: World
let accounts: DemoAccount[]

beforeAll(async () => {
  world = await aWorld()
  accounts = await loadDemo(world.as(null))
})

const levels = async (day: string) =>
  Object.fromEntries(
    (await world.rows(sql<{ level: string; n: number }>`select level, count(*)::int as n from units.unit_version where valid @> ${day}::date group by level`)).map(({ level, n }) => [level, n]),
  )

describe('the demo province', () => {
  it('has a Ministry, two Departments, twelve communes and forty schools of all kinds', async () => {
    expect(await levels('2026-03-02')).toEqual({ ministry: 1, department: DEPARTMENTS.length, commune: COMMUNES.length, school: SCHOOLS.length })
    expect([DEPARTMENTS.length, COMMUNES.length, SCHOOLS.length]).toEqual([2, 12, 40])
    const kinds = await world.rows(sql<{ levels: string[]; form: string; ownership: string }>`select distinct school_levels as levels, form, ownership from units.unit_version where level = 'school'`)
    const taught = new Set(kinds.map((kind) => kind.levels.join()))
    for (const kind of ['kindergarten', 'primary', 'lower_secondary', 'upper_secondary', 'primary,lower_secondary']) expect(taught).toContain(kind)
    expect(new Set(kinds.map((kind) => kind.form))).toEqual(new Set(['ordinary', 'boarding', 'continuing']))
    expect(new Set(kinds.map((kind) => kind.ownership))).toEqual(new Set(['public', 'private', 'people_founded']))
  })

  it('had another tree before 1/7/2025: district offices, communes and schools that were merged', async () => {
    const merged = COMMUNES.flatMap((commune) => commune.formedOf)
    const kept = COMMUNES.filter((commune) => commune.formedOf.length === 0)
    expect(await levels('2025-06-30')).toEqual({ ministry: 1, department: 2, district_office: 3, commune: merged.length + kept.length, school: 41 })
    const successors = await world.rows(sql`
      select count(*)::int as n from units.succession s join units.unit_version v on v.unit_id = s.to_id and v.name = 'Trường Tiểu học Thạch Khê' where s.kind = 'merge'`)
    expect(successors).toEqual([{ n: 2 }])
    const above = async (day: string) =>
      (
        await world.rows(sql<{ name: string }>`
          select distinct p.name from units.unit_version v
          join units.unit_ancestor a on a.unit_id = v.unit_id and a.depth = 1 and a.valid @> ${day}::date
          join units.unit_version p on p.unit_id = a.ancestor_id and p.valid @> ${day}::date
          where v.name = 'Trường Mầm non Hoa Sữa' and v.valid @> ${day}::date order by p.name`)
      ).map((row) => row.name)
    expect(await above('2025-06-30')).toEqual(['Phòng Giáo dục và Đào tạo thành phố Sông Mây'])
    expect(await above('2025-07-01')).toEqual(['Sở Giáo dục và Đào tạo Sông Mây', 'Ủy ban nhân dân phường Hoa Sữa'])
  })

  it('puts every unit where the rules let it stand', () => {
    const { units } = demoUnits(() => uuidv7())
    const levelOf = (id: string | null) => units.find((unit) => unit.id === id)?.versions[0]!.facts.level ?? null
    for (const { facts, until } of units.flatMap((unit) => unit.versions)) {
      const parents = { administrative: levelOf(facts.administrativeParentId), professional: levelOf(facts.professionalParentId) }
      expect([facts.name, placementFault(facts, parents, until === null ? null : '2025-06-30')]).toEqual([facts.name, null])
    }
  })

  it('has somebody with an account for every role, and shows one of each', async () => {
    const held = await world.rows(sql<{ role: string }>`select distinct role from access.role_grant g join access.account a on a.id = g.account_id where a.state = 'active'`)
    expect(new Set(held.map(({ role }) => role))).toEqual(new Set(ROLES))
    const shown = await world.rows(sql<{ role: string }>`
      select distinct g.role from access.role_grant g join access.account a on a.id = g.account_id where a.username = any (${accounts.map(({ username }) => username)})`)
    expect(new Set(shown.map(({ role }) => role))).toEqual(new Set(ROLES))
    expect(accounts.every(({ username, password }) => passwordFault(password, username) === null)).toBe(true)
  })

  it('lets the people in with the shared password', async () => {
    const { username, unit } = accounts.find((account) => account.username === 'hieutruong.thptsongmay')!
    const { token } = await openSession(world.as(null), { username, password: DEMO_PASSWORD })
    const session = await getSession.run(world.as(await actorOfToken(world.as(null), token)), {})
    expect(session.posts.map((post) => post.unitName)).toEqual([unit])
  })

  it('gives no two people the same name in one unit', async () => {
    expect(await world.rows(sql`select full_name from people.person group by unit_id, full_name having count(*) > 1`)).toEqual([])
  })

  it('is refused by a database that has units, and leaves it as it was', async () => {
    const before = await levels('2026-03-02')
    await expect(loadDemo(world.as(null))).rejects.toMatchObject({ kind: 'conflict', code: 'units.not_empty' })
    expect(await levels('2026-03-02')).toEqual(before)
  })

  it('hashes one password for all, so that loading stays quick', async () => {
    const hashes = await world.rows(sql`select count(distinct password_hash)::int as n from access.account`)
    expect(hashes).toEqual([{ n: 1 }])
  })
})
