import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askBeforehand } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { routeOf } from '#platform/contract.ts'
import { AppError, type Problem } from '#platform/errors.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { readTypedSheets, UnreadableSheet } from '#platform/sheets.ts'
import { readFigureSheets } from './model/read-sheet.ts'
import getReport from './operations/get-report.ts'
import { readFigures, type FiguresRead } from './sheet-contract.ts'

const LIMIT_MB = 5
const LIMIT = LIMIT_MB * 1_048_576
/** More rows than any form has. */
const MOST_ROWS = 2_000

/** For the description of the API. */
export const sheetPlainRoutes: readonly PlainRoute[] = [{ ...readFigures, takesFile: true, answer: { json: readFigures.output } }]

/** The workbook of a report back in. Reading it writes nothing: what it changes is saved like every other edit. */
export function sheetHttp(app: FastifyInstance, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 5, fileSize: LIMIT } })
    scope.post<{ Params: { reportId: string } }>(routeOf(readFigures.route).path, async (http, reply) => {
      const request = await requestOf(http)
      const report = await getReport.run(request, http.params)
      await askBeforehand(request, readFigures.permission, report.unitId)
      if (!report.actions.includes('edit')) throw new AppError('conflict', 'reports.import_closed')
      const bytes = await bytesOf(http)
      if (!bytes) return tooLarge(http, reply)
      return reply.header('cache-control', 'no-store').send(await readFile({ ...report, reportId: report.id }, bytes))
    })
  })
}

/** What the file changes; a file that gives no table is told as one fault. */
export async function readFile(report: Parameters<typeof readFigureSheets>[0], bytes: Uint8Array): Promise<FiguresRead> {
  try {
    const { changes, same, faults } = readFigureSheets(report, await readTypedSheets(bytes, MOST_ROWS))
    return { changes, same, faults: faults.map((fault) => ({ ...fault, params: { ...fault.params } })) }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    return { changes: [], same: 0, faults: [{ sheet: '', cell: null, place: null, code: `file_${error.fault}`, params: {} }] }
  }
}

/** The file of a form; null when it is too large. */
async function bytesOf(http: FastifyRequest): Promise<Uint8Array | null> {
  if (Number(http.headers['content-length'] ?? 0) > LIMIT + 65_536) return null
  const part = http.isMultipart() ? await http.file() : undefined
  if (!part) throw new AppError('invalid', 'reports.no_file')
  const chunks: Buffer[] = []
  for await (const chunk of part.file as AsyncIterable<Buffer>) chunks.push(chunk)
  return part.file.truncated ? null : Buffer.concat(chunks)
}

function tooLarge(http: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem: Problem = { kind: 'invalid', code: 'reports.file_too_large', params: { megabytes: LIMIT_MB }, requestId: String(http.id) }
  return reply.code(413).header('connection', 'close').send(problem)
}
