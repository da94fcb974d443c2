import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createProduct } from '#app/product.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { createJobQueue } from '#platform/jobs.ts'

/** One throw-away server per run with one migrated template; every test file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['SONGHANH_TEST_DATABASE']
  const home = mkdtempSync(join(tmpdir(), 'songhanh-test-'))
  // Else the database user cannot enter and the server lives in a folder that nobody removes.
  chmodSync(home, 0o755)
  const server = given ? null : await startEmbedded({ home, settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400'] })
  const place = server?.connection ?? { host: given!, port: 5432, user: 'postgres', database: 'postgres' }

  const admin = new pg.Client(place)
  await admin.connect()
  await admin.query('drop database if exists songhanh_template with (force)')
  await admin.query('create database songhanh_template')
  await admin.end()

  const pool = new pg.Pool({ ...place, database: 'songhanh_template', max: 3 })
  pool.on('error', () => undefined)
  const product = createProduct()
  await migrate(pool, product.migrations)
  const jobs = await createJobQueue(pool, product, (error) => console.error(error))
  await jobs.stop()
  await pool.end()

  project.provide('database', { host: place.host, port: place.port, user: place.user })
  return async () => {
    await server?.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
