import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import * as z from 'zod/mini'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { addPart as addPartContract, PART_BYTES } from './contract.ts'
import addPart from './operations/add-part.ts'
import { routeOf } from '#platform/contract.ts'

/** For the description of the API. */
export const filePlainRoutes: readonly PlainRoute[] = [{ ...addPartContract, input: z.omit(addPartContract.input, { content: true }), takesBytes: true, answer: { json: addPartContract.output } }]

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
