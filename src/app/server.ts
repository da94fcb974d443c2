import { resolve } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Request } from '#core/access/request.ts'
import { actorOfToken, SESSION_COOKIE } from '#core/access/session.ts'
import { sessionSecretOf } from '#core/access/token.ts'
import type { Services } from '#core/services.ts'
import type { Config } from '#platform/config.ts'
import { AppError } from '#platform/errors.ts'
import { apiPage } from '#platform/http/api-page.ts'
import { openApiOf } from '#platform/http/openapi.ts'
import { operationIdOf, registerOperation } from '#platform/http/routes.ts'
import { createServer } from '#platform/http/server.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { JobQueue } from '#platform/jobs.ts'
import type { Vault } from '#platform/vault.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { registerSignIn } from './sign-in-routes.ts'
import type { Product } from './product.ts'
import { serveWebApp } from './serve-web.ts'

export interface Surroundings {
  readonly config: Config
  readonly db: Kysely<unknown>
  readonly jobs: JobQueue
  readonly product: Product
  readonly services: Services
  readonly clock: () => Date
}

/** A request of the program itself at this moment; `actor` and the rest are added by who knows them. */
export function requestAt({ config, db, jobs, product, clock, vault }: Pick<Surroundings, 'config' | 'db' | 'jobs' | 'product' | 'clock'> & { readonly vault: Vault }): Request {
  const now = clock()
  return {
    db,
    jobs,
    vault,
    policy: product.policy,
    actor: null,
    now,
    newId: () => uuidv7(now),
    sessionLimits: { idleMs: config.sessionIdleMinutes * 60_000, absoluteMs: config.sessionHours * 3_600_000 },
  }
}

/** The whole HTTP side: operations, module routes, API description, web app. */
export async function buildServer(surroundings: Surroundings): Promise<FastifyInstance> {
  const { config, product, services } = surroundings
  const app = await createServer(config)

  const requestOf = async (http: FastifyRequest): Promise<Request> => {
    const base = requestAt({ ...surroundings, vault: services.vault })
    const token = http.cookies[SESSION_COOKIE]
    const actor = token ? await actorOfToken(base, token) : null
    const operationId = operationIdOf(http)
    const origin = { address: http.ip, agent: http.headers['user-agent'] ?? '' }
    return { ...base, actor, sessionSecret: token && actor ? sessionSecretOf(token) : null, sessionEnded: token !== undefined && !actor, origin, ...(operationId ? { operationId } : {}) }
  }

  for (const operation of product.operations) {
    if (operation.contract.name === 'access.signIn' || operation.contract.name === 'access.signOut') continue
    registerOperation(app, operation, requestOf)
  }
  registerSignIn(app, config, requestOf)
  for (const module of product.modules) module.http?.(app, services, requestOf)

  const description = openApiOf(product.operations.map(({ contract }) => contract), { title: 'Song Hành', version: packageJson.version, url: config.publicUrl, groups: product.titles }, product.plainRoutes)
  const page = apiPage(description)
  app.get('/api/openapi.json', async () => description)
  app.get('/api', (_request, reply) => reply.redirect('/api/'))
  app.get('/api/', (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page))
  app.all('/api/*', async () => {
    throw new AppError('not_found', 'http.not_found')
  })
  await serveWebApp(app, resolve(import.meta.dirname, '../../dist/web'))
  return app
}
