import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import checkAudit from './operations/check-audit.ts'
import listAudit from './operations/list-audit.ts'
import { verifyNightly } from './jobs.ts'
import { writeAudit } from './store.ts'
import { verifyRecords } from './verify.ts'
import { verifyChain } from './chain.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let unit: string
let principal: Actor
let officer: Actor

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'], { name: 'Trần Sở' })
})

beforeEach(async () => {
  unit = await world.unit({ professional: sector.department })
  principal = await world.person(unit, ['principal'], { name: 'Lê Thị Mơ' })
  const values = [{ b: 1, a: [{ z: null, y: 'Ổ' }], 10: 'x', 9: 0.1 }, 'chữ', 12.5, null, undefined]
  for (const [at, after] of values.entries()) {
    const entry = { unitId: unit, accountId: at % 2 ? officer.accountId : principal.accountId, at: new Date(world.now.getTime() + at * 86_400_000), action: `probe.step${at}`, entity: `thing-${at % 2}`, after }
    await asSystem(world.as(null), (tx) => writeAudit(tx, entry))
  }
})

const verified = () => world.db.transaction().execute((tx) => verifyChain(tx, unit))

describe('the record of a unit', () => {
  it('is whole after it went through the database, whatever the values', async () => {
    expect(await verified()).toMatchObject({ entries: 5, broken: null })
  })

  it.each([
    ['a changed value', sql`update audit.entry set after = '{"b": 2}'`, 1, 'changed'],
    ['a changed hour', sql`update audit.entry set at = at + interval '1 minute'`, 3, 'changed'],
    ['another doer', sql`update audit.entry set account_id = gen_random_uuid()`, 4, 'changed'],
    ['a changed digest', sql`update audit.entry set hash = decode(repeat('00', 32), 'hex')`, 2, 'changed'],
    ['a link to elsewhere', sql`update audit.entry set previous_hash = decode(repeat('00', 32), 'hex')`, 2, 'unlinked'],
    ['a missing entry', sql`delete from audit.entry`, 3, 'missing'],
    ['a missing first entry', sql`delete from audit.entry`, 1, 'missing'],
  ])('shows %s', async (_, tampering, number, fault) => {
    await sql`${tampering} where unit_id = ${unit} and number = ${number}`.execute(world.db)
    expect((await verified()).broken).toEqual({ number, fault })
  })

  it('shows entries that changed places, and one that was forged with a digest of its own', async () => {
    await sql`update audit.entry set number = -number where unit_id = ${unit} and number in (2, 3)`.execute(world.db)
    await sql`update audit.entry set number = 5 + number where unit_id = ${unit} and number in (-2, -3)`.execute(world.db)
    expect((await verified()).broken).toEqual({ number: 2, fault: 'unlinked' })
  })

  it('loses its end without a fault, but not without another head', async () => {
    const before = await verified()
    await sql`delete from audit.entry where unit_id = ${unit} and number = 5`.execute(world.db)
    const after = await verified()
    expect(after.broken).toBeNull()
    expect(after.head.equals(before.head)).toBe(false)
  })

  it('that lost its end since it was last verified is found, with all others', async () => {
    const request = world.as(null)
    expect((await verifyRecords(request)).broken.filter(({ unitId }) => unitId === unit)).toEqual([])
    await sql`delete from audit.entry where unit_id = ${unit} and number = 5`.execute(world.db)
    const { broken, digest } = await verifyRecords({ ...request, now: new Date(world.now.getTime() + 1000) })
    expect(broken.filter(({ unitId }) => unitId === unit)).toEqual([{ unitId: unit, number: 5, fault: 'cut_off' }])
    await expect(verifyNightly({ ...request, now: new Date(world.now.getTime() + 2000) })).rejects.toThrow(unit)
    const kept = await world.rows(sql<{ digest: string }>`select encode(digest, 'hex') as digest from audit.verification order by at limit 2`)
    expect(kept[1]!.digest).toBe(digest)
    expect(kept[0]!.digest).not.toBe(digest)
    await sql`delete from audit.noted_head where unit_id = ${unit}`.execute(world.db)
  })

  it('has no gaps and no doubles when many write at once', async () => {
    const entry = { unitId: unit, accountId: null, at: world.now, action: 'probe.rush', entity: 'x' }
    await Promise.all(Array.from({ length: 24 }, () => asSystem(world.as(null), (tx) => writeAudit(tx, entry))))
    expect(await verified()).toMatchObject({ entries: 29, broken: null })
  })

  it('cannot be changed or deleted by any role of the program', async () => {
    for (const role of ['songhanh_app', 'songhanh_nation', 'songhanh_system']) {
      for (const statement of [sql`update audit.entry set action = 'x'`, sql`delete from audit.entry`]) {
        const act = world.db.transaction().execute(async (tx) => {
          await sql`select set_config('role', ${role}, true)`.execute(tx)
          await statement.execute(tx)
        })
        await expect(act).rejects.toMatchObject({ code: '42501' })
      }
    }
  })

  it('refuses an entry for a unit that does not exist', async () => {
    const entry = { unitId: '00000000-0000-7000-8000-000000000000', accountId: null, at: world.now, action: 'x', entity: 'x' }
    await expect(asSystem(world.as(null), (tx) => writeAudit(tx, entry))).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('reading the record', () => {
  it('shows who did what and when, newest first, page by page, with the name of a superior', async () => {
    const first = await listAudit.run(world.as(principal), { unitId: unit, limit: 2 })
    expect(first).toMatchObject({ hasMore: true, entries: [{ number: 5, fullName: 'Lê Thị Mơ', action: 'probe.step4' }, { number: 4, fullName: 'Trần Sở', action: 'probe.step3' }] })
    const rest = await listAudit.run(world.as(principal), { unitId: unit, before: '4', limit: '50' })
    expect(rest).toMatchObject({ hasMore: false, entries: [{ number: 3 }, { number: 2 }, { number: 1 }] })
  })

  it('is narrowed to a doer, a thing, a deed or a span of days', async () => {
    const numbers = async (filter: object) => (await listAudit.run(world.as(officer), { unitId: unit, ...filter })).entries.map((entry) => entry.number)
    expect(await numbers({ accountId: officer.accountId })).toEqual([4, 2])
    expect(await numbers({ entity: 'thing-0' })).toEqual([5, 3, 1])
    expect(await numbers({ action: 'probe.step2' })).toEqual([3])
    expect(await numbers({ from: '2026-03-03', until: '2026-03-04' })).toEqual([3, 2])
  })

  it('is for those who lead the unit and those above it', async () => {
    const teacher = await world.person(unit, ['teacher'])
    await expect(listAudit.run(world.as(teacher), { unitId: unit })).rejects.toMatchObject({ kind: 'forbidden' })
    const sibling = await world.person(sector.highSchool, ['principal'])
    await expect(checkAudit.run(world.as(sibling), { unitId: unit })).rejects.toMatchObject({ kind: 'not_found' })
    expect(await checkAudit.run(world.as(officer), { unitId: unit })).toMatchObject({ entries: 5, broken: null })
  })
})
