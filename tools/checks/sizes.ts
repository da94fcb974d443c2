import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

// Holds the budgets of the built web app (docs: stack, budgets): prints the figures, ends with 1 when one is exceeded.

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

const KB = 1024
const LIMITS = { entry: 115 * KB, words: 5 * KB, route: 15 * KB, departmentRoute: 60 * KB, styles: 10 * KB, fonts: 70 * KB }

/** Routes that only officers of a Department or the Ministry open, at a desk: `src/modules/…-page.tsx`. */
const DEPARTMENT_ROUTES: readonly string[] = []

const dist = resolve('dist/web')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
const page = readFileSync(join(dist, 'index.html'), 'utf8')
const assets = readdirSync(join(dist, 'assets'))
const faults: string[] = []

const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!)
const words = manifest['first-words/vi.ts']!.file
if (first.length === 0) faults.push('index.html names no script')
if (page.includes('rel="preload"')) faults.push('index.html preloads something, which may hold back the first paint')
report('first load, scripts', sum(first.filter((file) => file !== words), zipped), LIMITS.entry)
report('first load, words', zipped(words), LIMITS.words)
const firstStyles = [...page.matchAll(/href="\/(assets\/[^"]+\.css)"/g)].map((match) => match[1]!)
if (firstStyles.length === 0) faults.push('index.html names no style sheet')
const routes = Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'))
const mostStyled = routes.map((key) => ({ key, bytes: sum([...new Set([...firstStyles, ...stylesOf(key)])], zipped) })).toSorted((a, b) => b.bytes - a.bytes)[0]!
report(`styles of the screen that has most, ${mostStyled.key}`, mostStyled.bytes, LIMITS.styles)
report('fonts', sum(assets.filter((file) => file.endsWith('.woff2')), (file) => statSync(join(dist, 'assets', file)).size), LIMITS.fonts)
for (const key of routes) {
  report(key, zipped(manifest[key]!.file), DEPARTMENT_ROUTES.includes(key) ? LIMITS.departmentRoute : LIMITS.route)
}

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

function zipped(file: string): number {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
}

/** The style sheets that come with a chunk and with those that it needs. */
function stylesOf(key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key]
  if (!chunk || seen.has(key)) return []
  seen.add(key)
  return [...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((needed) => stylesOf(needed, seen))]
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, item) => total + size(item), 0)
}

function report(what: string, bytes: number, limit: number): void {
  console.error(`${what}: ${(bytes / KB).toFixed(1)} KB of ${limit / KB} KB`)
  if (bytes > limit) faults.push(`${what} is ${((bytes - limit) / KB).toFixed(1)} KB too big`)
}
