import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '#core/access/model/roles.ts'
import type { ApiDescription, ApiOperation } from '#platform/http/openapi.ts'
import { DEEP, HOSTILE, INNARDS, spoilt } from '#testing/hostile.ts'
import { sampleOfShape } from '#testing/samples.ts'
import { diceOf, type Dice } from '#testing/simulate/dice.ts'
import { aSession, aSteadyServer, type SteadyServer } from '#testing/steady-server.ts'
import { tableOf, thingsOf, type Things } from '#testing/things.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'

// Every endpoint of the description of the API, with what somebody sends who wants to break it.
// SONGHANH_LONG=1: sixty requests for each; SONGHANH_SEED: another seed.

const ROUNDS = process.env['SONGHANH_LONG'] === '1' ? 60 : 4
const dice = diceOf(Number(process.env['SONGHANH_SEED'] ?? 7))

interface Endpoint {
  readonly path: string
  readonly method: string
  readonly operation: ApiOperation
}

let world: World
let server: SteadyServer
let things: Things
let unitId: string
let foreign: ReadonlySet<string>
let cookie: string
let api: ApiDescription
let endpoints: readonly Endpoint[]

beforeAll(async () => {
  world = await aWorld()
  const sector = await aSector(world)
  unitId = sector.department
  const other = await world.unit({ level: 'department', name: 'Sở Giáo dục Bên Kia', professional: sector.ministry })
  await world.person(other, ['principal'], { name: 'Người Bên Kia' })
  const everybody = await world.person(unitId, ROLES)
  cookie = await aSession(world, everybody)
  things = await thingsOf(world)
  foreign = things.idsOf([other])
  server = await aSteadyServer(world)
  api = (await server.ask({ url: '/api/openapi.json' })).json()
  endpoints = Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })))
}, 300_000)

const asRoot = (description: ApiDescription) => description as unknown as Readonly<Record<string, unknown>>

/** A request as the description wants it, about the own unit; then spoilt in some place. */
function hostileRequest({ path, method, operation }: Endpoint): InjectOptions {
  const module = operation.operationId.split('.')[0]!
  const valueFor = (name: string, schema: Readonly<Record<string, unknown>>): unknown => {
    if (name === 'unitId') return unitId
    const table = schema['format'] === 'uuid' ? tableOf(name, module, things.tables) : null
    return (table && things.idOf(table, unitId)) ?? sampleOfShape(schema, asRoot(api), dice.chance(0.5))
  }
  const parameters = operation.parameters.map(({ name, in: where, schema }) => ({ name, where, value: valueFor(name, schema) }))
  const content = Object.entries(operation.requestBody?.content ?? {})[0]
  const body = content?.[0] === 'application/json' ? withOwnUnit(sampleOfShape(content[1].schema, asRoot(api), dice.chance(0.5))) : undefined
  const at = dice.whole(0, parameters.length)
  const isBodyHit = body !== undefined && (at === parameters.length || dice.chance(0.6))
  const shown = parameters.map((parameter, index) => (index === at && !isBodyHit ? { ...parameter, value: dice.pick(HOSTILE) } : parameter))
  const inPath = new Map(shown.filter(({ where }) => where === 'path').map(({ name, value }) => [name, value]))
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(wellFormed(textOf(inPath.get(name))).slice(0, 4_000)))
  const query = shown.filter(({ where, value }) => where === 'query' && (value !== null || dice.chance(0.5))).map(({ name, value }) => [name, wellFormed(textOf(value)).slice(0, 8_000)])
  const asked = query.length > 0 ? `${url}?${new URLSearchParams(query).toString()}` : url
  const headers: Record<string, string> = dice.chance(0.9) ? { cookie } : {}
  if (dice.chance(0.05)) headers['idempotency-key'] = 'not-a-uuid'
  if (method === 'GET') return { method, url: asked, headers }
  return { method, url: asked, headers: { ...headers, ...typeOf(content?.[0], isBodyHit) }, payload: payloadOf(content?.[0], isBodyHit ? spoilt(body, dice) : body) } as InjectOptions
}

const MULTIPART = 'multipart/form-data; boundary=b'

function typeOf(mediaType: string | undefined, isHit: boolean): Record<string, string> {
  if (mediaType === 'multipart/form-data') return { 'content-type': MULTIPART }
  if (mediaType === 'application/octet-stream') return { 'content-type': mediaType }
  return { 'content-type': isHit && dice.chance(0.05) ? dice.pick(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', MULTIPART]) : 'application/json' }
}

function payloadOf(mediaType: string | undefined, body: unknown): string {
  if (mediaType === 'multipart/form-data') return formOf(dice)
  if (mediaType === 'application/octet-stream') return textOf(dice.pick(HOSTILE))
  if (dice.chance(0.05)) return dice.pick([DEEP, '{"a":', '[]', '42', '{"__proto__":{"isAdmin":true}}', '{"a":1e9999}'])
  return JSON.stringify(body ?? {})
}

const FILES = ['', 'PK\u0003\u0004broken', '%PDF-1.7\n%broken', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'MZ\u0090', '<!doctype html><script>alert(1)</script>', '{\\rtf1}', '\u0089PNG\r\n\u001a\n', '\u0000'.repeat(2_000)]

function formOf({ pick }: Dice): string {
  const name = pick(['a.xlsx', 'a.docx', '../../x.pdf', 'a"; filename="b', 'a\u202egpj.exe', '', `${'x'.repeat(5_000)}.jpg`, '=cmd.csv'])
  return `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${pick(FILES)}\r\n--b${pick(['--', '--', '--', ''])}\r\n`
}

function withOwnUnit(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'unitId' in body ? { ...body, unitId } : body
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** Half a pair of surrogates cannot travel in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?')
}

/** What an answer does that none may; null when it is as it should be. */
function faultOf(status: number, body: string, request: InjectOptions): string | null {
  if (status >= 500 && status !== 503) return `${status} ${body}`
  if (status >= 400 && !/^\{"kind":"\w+","code":"[\w.]+","params":\{.*\},"requestId":"[\w-]+"\}$/s.test(body)) return `an answer of another shape: ${status} ${body.slice(0, 200)}`
  if (INNARDS.test(status >= 400 ? body : '')) return `tells of its inside: ${body.slice(0, 300)}`
  const asked = JSON.stringify(request)
  const learned = [...foreign].find((id) => body.includes(id) && !asked.includes(id))
  return learned ? `tells of another unit: ${learned}` : null
}

describe('whatever is sent', () => {
  it('every endpoint answers or refuses in one shape, with no trace of its inside and nothing of others', { timeout: 3_600_000 }, async () => {
    const faults: string[] = []
    let count = 0
    for (const endpoint of endpoints) {
      for (let round = 0; round < ROUNDS; round++) {
        const request = hostileRequest(endpoint)
        const answer = await server.ask(request)
        const fault = faultOf(answer.statusCode, answer.body, request)
        if (fault) faults.push(`${endpoint.operation.operationId}: ${fault}\n  ${endpoint.method} ${String(request.url).slice(0, 300)} ${String(request.payload ?? '').slice(0, 500)}`)
        count += 1
      }
    }
    if (process.env['SONGHANH_FIGURES']) console.warn(`fuzz: ${count} requests to ${endpoints.length} endpoints`)
    expect(faults).toEqual([])
    expect(endpoints.length).toBeGreaterThan(100)
  })

  it('the world is as it was', async () => {
    expect((await server.ask({ url: '/api/session', headers: { cookie } })).json()).toMatchObject({ posts: [{ unitId }] })
    expect(await world.rows(sql<{ n: number }>`select count(*)::int as n from units.unit`)).toEqual([{ n: 6 }])
  })
})
