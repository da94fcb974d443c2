import { DEMO_PASSWORD } from '#app/demo/accounts.ts'
import { middle, rounded, type Figure } from './measure.ts'

const LIMIT_MS = 100
const RUNS = 5
/** Combinations of ids that are tried until an operation answers. */
const TRIES = 80

const USERNAMES = ['truongban.thptsongmo', 'hieutruong.thptsongmo', 'vanthu.thptsongmo', 'chuyenvien.thachmo', 'chuyenvien.bo', 'quantri.sosongmo', 'chuyenvien.sosongmo']

/** Values of what an operation must be given and no answer names. */
const GIVEN: Readonly<Record<string, string>> = { text: 'trường', q: 'bình đẳng' }

interface Route {
  readonly path: string
  readonly query: readonly string[]
}

/** Where ids were seen: `planId` → those of plans. */
type Seen = Map<string, Set<string>>

interface Timing {
  readonly ms: number
  readonly username: string
}

/**
 * Times every reading operation of the API and the first page, as seen by people of the demo, over HTTP on this
 * machine. Ids come from the answers of other operations.
 */
export async function timePages(url: string): Promise<readonly Figure[]> {
  const routes = await routesOf(url)
  const slowest = new Map<string, Timing>()
  const seen: Seen = new Map()
  for (const username of USERNAMES) {
    const cookie = await signIn(url, username)
    // What one answer names opens the next.
    for (let round = 0; round < 3; round++) for (const route of routes) await timeRoute(url, route, cookie, seen, round === 2 ? (ms) => note(route.path, { ms, username }) : null)
  }
  const page = await timeOf(`${url}/`, '')
  const unseen = routes.filter(({ path }) => !slowest.has(path))
  const ranked = [...slowest].toSorted(([, a], [, b]) => b.ms - a.ms)
  return [
    { what: 'GET / (the web app)', value: page ?? Number.NaN, unit: 'ms', limit: LIMIT_MS },
    ...ranked.slice(0, 6).map(([path, { ms, username }]): Figure => ({ what: `GET ${path}`, value: ms, unit: 'ms', limit: LIMIT_MS, note: username })),
    { what: `middle of ${ranked.length} reading operations`, value: middle(ranked.map(([, { ms }]) => ms)), unit: 'ms', limit: LIMIT_MS, note: `${ranked.filter(([, { ms }]) => ms > LIMIT_MS).length} above the limit${unseen.length > 0 ? `; not reached in the demo: ${unseen.map(({ path }) => path).join(', ')}` : ''}` },
  ]

  function note(path: string, timing: Timing): void {
    if (timing.ms > (slowest.get(path)?.ms ?? 0)) slowest.set(path, timing)
  }
}

async function routesOf(url: string): Promise<readonly Route[]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as { paths: Record<string, { get?: { parameters?: { name: string; in: string; required?: boolean }[] } }> }
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get ? [{ path, query: (get.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required).map(({ name }) => name) }] : [],
  )
}

async function signIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: DEMO_PASSWORD }) })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`)
  return cookie
}

async function timeRoute(url: string, route: Route, cookie: string, seen: Seen, report: ((ms: number) => void) | null): Promise<void> {
  for (const address of addressesOf(route, seen).slice(0, TRIES)) {
    const answer = await fetch(`${url}${address}`, { headers: { cookie } })
    const body = await answer.text()
    if (!answer.ok) continue
    if (answer.headers.get('content-type')?.includes('json')) remember(JSON.parse(body), route.path, seen)
    const ms = report ? await timeOf(`${url}${address}`, cookie) : null
    if (report && ms !== null) report(ms)
    return
  }
}

async function timeOf(address: string, cookie: string): Promise<number | null> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const begin = performance.now()
    const answer = await fetch(address, { headers: { cookie } })
    await answer.arrayBuffer()
    if (!answer.ok) return null
    times.push(performance.now() - begin)
  }
  return Number(rounded(middle(times)))
}

/** The addresses that can be made of what was seen. */
function addressesOf({ path, query }: Route, seen: Seen): readonly string[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  let made = [path]
  // The last seen first: what the person at work has just been told.
  for (const name of names) made = made.flatMap((address) => [...(seen.get(name) ?? [])].toReversed().slice(0, TRIES).map((value) => address.replace(`{${name}}`, encodeURIComponent(value))))
  const search = new URLSearchParams()
  for (const name of query) {
    const value = GIVEN[name] ?? [...(seen.get(name) ?? [])][0]
    if (value === undefined) return []
    search.set(name, value)
  }
  return made.map((address) => (query.length > 0 ? `${address}?${search}` : address))
}

/** Keeps every `…Id`, and every `id` under the noun that holds it. */
function remember(value: unknown, holder: string, seen: Seen): void {
  if (Array.isArray(value)) return value.forEach((item) => remember(item, holder, seen))
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object') remember(inner, key, seen)
    else if (typeof inner === 'string' || typeof inner === 'number') {
      const name = key === 'id' ? `${nounOf(holder)}Id` : key
      const known = seen.get(name) ?? new Set()
      seen.set(name, known.add(String(inner)))
    }
  }
}

/** `/api/units/{unitId}/plans` and `plans` → `plan` */
function nounOf(holder: string): string {
  const last = holder.split('/').findLast((part) => !part.startsWith('{')) ?? holder
  return { people: 'person', children: 'unit', 'unit-tree': 'unit', posts: 'unit' }[last] ?? last.replace(/ies$/, 'y').replace(/s$/, '')
}
