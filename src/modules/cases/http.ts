import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import { routeOf } from '#platform/contract.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { disposition } from '#platform/http/receive-file.ts'
import { readAttachment } from './contract.ts'
import attachment from './operations/read-attachment.ts'
import { publicPages } from './public-http.ts'

const ANY = 'application/octet-stream'

/** For the description of the API. */
export const casesPlainRoutes: readonly PlainRoute[] = [{ ...readAttachment, answer: { mediaTypes: ['image/jpeg', ANY] } }]

export function casesHttp(app: FastifyInstance, services: Services, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  publicPages(app, services)
  app.get<{ Params: { caseId: string; fileId: string }; Querystring: Record<string, unknown> }>(routeOf(readAttachment.route).path, async (http, reply) => {
    const { name, isPicture, bytes } = await attachment.run(await requestOf(http), { ...http.query, ...http.params })
    return reply
      .headers({ 'content-type': isPicture ? 'image/jpeg' : ANY, 'content-disposition': disposition('attachment', name), 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; sandbox" })
      .send(Buffer.from(bytes))
  })
}
