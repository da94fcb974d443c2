import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '#platform/cli/command.ts'
import { lockFolder } from '#platform/folder-lock.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const STAMP = join(ROOT, 'dist/web/.sources')

/**
 * Builds the web app when its sources changed since the last build; of two programs that want it at once, one waits.
 * In a process of its own, so that the running program does not keep the compiler in its memory.
 *
 * @throws Refusal when the build fails; the reason stands above it
 */
export async function buildWebApp(say: (line: string) => void): Promise<void> {
  const digest = digestOfSources()
  const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest
  if (isBuilt()) return
  say('Đang dựng giao diện web …')
  const unlock = await takeTurn()
  try {
    if (!isBuilt()) await build()
    writeFileSync(STAMP, digest)
  } finally {
    unlock()
  }
}

async function takeTurn(): Promise<() => void> {
  for (;;) {
    const unlock = lockFolder(join(ROOT, 'node_modules'), '.building.pid')
    if (unlock) return unlock
    await sleep(300)
  }
}

async function build(): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  // Detached: Ctrl-C is for the program, which stops when this is done.
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: ['ignore', 2, 2], detached: true })
  const code = await new Promise((done) => child.on('exit', done))
  if (code !== 0) throw new Refusal('Không dựng được giao diện web. Lý do ở ngay phía trên.')
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
