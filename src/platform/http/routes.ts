import type { FastifyInstance, FastifyRequest } from 'fastify'
import { pathParameters, routeOf } from '../contract.ts'
import type { Operation } from '../operation.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** One HTTP route for an operation: path, query and body together are its input. */
export function registerOperation<R>(app: FastifyInstance, operation: Operation<R>, requestOf: (request: FastifyRequest) => Promise<R>): void {
  const { method, path } = routeOf(operation.contract.route)
  app.route({
    method,
    url: path,
    config: { operation: operation.contract.name },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const answer = await operation.run(await requestOf(request), inputOf(request, path))
      return reply.send(answer ?? null)
    },
  })
}

function inputOf(request: FastifyRequest, path: string): unknown {
  const given = request.method === 'GET' ? request.query : (request.body ?? {})
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  const parameters = request.params as Record<string, string>
  return { ...given, ...Object.fromEntries(pathParameters(path).map((name) => [name, parameters[name]])) }
}

/** The client-made id of a command, when it sent a usable one. */
export function operationIdOf(request: FastifyRequest): string | undefined {
  const id = request.headers['idempotency-key']
  return typeof id === 'string' && UUID.test(id) ? id.toLowerCase() : undefined
}
