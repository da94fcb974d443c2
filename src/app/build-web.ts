import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const STAMP = join(ROOT, 'dist/web/.sources')

/** Builds the web app when its sources changed since the last build. */
export async function buildWebApp(say: (line: string) => void): Promise<void> {
  const digest = digestOfSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return
  say('Đang dựng giao diện web …')
  const { build } = await import('vite')
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(STAMP, digest)
}

/** Names, sizes and times of everything that the web app may hold: a few milliseconds, where reading it all takes more. */
function digestOfSources(): string {
  const hash = createHash('sha256')
  const places = ['src', 'packages', 'vite.config.ts', 'package-lock.json']
  for (const place of places) note(join(ROOT, place))
  return hash.digest('hex')

  function note(path: string): void {
    const about = statSync(path)
    if (!about.isDirectory()) {
      if (!/\.(sql|test\.tsx?)$/.test(path)) hash.update(`${path}:${about.size}:${about.mtimeMs}\n`)
      return
    }
    for (const entry of readdirSync(path).sort()) if (entry !== 'node_modules') note(join(path, entry))
  }
}
