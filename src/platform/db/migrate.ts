import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type pg from 'pg'

/** A folder of a module that may hold `migrations/`. */
export interface MigrationSource {
  readonly module: string
  readonly folder: string
  /** Statements of which only the newest text counts; they run after the migrations, when any of them ran or the text is new. */
  readonly repeatable?: readonly { readonly name: string; readonly text: string }[]
}

interface Migration {
  readonly name: string
  readonly file: string
  readonly text: string
  readonly digest: string
}

const LOCK = 727_001

/**
 * Brings the database up to the newest migration of every source, each in a transaction of its own, in the order of
 * their file names across all sources. Two programs that start at once wait for each other.
 *
 * @returns names of the migrations that ran
 * @throws Error when a migration fails or one that has run was changed afterwards
 */
export async function migrate(pool: pg.Pool, sources: readonly MigrationSource[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key,
        digest text not null,
        ran_at timestamptz not null default now()
      )`)
    const ran = await client.query<{ name: string; digest: string }>('select name, digest from platform.migration')
    const known = new Map(ran.rows.map((row) => [row.name, row.digest]))
    const done: string[] = []
    for (const migration of migrationsOf(sources)) {
      const digest = known.get(migration.name)
      if (digest === migration.digest) continue
      if (digest) throw new Error(`migration ${migration.name} was changed after it had run`)
      await run(client, migration)
      done.push(migration.name)
    }
    for (const { name, text } of sources.flatMap(({ repeatable }) => repeatable ?? [])) {
      const digest = createHash('sha256').update(text).digest('hex')
      if (done.length === 0 && known.get(name) === digest) continue
      await run(client, { name, text, digest })
      done.push(name)
    }
    return done
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined)
    client.release()
  }
}

/** Every migration of the sources in the order in which they run. */
export function migrationsOf(sources: readonly MigrationSource[]): Migration[] {
  return sources.flatMap(read).sort((a, b) => (basename(a.file) < basename(b.file) ? -1 : 1))
}

function read({ module, folder }: MigrationSource): Migration[] {
  const place = join(folder, 'migrations')
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const text = readFileSync(join(place, file), 'utf8')
      return { name: `${module}/${file}`, file, text, digest: createHash('sha256').update(text).digest('hex') }
    })
}

async function run(client: pg.PoolClient, migration: Pick<Migration, 'name' | 'text' | 'digest'>): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into platform.migration (name, digest) values ($1, $2) on conflict (name) do update set digest = excluded.digest, ran_at = now()', [migration.name, migration.digest])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
