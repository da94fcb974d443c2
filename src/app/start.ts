import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Services } from '#core/services.ts'
import type { Config } from '#platform/config.ts'
import { checkServer } from '#platform/db/check-server.ts'
import { createDatabase, createPool, type Connection } from '#platform/db/connect.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { examineFile } from '#platform/files/examine.ts'
import { createDiskStore } from '#platform/files/store.ts'
import { createJobQueue, type JobQueue } from '#platform/jobs.ts'
import { createEngines } from './engines.ts'
import { createMailer } from '#platform/mail.ts'
import { openVault } from '#platform/vault.ts'
import { createProduct, type Product } from './product.ts'
import { tidyWhenQuiet } from './quiet-hours.ts'
import { sentence, translatorOf } from './sentences.ts'
import { buildServer, requestAt } from './server.ts'

/** The program without its HTTP side: for the command line, and the ground of the server. */
export interface Ground {
  readonly config: Config
  readonly product: Product
  readonly db: Kysely<unknown>
  readonly services: Services
  readonly jobs: JobQueue
  close(): Promise<void>
}

/**
 * Opens the database (the embedded one unless a server is configured) and brings it up to date.
 *
 * A command beside the running program borrows its database server and leaves it running; the `owner` of the data
 * folder stops it at the end, also one that a crash left behind.
 */
export async function openGround(config: Config, say: (line: string) => void, owner = false): Promise<Ground> {
  const product = createProduct()
  if (config.databaseUrl) await checkServer(config.databaseUrl)
  const embedded = config.databaseUrl ? null : await startEmbedded({ home: join(config.dataDir, 'postgresql') })
  const release = async () => {
    if (embedded && (owner || !embedded.adopted)) await embedded.stop()
  }
  const connection: Connection = embedded ? embedded.connection : { connectionString: config.databaseUrl! }
  const pool = createPool(connection)
  // The queue asks every second: few connections, or all of them stay open for ever.
  const queuePool = createPool(connection, 2)
  const endPools = () => Promise.all([pool.end(), queuePool.end()])
  try {
    const done = await migrate(pool, product.migrations)
    if (done.length > 0) say(`Đã chuẩn bị cơ sở dữ liệu (${done.length} bước)`)
    const vault = await openVault(pool, config.masterKeyFile, config.passphraseCost)
    if (vault.fault) say(`${sentence(`errors.cases.key_${vault.fault}`)} (${config.masterKeyFile})`)
    const jobs = await createJobQueue(queuePool, product, (error) => say(`Hàng đợi công việc: ${error.message}`))
    const db = createDatabase<unknown>(pool)
    const clock = () => new Date()
    const engines = createEngines()
    const services: Services = {
      config,
      files: createDiskStore(join(config.dataDir, 'files'), (path) => examineFile(path, config.virusScanner)),
      vault,
      reader: engines.reader,
      writer: engines.writer,
      mailer: config.mail && createMailer(config.mail),
      words: translatorOf,
      systemRequest: () => requestAt({ config, db, jobs, product, clock, vault }),
    }
    const close = async () => {
      await jobs.stop()
      services.mailer?.close()
      await engines[Symbol.asyncDispose]()
      await endPools()
      await release()
    }
    return { config, product, db, services, jobs, close }
  } catch (error) {
    await endPools().catch(() => undefined)
    await release()
    throw error
  }
}

/** Serves the product until `close`. @throws Error `EADDRINUSE` and the like */
export async function serve(ground: Ground): Promise<FastifyInstance> {
  const { product, services, jobs } = ground
  const config = await withSecondFactor(ground)
  const app = await buildServer({ ...ground, config, clock: () => new Date() })
  tidyWhenQuiet(app)
  await jobs.start(product.modules.flatMap((module) => module.jobs?.(services) ?? []))
  await app.listen({ port: config.port, host: config.host })
  return app
}

/** The demo's accounts share a password that everybody knows: a second factor would only lock visitors out. */
async function withSecondFactor({ config, services }: Ground): Promise<Config> {
  if (config.secondFactor !== 'auto') return config
  const { contentOf } = await import('./demo/load-demo.ts')
  return { ...config, secondFactor: (await contentOf({ services })) === 'demo' ? 'optional' : 'forced' }
}
