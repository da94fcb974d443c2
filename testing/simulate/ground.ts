import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProduct } from '#app/product.ts'
import { createDatabase, createPool } from '#platform/db/connect.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { createJobQueue } from '#platform/jobs.ts'
import { buildersOn, type Builders } from '#testing/builders.ts'

/** Nothing is kept: the server need not wait for the disk. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** A world on a server of its own that is thrown away behind it. @param settings  as for `postgres -c` */
export async function throwAwayWorld(now: Date, settings: readonly string[] = HASTY): Promise<Builders & AsyncDisposable> {
  const home = mkdtempSync(join(tmpdir(), 'songhanh-simulate-'))
  // Else the database user cannot enter and the server lives in a folder that nobody removes.
  chmodSync(home, 0o755)
  const server = await startEmbedded({ home, settings })
  const pool = createPool(server.connection, 8)
  const product = createProduct()
  await migrate(pool, product.migrations)
  const jobs = await createJobQueue(pool, product, (error) => process.stderr.write(`${error}\n`))
  return Object.assign(buildersOn({ db: createDatabase<unknown>(pool), jobs, product }, now), {
    async [Symbol.asyncDispose]() {
      await jobs.stop()
      await pool.end()
      await server.stop()
      rmSync(home, { recursive: true, force: true })
    },
  })
}
