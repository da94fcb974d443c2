import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { isProved } from './model/proof.ts'
import proveSession from './operations/prove-session.ts'
import { openSession } from './operations/sign-in.ts'
import { hashPassword } from './password.ts'
import { actorOfToken } from './session.ts'

let world: World
let token: string
const password = 'hoa sữa tháng mười'

beforeAll(async () => {
  world = await aWorld()
  const { highSchool } = await aSector(world)
  const actor = await world.person(highSchool, ['case_handler'], { username: 'nguoi.phu.trach' })
  await sql`update access.account set password_hash = ${await hashPassword(password)} where id = ${actor.accountId}`.execute(world.db)
  token = (await openSession(world.as(null), { username: 'nguoi.phu.trach', password })).token
})

it('signing in proves nothing yet; the password given again does, for ten minutes', async () => {
  const signedIn = await actorOfToken(world.as(null), token)
  expect(isProved(signedIn?.provedAt, world.now)).toBe(false)
  await proveSession.run(world.as(signedIn), { password })
  const { provedAt } = (await actorOfToken(world.as(null), token))!
  expect(isProved(provedAt, new Date(world.now.getTime() + 599_999))).toBe(true)
  expect(isProved(provedAt, new Date(world.now.getTime() + 600_000))).toBe(false)
})

it('a wrong password proves nothing and counts like one at sign-in', async () => {
  const signedIn = await actorOfToken(world.as(null), token)
  for (let n = 0; n < 8; n++) await expect(proveSession.run(world.as(signedIn), { password: 'sai' })).rejects.toMatchObject({ code: 'access.proof_wrong' })
  await expect(proveSession.run(world.as(signedIn), { password })).rejects.toMatchObject({ code: 'access.wait' })
})

it('neither the password nor a digest of it stays in the log of operations', async () => {
  const id = '0190a000-0000-7000-8000-000000000001'
  world.now = new Date(world.now.getTime() + 3_600_000)
  const signedIn = await actorOfToken(world.as(null), token)
  await proveSession.run(world.as(signedIn, id), { password })
  const rows = await world.rows(sql`select * from platform.operation_log where operation_id = ${id}`)
  expect(rows).toMatchObject([{ inputDigest: null }])
  expect(JSON.stringify(rows)).not.toContain(password)
})
