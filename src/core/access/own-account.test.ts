import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { uuidv7 } from '#platform/ids.ts'
import changePassword from './operations/change-password.ts'
import listSessions from './operations/list-sessions.ts'
import revokeOtherSessions from './operations/revoke-other-sessions.ts'
import revokeSession from './operations/revoke-session.ts'
import { openSession } from './operations/sign-in.ts'
import { hashPassword } from './password.ts'
import type { Actor } from './request.ts'
import { actorOfToken } from './session.ts'

const OLD = 'hoa sữa tháng mười'
const NEW = 'hoa gạo tháng ba'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let count = 0

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
})

async function someone(): Promise<string> {
  const username = `ai.do.${++count}`
  const { accountId } = await world.person(sector.highSchool, ['teacher'], { username })
  await sql`update access.account set password_hash = ${await hashPassword(OLD)}, password_set_at = now() where id = ${accountId}`.execute(world.db)
  return username
}

async function signedIn(username: string, agent = ''): Promise<{ token: string; actor: Actor }> {
  const { token } = await openSession({ ...world.as(null), origin: { address: '10.0.0.1', agent } }, { username, password: OLD })
  return { token, actor: (await actorOfToken(world.as(null), token))! }
}

describe('changing the own password', () => {
  it('needs the old one, ends the other sessions and keeps this one', async () => {
    const username = await someone()
    const [here, elsewhere] = [await signedIn(username), await signedIn(username)]
    await changePassword.run(world.as(here.actor), { oldPassword: OLD, newPassword: NEW })
    expect(await actorOfToken(world.as(null), elsewhere.token)).toBeNull()
    expect(await actorOfToken(world.as(null), here.token)).not.toBeNull()
    await expect(openSession(world.as(null), { username, password: OLD })).rejects.toMatchObject({ code: 'access.wrong_password' })
    await expect(openSession(world.as(null), { username, password: NEW })).resolves.toBeDefined()
  })

  it('counts a wrong old password as sign-in does, so that a borrowed session cannot try them all', async () => {
    const { actor } = await signedIn(await someone())
    const wrong = () => changePassword.run(world.as(actor), { oldPassword: 'sai', newPassword: NEW })
    for (let n = 0; n < 8; n++) await expect(wrong()).rejects.toMatchObject({ kind: 'invalid', code: 'access.old_password_wrong' })
    await expect(changePassword.run(world.as(actor), { oldPassword: OLD, newPassword: NEW })).rejects.toMatchObject({ code: 'access.wait' })
  })

  it.each([
    ['ngắn', 'access.password_too_short'],
    ['matkhau1234', 'access.password_too_common'],
    ['aaaaaaaaaaaa', 'access.password_too_uniform'],
  ])('refuses “%s” with its reason', async (newPassword, code) => {
    const { actor } = await signedIn(await someone())
    await expect(changePassword.run(world.as(actor), { oldPassword: OLD, newPassword })).rejects.toMatchObject({ kind: 'invalid', code })
  })

  it('happens once when the answer was lost and the command comes again', async () => {
    const { actor } = await signedIn(await someone())
    const id = uuidv7()
    const input = { oldPassword: OLD, newPassword: NEW }
    await changePassword.run(world.as(actor, id), input)
    await expect(changePassword.run(world.as(actor, id), input)).resolves.toBeNull()
  })
})

describe('the own sessions', () => {
  it('are listed with where they came from, the current one marked, without any token', async () => {
    const username = await someone()
    await signedIn(username, 'Máy phòng hội đồng')
    const here = await signedIn(username, 'Điện thoại')
    const sessions = await listSessions.run(world.as(here.actor), {})
    expect(sessions.map(({ agent, isCurrent }) => ({ agent, isCurrent }))).toEqual(
      expect.arrayContaining([
        { agent: 'Máy phòng hội đồng', isCurrent: false },
        { agent: 'Điện thoại', isCurrent: true },
      ]),
    )
    expect(JSON.stringify(sessions)).not.toContain(here.token)
  })

  it('are ended one by one or all others together, and only the own ones', async () => {
    const username = await someone()
    const [here, first, second] = [await signedIn(username), await signedIn(username), await signedIn(username)]
    const stranger = await signedIn(await someone())
    await expect(revokeSession.run(world.as(here.actor), { sessionId: stranger.actor.sessionId })).rejects.toMatchObject({ kind: 'not_found' })
    await revokeSession.run(world.as(here.actor), { sessionId: first.actor.sessionId })
    expect(await actorOfToken(world.as(null), first.token)).toBeNull()
    expect(await revokeOtherSessions.run(world.as(here.actor), {})).toEqual({ ended: 1 })
    expect(await actorOfToken(world.as(null), second.token)).toBeNull()
    expect(await actorOfToken(world.as(null), here.token)).not.toBeNull()
    expect(await actorOfToken(world.as(null), stranger.token)).not.toBeNull()
  })
})

describe('wrong passwords at the same moment', () => {
  it('are all counted', async () => {
    const username = await someone()
    const tries = Array.from({ length: 8 }, () => openSession(world.as(null), { username, password: 'sai' }))
    await Promise.allSettled(tries)
    const rows = await world.rows(sql<{ failures: number }>`select failures from access.sign_in_throttle where key = ${`name:${username}`}`)
    expect(rows).toEqual([{ failures: 8 }])
  })
})
