import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** The whole program as `npm start` runs it, on a data folder of its own. */
export interface RunningProgram {
  readonly url: string
  /** From the call until it said that it is ready. */
  readonly startMs: number
  /** Memory of the program, its database and all children, in MB; what they share counts once. Null without `/proc`. */
  memory(): { readonly total: number; readonly parts: string; readonly processes: number } | null
  stop(): Promise<void>
}

/** @param dataDir  made anew when left out */
export async function startProgram(dataDir: string): Promise<RunningProgram> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const begin = performance.now()
  const child = spawn('node', [join(ROOT, 'tools/songhanh.mjs'), 'start'], {
    cwd: ROOT,
    env: { ...process.env, SONGHANH_DATA: dataDir, PORT: String(port), SONGHANH_URL: url, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  let words = ''
  await new Promise<void>((ready, failed) => {
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString()
      if (words.includes('đã sẵn sàng')) ready()
    })
    child.on('exit', () => failed(new Error(`the program ended: ${words}`)))
  })
  return {
    url,
    startMs: performance.now() - begin,
    memory: () => memoryOf(child.pid!),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

export async function inDataFolder<T>(use: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'songhanh-bench-'))
  // PostgreSQL refuses root and runs as another user, who has to enter.
  chmodSync(dataDir, 0o755)
  try {
    return await use(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Proportional set size: a page that several processes share counts once among them. */
function memoryOf(root: number): ReturnType<RunningProgram['memory']> {
  try {
    const parts = new Map<string, number>()
    const pids = withDescendants(root)
    for (const pid of pids) {
      const kilobytes = Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0)
      const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
      const part = command.includes('postgres') ? 'database' : command.includes('cli.ts') ? 'program' : command.includes('songhanh.mjs') ? 'launcher' : 'children'
      parts.set(part, (parts.get(part) ?? 0) + kilobytes / 1024)
    }
    const total = [...parts.values()].reduce((sum, megabytes) => sum + megabytes, 0)
    return { total, parts: [...parts].map(([part, megabytes]) => `${part} ${megabytes.toFixed(0)}`).join(', '), processes: pids.length }
  } catch {
    return null
  }
}

/** Processor time that the children of this process have used, those that have ended below one of them as well, in ms; 0 without `/proc`. Linux counts it in hundredths of a second. */
export function childrenCpuMs(): number {
  try {
    return withDescendants(process.pid)
      .slice(1)
      .map((pid) => readFileSync(`/proc/${pid}/stat`, 'latin1'))
      .map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
      .reduce((sum, fields) => sum + fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0) * 10, 0)
  } catch {
    return 0
  }
}

function withDescendants(root: number): readonly number[] {
  const parentOf = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      // The name in brackets may hold spaces and brackets.
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      parentOf.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      continue
    }
  }
  const found = [root]
  for (let at = 0; at < found.length; at++) for (const [pid, parent] of parentOf) if (parent === found[at]) found.push(pid)
  return found
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))))
    })
  })
}
