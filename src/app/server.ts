import { resolve } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { GUARDED_ROLES } from '#core/access/model/second-factor.ts'
import type { Request } from '#core/access/request.ts'
import { actorOfToken, SESSION_COOKIE } from '#core/access/session.ts'
import { sessionSecretOf } from '#core/access/token.ts'
import type { Services } from '#core/services.ts'
import type { Config } from '#platform/config.ts'
import { AppError } from '#platform/errors.ts'
import { apiPage } from '#platform/http/api-page.ts'
import { contentPolicy } from '#platform/http/content-policy.ts'
import { openApiOf } from '#platform/http/openapi.ts'
import { operationIdOf, registerOperation } from '#platform/http/routes.ts'
import { createServer } from '#platform/http/server.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { JobQueue } from '#platform/jobs.ts'
import type { Vault } from '#platform/vault.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { COOKIE_OPERATIONS, registerSignIn } from './sign-in-routes.ts'
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
    entrance: { url: config.publicUrl, guardedRoles: config.secondFactor === 'optional' ? [] : GUARDED_ROLES },
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
    if (COOKIE_OPERATIONS.includes(operation.contract.name)) continue
    registerOperation(app, operation, requestOf)
  }
  registerSignIn(app, config, requestOf)
  for (const module of product.modules) module.http?.(app, services, requestOf)

  describeApi(app, config, product)
  app.all('/api/*', async () => {
    throw new AppError('not_found', 'http.not_found')
  })
  await serveWebApp(app, resolve(import.meta.dirname, '../../dist/web'))
  return app
}

/** The description of the API and its readable page, made when somebody asks: it takes longer than the rest of a start. */
function describeApi(app: FastifyInstance, config: Config, product: Product): void {
  const about = { title: 'Song Hành', version: packageJson.version, url: config.publicUrl, groups: product.titles }
  const description = once(() => openApiOf(product.operations.map(({ contract }) => contract), about, product.plainRoutes))
  const page = once(() => {
    const text = apiPage(description())
    return { text, policy: contentPolicy(text) }
  })
  app.get('/api/openapi.json', async () => description())
  app.get('/api', (_request, reply) => reply.redirect('/api/'))
  app.get('/api/', (_request, reply) => reply.type('text/html; charset=utf-8').headers({ 'cache-control': 'no-cache', 'content-security-policy': page().policy }).send(page().text))
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
