import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#core/access/model/roles.ts'
import type { Actor } from '#core/access/request.ts'
import { pathParameters, routeOf } from '#platform/contract.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { diceOf } from '#testing/simulate/dice.ts'
import { propertiesOf, samplesOf } from '#testing/samples.ts'
import { testServices } from '#testing/services.ts'
import { aSession, aSteadyServer, type SteadyServer } from '#testing/steady-server.ts'
import { tableOf, thingsOf, type Things } from '#testing/things.ts'
import { aWorld, type World } from '#testing/world.ts'
import { MAIN } from './demo/people.ts'
import { loadDemo } from './demo/load-demo.ts'
import { PROVINCES } from './demo/units.ts'
import { createProduct } from './product.ts'

// Every operation × every role × whose unit it is about, over HTTP with real sessions, against the policy that the modules
// have written. A new operation is in it by itself. SONGHANH_LONG=1 asks every role; else two for each answer expected.

const IS_LONG = process.env['SONGHANH_LONG'] === '1'
/** How many of the requests are asked in the short run. */
const SHARE = IS_LONG ? 1 : 0.25

type Relation = 'own' | 'below' | null

interface Place {
  readonly name: string
  readonly unitId: string
  readonly relation: Relation
  readonly isClosed?: true
}

interface Seat {
  readonly name: string
  readonly unitId: string
  readonly places: readonly Place[]
  /** Ids of what belongs to units that the seat must learn nothing of. */
  readonly foreign: ReadonlySet<string>
  readonly people: ReadonlyMap<Role, Actor>
  readonly cookies: ReadonlyMap<Role, string>
}

/** Judged over another unit than the one that owns the thing; siblings meet nothing there either. */
const JUDGED_ELSEWHERE: Readonly<Record<string, string>> = {
  'documents.getDocument': 'whoever a document was issued to reads it',
  'reports.acceptReport': 'the body that asked for the report',
  'reports.exemptReport': 'the body that asked for the report',
  'reports.extendReport': 'the body that asked for the report',
  'reports.listContacts': 'the body that asked for the report',
  'reports.noteContact': 'the body that asked for the report',
  'reports.requireReport': 'the body that asked for the report',
  'reports.returnReport': 'the body that asked for the report',
}

/** Questions that are too long for an address: they write nothing. */
const READS_BY_POST = ['indicators.checkFormula']

const product = createProduct()
const { policy } = product
const routes: readonly PlainRoute[] = [...product.operations.map(({ contract: { name, route, permission, summary, input, output } }) => ({ name, route, permission, summary, input, answer: { json: output } })), ...product.plainRoutes]
const guarded = routes.filter((route) => route.permission !== 'public' && route.permission !== 'session' && isPlaced(route))

let world: World
let server: SteadyServer
let things: Things
let seats: readonly Seat[]

beforeAll(async () => {
  world = await aWorld(new Date('2026-11-21T02:00:00Z'))
  await loadDemo({ services: testServices(world) })
  const unitOf = async (key: string) => (await world.rows(sql<{ unitId: string }>`select unit_id from access.account where username like ${`%.${key}`} limit 1`))[0]!.unitId
  const below = async (unitId: string) => (await world.rows(sql<{ id: string }>`select distinct unit_id as id from units.unit_ancestor where ancestor_id = ${unitId}`)).map(({ id }) => id)
  const [department, highSchool, commune, otherSchool] = [await unitOf(MAIN.department), await unitOf(MAIN.highSchool), await unitOf(MAIN.commune), await unitOf(MAIN.primarySchool)]
  const ministry = (await world.rows(sql<{ id: string }>`select unit_id as id from units.unit_version where level = 'ministry'`))[0]!.id
  const otherDepartment = await unitOf(PROVINCES.find(({ key }) => key !== MAIN.department)!.key)
  const otherProvince = await below(otherDepartment)
  const closed = (await world.rows(sql<{ id: string }>`
    select u.id from units.unit u join units.unit_ancestor a on a.unit_id = u.id
    where a.ancestor_id = ${department} and u.closed_on <= '2026-11-21' and upper(a.valid) = u.closed_on order by 1 limit 1`))[0]!.id
  const busiest = (await world.rows(sql<{ id: string }>`select unit_id as id from plans.plan where unit_id = any (${otherProvince.filter((id) => id !== otherDepartment)}::uuid[]) order by id limit 1`))[0]
  things = await thingsOf(world)

  const seatOf = async (name: string, unitId: string, places: readonly Place[], foreign: ReadonlySet<string>): Promise<Seat> => {
    const people = new Map<Role, Actor>()
    const cookies = new Map<Role, string>()
    for (const role of ROLES) {
      const person = await world.person(unitId, [role])
      people.set(role, person)
      cookies.set(role, await aSession(world, person))
    }
    return { name, unitId, places, foreign, people, cookies }
  }
  const departmentPlaces: Place[] = [
    { name: 'own', unitId: department, relation: 'own' },
    { name: 'child', unitId: highSchool, relation: 'below' },
    { name: 'commune below', unitId: commune, relation: 'below' },
    { name: 'sibling', unitId: otherDepartment, relation: null },
    { name: 'school of the sibling', unitId: busiest?.id ?? otherProvince[1]!, relation: null },
    { name: 'parent', unitId: ministry, relation: null },
    { name: 'closed child', unitId: closed, relation: 'below', isClosed: true },
  ]
  const schoolPlaces: Place[] = [
    { name: 'own', unitId: highSchool, relation: 'own' },
    { name: 'sibling', unitId: otherSchool, relation: null },
    { name: 'parent', unitId: department, relation: null },
    { name: 'closed elsewhere', unitId: closed, relation: null, isClosed: true },
  ]
  const ofOtherSchools = things.idsOf((await below(department)).filter((id) => id !== department && id !== highSchool && id !== commune))
  seats = [await seatOf('a Department', department, departmentPlaces, things.idsOf(otherProvince)), await seatOf('a school', highSchool, schoolPlaces, ofOtherSchools)]
  server = await aSteadyServer(world)
}, 300_000)

/** Whether an operation names the unit, or a thing of it, that it is about; else it names superiors or lists in its body. */
function isPlaced({ route, input }: PlainRoute): boolean {
  const { all, uuids } = propertiesOf(input)
  return all.includes('unitId') || pathParameters(route).some((parameter) => uuids.includes(parameter))
}

/** The request of an operation about a unit and its things; null where the unit has none of them. */
function requestFor({ name, route, input, takesFile, takesBytes, takesJson }: PlainRoute, unitId: string): InjectOptions | null {
  const { method, path } = routeOf(route as `GET /${string}`)
  const [sample = {}] = samplesOf(input)
  const given: Record<string, unknown> = { ...sample }
  const parameters = pathParameters(path)
  const { uuids, all } = propertiesOf(input)
  if (all.includes('unitId')) given['unitId'] = unitId
  for (const parameter of parameters.filter((one) => one !== 'unitId' && uuids.includes(one))) {
    const table = tableOf(parameter, name.split('.')[0]!, things.tables)
    const id = table && things.idOf(table, unitId)
    if (id) given[parameter] = id
    else if (parameters.indexOf(parameter) === parameters.findIndex((one) => uuids.includes(one))) return null
  }
  const url = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(given[key] ?? 'x')))
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !parameters.includes(key)))
  if (takesFile) return { method, url, payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nx\r\n--b--\r\n', headers: { 'content-type': 'multipart/form-data; boundary=b' } }
  if (method === 'GET' || takesBytes) {
    const query = Object.entries(rest).flatMap(([key, value]) => (value === null || typeof value === 'object' ? [] : [[key, String(value)]]))
    const bytes = takesBytes ? { payload: 'x', headers: { 'content-type': 'application/octet-stream' } } : {}
    return { method, url: `${url}?${new URLSearchParams(query).toString()}`, ...bytes }
  }
  return { method, url, payload: takesJson ? (samplesOf(takesJson)[0] ?? {}) : rest }
}

type Expected = 'allowed' | 'refused' | 'hidden' | 'closed'

function expectedOf(role: Role, permission: string, { relation, isClosed }: Place, isCommand: boolean): Expected {
  if (!relation) return 'hidden'
  if (!policy.holds(role, permission, relation)) return 'refused'
  return isClosed && isCommand ? 'closed' : 'allowed'
}

/** What is wrong with an answer; null when it is as the policy says. */
function faultOf(expected: Expected, permission: string, status: number, body: string): string | null {
  if (status >= 500 && status !== 503) return `failed: ${body}`
  if (status === 401) return 'was not taken for signed in'
  if (expected === 'allowed') {
    const isDenied = (status === 403 && body.includes('"access.denied"') && body.includes(`"${permission}"`)) || body.includes('"access.not_found"')
    return isDenied ? `was refused: ${body}` : null
  }
  if (status < 400) return `was let in: ${body.slice(0, 200)}`
  if (expected === 'closed') return null
  return status === 403 || status === 404 ? null : `was refused in another way: ${status} ${body}`
}

/** Ids in an answer that belong to others, but for those that stood in the question. */
function leaksOf(body: string, request: InjectOptions, foreign: ReadonlySet<string>): string[] {
  const asked = JSON.stringify(request)
  const ids = new Set(body.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))
  return [...ids].filter((id) => foreign.has(id) && !asked.includes(id))
}

/** A seeded choice of roles: all of them, or one for each answer that is expected. */
function rolesToAsk(permission: string, place: Place, isCommand: boolean, dice: ReturnType<typeof diceOf>): Role[] {
  if (IS_LONG) return [...ROLES]
  const groups = new Map<Expected, Role[]>()
  for (const role of ROLES) {
    const expected = expectedOf(role, permission, place, isCommand)
    groups.set(expected, [...(groups.get(expected) ?? []), role])
  }
  return [...groups.values()].map((roles) => dice.pick(roles))
}

it('what is judged elsewhere is there', () => {
  expect(Object.keys(JUDGED_ELSEWHERE).filter((name) => !routes.some((route) => route.name === name))).toEqual([])
})

it('every id in an address leads to a table of things', () => {
  const parameters = guarded.flatMap(({ name, route, input }) => pathParameters(route).filter((one) => one !== 'unitId' && propertiesOf(input).uuids.includes(one)).map((one) => ({ one, table: tableOf(one, name.split('.')[0]!, things.tables) })))
  expect(parameters.filter(({ table }) => table === null || !things.tables.includes(table))).toEqual([])
})

describe('over HTTP', () => {
  it('every operation answers every role about every unit as the policy says, with nothing of others', { timeout: 3_600_000 }, async () => {
    const dice = diceOf(20_260_101)
    const faults: string[] = []
    const asked = new Set<string>()
    let count = 0
    for (const seat of seats) {
      for (const place of seat.places) {
        for (const route of guarded) {
          const request = requestFor(route, place.unitId)
          if (!request) continue
          const isCommand = request.method !== 'GET' && !READS_BY_POST.includes(route.name)
          for (const role of rolesToAsk(route.permission, place, isCommand, dice)) {
            if (!dice.chance(SHARE)) continue
            const answer = await server.ask({ ...request, headers: { ...request.headers, cookie: seat.cookies.get(role)! } })
            const expected = expectedOf(role, route.permission, place, isCommand)
            const isElsewhere = route.name in JUDGED_ELSEWHERE && !place.name.includes('sibling')
            const fault = isElsewhere && answer.statusCode < 500 ? null : faultOf(expected, route.permission, answer.statusCode, answer.body)
            const where = `${route.name}: a ${role} of ${seat.name}, ${place.name}`
            if (fault) faults.push(`${where}: ${fault}`)
            for (const id of leaksOf(answer.body, request, seat.foreign)) faults.push(`${where}: learned of ${id}`)
            asked.add(route.name)
            count += 1
          }
        }
      }
    }
    if (process.env['SONGHANH_FIGURES']) console.warn(`matrix: ${count} requests, ${asked.size} of ${guarded.length} operations`)
    expect(faults).toEqual([])
    expect(asked.size).toBeGreaterThan(guarded.length * 0.7)
  })
})
