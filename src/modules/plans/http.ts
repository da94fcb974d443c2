import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { refuseUnprintable } from '#modules/documents/public.ts'
import previewPlan from './operations/preview-plan.ts'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** For the description of the API. */
export const planPlainRoutes: readonly PlainRoute[] = (['pdf', 'docx'] as const).map((format) => ({
  name: `plans.preview_${format}`,
  route: `GET /api/plans/:planId/preview.${format}`,
  permission: previewPlan.contract.permission,
  summary: `The plan as it would be printed now, as ${format.toUpperCase()}`,
  input: previewPlan.contract.input,
  answer: { mediaTypes: [TYPES[format]] },
}))

/** The plan as it would be printed now; frozen files are those of the issued document. */
export function plansHttp(app: FastifyInstance, services: Services, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  for (const format of ['pdf', 'docx'] as const) {
    app.get(`/api/plans/:planId/preview.${format}`, async (http, reply) => {
      const { model, choices, fileName } = await previewPlan.run(await requestOf(http), http.params)
      refuseUnprintable(model)
      // Printing takes a moment: it happens after the transaction, in a process of its own.
      const bytes = await services.writer[format](model, choices)
      const disposition = format === 'pdf' ? 'inline' : 'attachment'
      return reply
        .type(TYPES[format])
        .header('content-disposition', `${disposition}; filename="${fileName}.${format}"`)
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(bytes))
    })
  }
}
