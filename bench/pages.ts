import { DEMO_PASSWORD } from '#app/demo/accounts.ts'
import { middle, rounded, type Figure } from './measure.ts'

const LIMIT_MS = 100
/** A document that is written when it is asked for: what a page on the screen may take, and this much for each of its pages. */
const LIMIT_MS_PER_PRINTED_PAGE = 12
const RUNS = 5
/** Combinations of ids that are tried until an operation answers. */
const TRIES = 40

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
  /** Pages of a document that was written for this answer; 0 of what a screen shows. */
  readonly printed: number
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
    for (let round = 0; round < 3; round++) for (const route of routes) await timeRoute(url, route, cookie, seen, round === 2 ? (ms, printed) => note(route.path, { ms, username, printed }) : null)
  }
  const page = await timeOf(`${url}/`, '')
  const unseen = routes.filter(({ path }) => !slowest.has(path))
  const ranked = [...slowest].toSorted(([, a], [, b]) => b.ms / limitOf(b) - a.ms / limitOf(a))
  const isSlow = ([, timing]: [string, Timing]) => timing.ms > limitOf(timing)
  return [
    { what: 'GET / (the web app)', value: page ?? Number.NaN, unit: 'ms', limit: LIMIT_MS },
    ...ranked.slice(0, 6).map(([path, timing]): Figure => ({ what: `GET ${path}`, value: timing.ms, unit: 'ms', limit: limitOf(timing), note: timing.printed > 0 ? `${timing.username}; ${timing.printed} pages written` : timing.username })),
    { what: `middle of ${ranked.length} reading operations`, value: middle(ranked.map(([, { ms }]) => ms)), unit: 'ms', limit: LIMIT_MS, note: `${ranked.filter(isSlow).length} above the limit${unseen.length > 0 ? `; not reached in the demo: ${unseen.map(({ path }) => path).join(', ')}` : ''}` },
  ]

  function note(path: string, timing: Timing): void {
    if (timing.ms > (slowest.get(path)?.ms ?? 0)) slowest.set(path, timing)
  }
}

function limitOf({ printed }: Timing): number {
  return LIMIT_MS + printed * LIMIT_MS_PER_PRINTED_PAGE
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

async function timeRoute(url: string, route: Route, cookie: string, seen: Seen, report: ((ms: number, printed: number) => void) | null): Promise<void> {
  for (const address of addressesOf(route, seen).slice(0, TRIES)) {
    const answer = await fetch(`${url}${address}`, { headers: { cookie } })
    const body = await answer.text()
    if (!answer.ok) continue
    if (answer.headers.get('content-type')?.includes('json')) remember(JSON.parse(body), route.path, seen)
    const ms = report ? await timeOf(`${url}${address}`, cookie) : null
    if (report && ms !== null) report(ms, await printedPages(`${url}${address}`, cookie))
    return
  }
}

/** Pages of a document that an address writes; its DOCX has those of its PDF. */
async function printedPages(address: string, cookie: string): Promise<number> {
  if (!/\.(?:pdf|docx)$/.test(address)) return 0
  const answer = await fetch(address.replace(/docx$/, 'pdf'), { headers: { cookie } })
  return answer.ok ? [...Buffer.from(await answer.arrayBuffer()).toString('latin1').matchAll(/\/Type \/Page\b/g)].length : 0
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
  const places = [...path.matchAll(/(?:([\w-]+)\/)?\{(\w+)\}/g)]
  let made = [{ address: path, at: 0 }]
  for (const [, holder, name] of places) {
    // First what the list above the address named; of all the last seen, which the person at work has just been told.
    const known = [`${holder}/${name}`, `${holder}/id`, name!].flatMap((key) => [...(seen.get(key) ?? [])].toReversed())
    const values = [...new Set(known)].slice(0, TRIES)
    made = made.flatMap(({ address, at }) => values.map((value, index) => ({ address: address.replace(`{${name}}`, encodeURIComponent(value)), at: at + index })))
  }
  const search = new URLSearchParams()
  for (const name of query) {
    const value = GIVEN[name] ?? [...(seen.get(name) ?? [])][0]
    if (value === undefined) return []
    search.set(name, value)
  }
  return made.toSorted((a, b) => a.at - b.at).map(({ address }) => (query.length > 0 ? `${address}?${search}` : address))
}

/** Keeps every value under its name, beside the noun that holds it, and every `id` as that of the noun. */
function remember(value: unknown, holder: string, seen: Seen): void {
  if (Array.isArray(value)) return value.forEach((item) => remember(item, holder, seen))
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object') remember(inner, key, seen)
    else if (typeof inner === 'string' || typeof inner === 'number') {
      const last = partOf(holder)
      for (const name of [key === 'id' ? `${nounOf(last)}Id` : key, `${last}/${key}`]) seen.set(name, (seen.get(name) ?? new Set()).add(String(inner)))
    }
  }
}

/** `/api/units/{unitId}/plans` → `plans` */
function partOf(holder: string): string {
  return holder.split('/').findLast((part) => !part.startsWith('{')) ?? holder
}

/** `plans` → `plan` */
function nounOf(last: string): string {
  return { people: 'person', children: 'unit', 'unit-tree': 'unit', posts: 'unit' }[last] ?? last.replace(/ies$/, 'y').replace(/s$/, '')
}
