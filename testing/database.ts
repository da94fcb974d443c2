import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { createProduct, type Product } from '#app/product.ts'
import { createDatabase, createPool } from '#platform/db/connect.ts'
import { createJobQueue, type JobQueue } from '#platform/jobs.ts'

export interface TestDatabase {
  readonly db: Kysely<unknown>
  readonly pool: pg.Pool
  readonly jobs: JobQueue
  readonly product: Product
}

/** A database of its own for a test file, dropped behind it. */
export async function testDatabase(): Promise<TestDatabase> {
  const place = inject('database')
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await asAdmin(place, `create database ${name} template songhanh_template strategy wal_log`)
  const pool = createPool({ ...place, database: name }, 8)
  const product = createProduct()
  const jobs = await createJobQueue(pool, product, (error) => console.error(error))
  afterAll(async () => {
    await jobs.stop()
    await pool.end()
    await asAdmin(place, `drop database ${name} with (force)`)
  })
  return { db: createDatabase<unknown>(pool), pool, jobs, product }
}

async function asAdmin(place: pg.ClientConfig, statement: string): Promise<void> {
  const admin = new pg.Client({ ...place, database: 'postgres' })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
