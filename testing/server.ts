import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { buildServer } from '#app/server.ts'
import { testServices } from './services.ts'
import type { World } from './world.ts'

/** The whole HTTP side upon the world's database, to be asked by `inject`; nothing listens. */
export async function aServer(world: World): Promise<FastifyInstance> {
  const services = testServices(world, { SONGHANH_LOG: 'silent' })
  const app = await buildServer({ config: services.config, db: world.db, jobs: world.jobs, product: world.product, services, clock: () => world.now })
  afterAll(() => app.close())
  return app
}
