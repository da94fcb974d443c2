import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

// Holds the budgets of the built web app (docs: stack, budgets): prints the figures, ends with 1 when one is exceeded.

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

const KB = 1024
const LIMITS = { entry: 115 * KB, route: 15 * KB, departmentRoute: 60 * KB, styles: 10 * KB, fonts: 70 * KB }

/** Routes that only officers of a Department or the Ministry open, at a desk: `src/modules/…-page.tsx`. */
const DEPARTMENT_ROUTES: readonly string[] = []

const dist = resolve('dist/web')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
const assets = readdirSync(join(dist, 'assets'))
const faults: string[] = []

const entries = Object.keys(manifest).filter((key) => manifest[key]!.isEntry)
const first = closure(entries)
report('first load, scripts', sum([...first], zipped), LIMITS.entry)
report('styles', sum(assets.filter((file) => file.endsWith('.css')), zippedAsset), LIMITS.styles)
report('fonts', sum(assets.filter((file) => file.endsWith('.woff2')), (file) => statSync(join(dist, 'assets', file)).size), LIMITS.fonts)
for (const key of Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'))) {
  report(key, zipped(key), DEPARTMENT_ROUTES.includes(key) ? LIMITS.departmentRoute : LIMITS.route)
}
for (const key of entries) if (readFileSync(join(dist, 'index.html'), 'utf8').includes('rel="preload"')) faults.push(`${key}: something is preloaded and may block the first paint`)

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 || first.size === 0 ? 1 : 0)

/** A chunk with all that it imports at once. */
function closure(keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    closure(manifest[key]?.imports ?? [], seen)
  }
  return seen
}

function zipped(key: string): number {
  return gzipSync(readFileSync(join(dist, manifest[key]!.file)), { level: 9 }).length
}

function zippedAsset(file: string): number {
  return gzipSync(readFileSync(join(dist, 'assets', file)), { level: 9 }).length
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, item) => total + size(item), 0)
}

function report(what: string, bytes: number, limit: number): void {
  console.error(`${what}: ${(bytes / KB).toFixed(1)} KB of ${limit / KB} KB`)
  if (bytes > limit) faults.push(`${what} is ${((bytes - limit) / KB).toFixed(1)} KB too big`)
}
