import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { RECORD_FAILURE, recordFailure } from './failures.ts'
import getSession from './operations/get-session.ts'
import { openSession } from './operations/sign-in.ts'
import signOut from './operations/sign-out.ts'
import { hashPassword } from './password.ts'
import { actorOfToken } from './session.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
})

async function personWithPassword(username: string, password: string) {
  const actor = await world.person(sector.highSchool, ['principal', 'committee_head'], { username, name: 'Lê Thị Mơ' })
  await sql`update access.account set password_hash = ${await hashPassword(password)} where id = ${actor.accountId}`.execute(world.db)
  return actor
}

describe('signing in', () => {
  it('opens a session that names the person, the unit and the roles', async () => {
    await personWithPassword('le.mo', 'hoa sữa tháng mười')
    const { token } = await openSession(world.as(null), { username: ' Le.Mo ', password: 'hoa sữa tháng mười' })
    const actor = await actorOfToken(world.as(null), token)
    const session = await getSession.run(world.as(actor), {})
    expect(session.person.name).toBe('Lê Thị Mơ')
    expect(session.posts).toMatchObject([{ unitId: sector.highSchool, unitName: 'Trường THPT Sông Mơ', roles: ['principal', 'committee_head'] }])
  })

  it('keeps only a digest of the token', async () => {
    await personWithPassword('digest', 'hoa sữa tháng mười')
    const { token } = await openSession(world.as(null), { username: 'digest', password: 'hoa sữa tháng mười' })
    const rows = await world.rows(sql<{ found: boolean }>`select exists (select from access.session where token_hash = ${Buffer.from(token)}) as found`)
    expect(rows[0]?.found).toBe(false)
  })

  it('answers alike for an unknown name and a wrong password', async () => {
    await personWithPassword('known', 'hoa sữa tháng mười')
    for (const username of ['known', 'nobody.here']) {
      await expect(openSession(world.as(null), { username, password: 'sai' })).rejects.toMatchObject({ kind: 'unauthenticated', code: 'access.wrong_password' })
    }
  })

  it('waits after many failures, and the right password does not help meanwhile', async () => {
    await personWithPassword('guessed', 'hoa sữa tháng mười')
    for (let n = 0; n < 8; n++) await expect(openSession(world.as(null), { username: 'guessed', password: 'sai' })).rejects.toThrow()
    await expect(openSession(world.as(null), { username: 'guessed', password: 'hoa sữa tháng mười' })).rejects.toMatchObject({
      code: 'access.wait',
      params: { seconds: 30 },
    })
    world.now = new Date(world.now.getTime() + 31_000)
    await expect(openSession(world.as(null), { username: 'guessed', password: 'hoa sữa tháng mười' })).resolves.toHaveProperty('token')
  })

  it('leaves failed tries in the record of the unit, but neither names nor what was typed', async () => {
    const { accountId } = await personWithPassword('failing', 'hoa sữa tháng mười')
    for (const username of ['failing', 'nobody.at.all']) await expect(openSession(world.as(null), { username, password: 'gõ nhầm' })).rejects.toThrow()
    await world.jobs.drain([{ name: RECORD_FAILURE, run: (data) => recordFailure(world.as(null), data) }])
    const entries = await world.rows(sql`select entity, before, after from audit.entry where action = 'access.signInFailed' and entity = ${accountId}`)
    expect(entries).toEqual([{ entity: accountId, before: null, after: null }])
    const queued = await world.rows(sql<{ data: unknown }>`select data from pgboss.job where name = ${RECORD_FAILURE}`)
    expect(JSON.stringify(queued)).not.toMatch(/nobody|failing|gõ nhầm/)
  })

  it('ends with sign-out and with idleness', async () => {
    await personWithPassword('idle', 'hoa sữa tháng mười')
    const first = await openSession(world.as(null), { username: 'idle', password: 'hoa sữa tháng mười' })
    const actor = await actorOfToken(world.as(null), first.token)
    await signOut.run(world.as(actor), {})
    expect(await actorOfToken(world.as(null), first.token)).toBeNull()

    const second = await openSession(world.as(null), { username: 'idle', password: 'hoa sữa tháng mười' })
    const later = { ...world.as(null), now: new Date(world.now.getTime() + 7_200_001) }
    expect(await actorOfToken(later, second.token)).toBeNull()
  })
})
