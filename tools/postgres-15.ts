import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BINARIES = '/usr/lib/postgresql/15/bin'

/** A throw-away server of the oldest supported version; null where it is not installed. */
export async function startServerUnderTest(): Promise<{ host: string; stop(): Promise<void> } | null> {
  if (!existsSync(join(BINARIES, 'postgres'))) return null
  const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  // A folder of its own: the database user must be able to enter every folder above its data.
  const home = mkdtempSync(join(tmpdir(), 'songhanh-pg15-'))
  const data = join(home, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (owner.uid !== undefined) for (const folder of [home, data]) chownSync(folder, owner.uid, owner.gid)
  execFileSync(join(BINARIES, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], { ...owner, stdio: 'pipe', cwd: home })
  const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400', 'jit=off']
  const child = spawn(join(BINARIES, 'postgres'), ['-D', data, '-k', home, ...settings.flatMap((setting) => ['-c', setting])], {
    ...owner,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((ready, failed) => {
    let words = ''
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString()
      if (words.includes('ready to accept connections')) ready()
    })
    child.on('exit', () => failed(new Error(`PostgreSQL 15 did not start: ${words}`)))
  })
  return {
    host: home,
    stop: () =>
      new Promise((done) => {
        child.on('exit', () => {
          execFileSync('rm', ['-rf', home])
          done()
        })
        child.kill('SIGINT')
      }),
  }
}

function idOf(flag: string): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}
