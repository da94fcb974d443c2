import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { contentPolicy } from './content-policy.ts'
import { problemOf } from './problem.ts'

/** What the browser may offer to pages: a camera for evidence, keys for signing in; nothing else that tells of a person. */
const PERMISSIONS = 'camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'

/** Contracts are judged by their own schemas: the compilers for JSON Schema of routes are not even loaded. */
const NO_SCHEMAS = { buildValidator: refuseSchemas, buildSerializer: refuseSchemas }

function refuseSchemas(): never {
  throw new Error('A route of this server has a contract, not a JSON Schema')
}

/** A bare server: headers, cookies, errors. The application adds its routes. */
export async function createServer(config: Config): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: 2 * 1024 * 1024,
    // A long reading or a slow line must not cut an upload short.
    requestTimeout: 300_000,
    trustProxy: 'loopback',
    forceCloseConnections: true,
    // What is refused before a route is found, such as an address that is no address, is told like every refusal.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    schemaController: { compilersFactory: NO_SCHEMAS },
  })
  await app.register(helmet, {
    // Ours, below: a page whose styles stand in it names them by their digest.
    contentSecurityPolicy: false,
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  const policy = contentPolicy()
  app.addHook('onRequest', async (_request, reply) => void reply.headers({ 'content-security-policy': policy, 'permissions-policy': PERMISSIONS }))
  await app.register(cookie)
  app.addHook('onRequest', refuseForeignWrites(config))
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply))
  return app
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Works without a session, and its pages send no referrer: their forms then come from the origin `null`. */
    readonly isAnonymous?: true
  }
}

/** A write must come from our own pages: the session cookie travels with a foreign form as well. */
function refuseForeignWrites(config: Config) {
  const own = new URL(config.publicUrl).host
  return async (request: FastifyRequest) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    const site = request.headers['sec-fetch-site']
    const origin = request.headers.origin
    const foreignSite = typeof site === 'string' && site !== 'same-origin' && site !== 'none'
    const isHidden = origin === 'null' && request.routeOptions.config.isAnonymous === true
    const foreignOrigin = origin !== undefined && !isHidden && (!URL.canParse(origin) || ![own, request.host].includes(new URL(origin).host))
    if (foreignSite || foreignOrigin) throw new AppError('forbidden', 'access.foreign_origin')
  }
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, problem } = problemOf(error, request)
  return reply.code(status).send(problem)
}
