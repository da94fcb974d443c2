import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { buildServer } from '#app/server.ts'
import type { Actor } from '#core/access/request.ts'
import { newToken, tokenHash } from '#core/access/token.ts'
import { SESSION_COOKIE } from '#core/access/session.ts'
import { asSystem } from '#core/access/operation.ts'
import { testServices } from './services.ts'
import type { World } from './world.ts'

/** The HTTP side of a world that stays as it is. */
export interface SteadyServer {
  /** Sends a request, then takes back whatever it has written. */
  ask(request: InjectOptions): Promise<LightMyRequestResponse>
}

/**
 * The whole HTTP side upon one transaction: thousands of requests, each put back after its answer, meet the same world.
 * What the world gets by other ways after this call is not seen.
 */
export async function aSteadyServer(world: World): Promise<SteadyServer> {
  const tx = await world.db.startTransaction().execute()
  const base = testServices(world, { SONGHANH_LOG: process.env['SONGHANH_LOG'] ?? 'silent' })
  const services = { ...base, systemRequest: () => ({ ...base.systemRequest(), db: tx }) }
  const app: FastifyInstance = await buildServer({ config: services.config, db: tx, jobs: world.jobs, product: world.product, services, clock: () => world.now })
  afterAll(async () => {
    await app.close()
    await tx.rollback().execute()
  })
  return {
    async ask(request) {
      await sql`savepoint steady`.execute(tx)
      try {
        return await app.inject(request)
      } finally {
        await sql`rollback to savepoint steady`.execute(tx)
      }
    },
  }
}

/** The cookie of a session that the person has opened just now. */
export async function aSession(world: World, actor: Actor): Promise<string> {
  const token = newToken()
  await asSystem(world.as(null), (tx) =>
    sql`insert into access.session (token_hash, account_id, id, created_at, last_seen_at, expires_at, proved_at)
      values (${tokenHash(token)}, ${actor.accountId}, ${actor.sessionId}, ${world.now}, ${world.now}, ${new Date(world.now.getTime() + 3_600_000)}, ${world.now})`.execute(tx),
  )
  return `${SESSION_COOKIE}=${token}`
}
