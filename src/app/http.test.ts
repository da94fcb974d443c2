import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '#core/access/password.ts'
import { routeOf } from '#platform/contract.ts'
import { samplesOf } from '#testing/samples.ts'
import { aServer } from '#testing/server.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { createProduct } from './product.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let app: FastifyInstance

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  app = await aServer(world)
})

const PASSWORD = 'hoa sữa tháng mười'

const routes = createProduct().operations.map(({ contract }) => {
  const { method, path } = routeOf(contract.route)
  const input = samplesOf(contract.input)[0] ?? {}
  return { name: contract.name, permission: contract.permission, method, input, url: path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name] ?? 'x'))) }
})
const guarded = routes.filter(({ permission, name }) => permission !== 'public' && name !== 'access.signOut')
const writing = routes.filter(({ method }) => method === 'POST' || method === 'PUT')

async function signIn(): Promise<string> {
  const username = `ai.do.${Math.random().toString(36).slice(2, 8)}`
  const { accountId } = await world.person(sector.highSchool, ['principal'], { username })
  await sql`update access.account set password_hash = ${await hashPassword(PASSWORD)} where id = ${accountId}`.execute(world.db)
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password: PASSWORD } })
  return String(answer.headers['set-cookie']).split(';')[0]!
}

describe('over HTTP every operation', () => {
  it.each(guarded)('$name sends away who is not signed in, with the code of a sentence', async ({ method, url, input }) => {
    const answer = await app.inject({ method, url, ...(method === 'GET' ? {} : { payload: input }) })
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ kind: 'unauthenticated', code: 'access.sign_in_required', requestId: expect.any(String) })
    const stale = await app.inject({ method, url, cookies: { songhanh_session: 'no-such-token' }, ...(method === 'GET' ? {} : { payload: input }) })
    expect(stale.json()).toMatchObject({ code: 'access.session_ended' })
  })

  it.each(writing)('$name refuses the form of a foreign site, and a body that is no JSON', async ({ method, url, input }) => {
    const foreign = await app.inject({ method, url, payload: input, headers: { origin: 'https://evil.example' } })
    expect([foreign.statusCode, foreign.json().code]).toEqual([403, 'access.foreign_origin'])
    const framed = await app.inject({ method, url, payload: input, headers: { 'sec-fetch-site': 'cross-site' } })
    expect(framed.statusCode).toBe(403)
    const broken = await app.inject({ method, url, payload: '{"a":', headers: { 'content-type': 'application/json' } })
    expect(broken.statusCode).toBe(400)
    expect(broken.json()).toMatchObject({ kind: 'invalid' })
  })
})

describe('a session over HTTP', () => {
  it('travels in a cookie that no script reads and no foreign site sends, and never in an answer', async () => {
    const { accountId } = await world.person(sector.highSchool, ['principal'], { username: 'le.mo' })
    await sql`update access.account set password_hash = ${await hashPassword(PASSWORD)} where id = ${accountId}`.execute(world.db)
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'le.mo', password: PASSWORD } })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(answer.json()).toEqual({ expiresAt: expect.any(String), awaits: null, factors: [] })
    expect(answer.body).not.toContain(/songhanh_session=([^;]+)/.exec(cookie)![1]!)
  })

  it('answers for its owner and ends with sign-out', async () => {
    const cookie = await signIn()
    const mine = await app.inject({ url: '/api/session', headers: { cookie } })
    expect(mine.json()).toMatchObject({ posts: [{ unitId: sector.highSchool, roles: ['principal'], unitClosedOn: null }] })
    expect(mine.headers['cache-control']).toBe('no-store')
    expect((await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })).statusCode).toBe(200)
    expect((await app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401)
  })

  it('makes a command that comes twice with its id happen once', async () => {
    const cookie = await signIn()
    const send = () =>
      app.inject({
        method: 'POST',
        url: `/api/units/${sector.highSchool}/accounts`,
        headers: { cookie, 'idempotency-key': '01990000-0000-7000-8000-000000000001' },
        payload: { person: { fullName: 'Đỗ Hai Lần' }, username: 'do.hai.lan', roles: [{ role: 'teacher' }] },
      })
    const [first, second] = await Promise.all([send(), send()])
    expect([first.statusCode, second.statusCode]).toEqual([200, 200])
    expect(second.json().account).toEqual(first.json().account)
    // The link is handed out once, whichever of the two came first.
    expect([first.json().link, second.json().link].filter(Boolean)).toHaveLength(1)
  })
})

describe('every answer', () => {
  it('carries the headers that keep foreign frames, scripts and guesses of types out', async () => {
    const { headers } = await app.inject({ url: '/api/session' })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
  })

  it('to an address that is nothing is “not found”', async () => {
    const answer = await app.inject({ url: '/api/no/such/thing' })
    expect([answer.statusCode, answer.json().kind]).toEqual([404, 'not_found'])
  })
})
