import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import { refuseUnprintable } from '#modules/documents/public.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { writeSheets } from '#platform/sheets.ts'
import words from './i18n/vi.json' with { type: 'json' }
import { boardSheet, missingSheet } from './model/board-sheet.ts'
import { figureSheets } from './model/sheet.ts'
import exportBoard from './operations/export-board.ts'
import printConsolidation from './operations/print-consolidation.ts'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** What the description of the API says of these files. */
export const boardPlainRoutes: readonly PlainRoute[] = [
  {
    name: 'reports.board_xlsx',
    route: 'GET /api/rounds/:roundId/board.xlsx',
    permission: exportBoard.contract.permission,
    summary: 'The board of a round as a workbook',
    input: exportBoard.contract.input,
    answer: { mediaTypes: [TYPES.xlsx] },
  },
  ...(['pdf', 'docx', 'xlsx'] as const).map((format): PlainRoute => ({
    name: `reports.consolidation_${format}`,
    route: `GET /api/consolidations/:consolidationId/consolidation.${format}`,
    permission: printConsolidation.contract.permission,
    summary: `A consolidation as ${format.toUpperCase()}`,
    input: printConsolidation.contract.input,
    answer: { mediaTypes: [TYPES[format]] },
  })),
]

/** The board as a workbook; a consolidation as DOCX, PDF and XLSX. */
export function boardHttp(app: FastifyInstance, services: Services, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  app.get<{ Params: { roundId: string }; Querystring: Record<string, string> }>('/api/rounds/:roundId/board.xlsx', async (http, reply) => {
    const { round, rows } = await exportBoard.run(await requestOf(http), { ...http.query, ...http.params })
    return reply.headers(headersOf('xlsx', `tinh-hinh-nop-${round.period.to.slice(0, 4)}`)).send(Buffer.from(await writeSheets([boardSheet(rows, words)])))
  })
  for (const format of ['pdf', 'docx', 'xlsx'] as const) {
    app.get<{ Params: { consolidationId: string } }>(`/api/consolidations/:consolidationId/consolidation.${format}`, async (http, reply) => {
      const { model, form, body, missing, fileName } = await printConsolidation.run(await requestOf(http), http.params)
      if (format !== 'xlsx') refuseUnprintable(model)
      const bytes = format === 'xlsx' ? await writeSheets([...figureSheets(form, body), missingSheet(missing, words)]) : await services.writer[format](model)
      return reply.headers(headersOf(format, fileName)).send(Buffer.from(bytes))
    })
  }
}

function headersOf(format: keyof typeof TYPES, name: string): Record<string, string> {
  return {
    'content-type': TYPES[format],
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${format}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
}
