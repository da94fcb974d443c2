import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { buildServer, requestAt } from '#app/server.ts'
import { parseConfig } from '#platform/config.ts'
import { createDiskStore } from '#platform/files/store.ts'
import type { World } from './world.ts'

/** The whole HTTP side upon the world's database, to be asked by `inject`; nothing listens. */
export async function aServer(world: World): Promise<FastifyInstance> {
  const folder = mkdtempSync(join(tmpdir(), 'songhanh-server-'))
  const config = parseConfig({ SONGHANH_LOG: 'silent', SONGHANH_DATA: folder }, folder)
  const surroundings = { config, db: world.db, jobs: world.jobs, product: world.product, clock: () => world.now }
  const services = { config, files: createDiskStore(join(folder, 'files')), systemRequest: () => requestAt(surroundings) }
  const app = await buildServer({ ...surroundings, services })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return app
}
