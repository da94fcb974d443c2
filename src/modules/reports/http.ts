import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import { refuseUnprintable } from '#modules/documents/public.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { writeSheets } from '#platform/sheets.ts'
import { figureSheets } from './model/sheet.ts'
import { boardHttp } from './board-http.ts'
import { sheetHttp, sheetPlainRoutes } from './sheet-http.ts'
import printReport from './operations/print-report.ts'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** For the description of the API. */
const files = (['pdf', 'docx', 'xlsx'] as const).map((format): PlainRoute => ({
  name: `reports.download_${format}`,
  route: `GET /api/reports/:reportId/report.${format}`,
  permission: printReport.contract.permission,
  summary: format === 'xlsx' ? 'The figures of a report as a spreadsheet' : `A report in its official form, as ${format.toUpperCase()}`,
  input: printReport.contract.input,
  answer: { mediaTypes: [TYPES[format]] },
}))

export const reportPlainRoutes: readonly PlainRoute[] = [...files, ...sheetPlainRoutes]

/** A report as files: the official form as DOCX and PDF, its figures as XLSX. */
export function reportsHttp(app: FastifyInstance, services: Services, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  boardHttp(app, services, requestOf)
  sheetHttp(app, requestOf)
  for (const format of ['pdf', 'docx', 'xlsx'] as const) {
    app.get<{ Params: { reportId: string }; Querystring: { number?: string } }>(`/api/reports/:reportId/report.${format}`, async (http, reply) => {
      const { number } = http.query
      const { model, form, body, notes, fileName, roundTitle, unitName } = await printReport.run(await requestOf(http), { ...http.params, ...(number ? { number } : {}) })
      if (format !== 'xlsx') refuseUnprintable(model)
      // Printing takes a moment: it happens after the transaction, in a process of its own.
      const bytes = format === 'xlsx' ? await writeSheets(figureSheets(form, body, { reportId: http.params.reportId, roundTitle, unitName }, notes)) : await services.writer[format](model)
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
