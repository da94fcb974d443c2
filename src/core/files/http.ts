import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import { addPart as addPartContract, PART_BYTES } from './contract.ts'
import addPart from './operations/add-part.ts'
import { routeOf } from '#platform/contract.ts'

/** Parts of files travel as they are; what they belong to stands in the query. */
export function fileRoutes(app: FastifyInstance, _services: unknown, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: PART_BYTES }, (_request, body, done) => done(null, body))
    scope.put<{ Params: { unitId: string; uploadId: string }; Querystring: Record<string, string> }>(routeOf(addPartContract.route).path, async (http, reply) => {
      const { from, bytes, digest, name } = http.query
      const input = { ...http.params, from: Number(from), bytes: Number(bytes), digest, name, content: http.body }
      return reply.header('cache-control', 'no-store').send(await addPart.run(await requestOf(http), input))
    })
  })
}
