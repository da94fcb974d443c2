import multipart from '@fastify/multipart'
import * as z from 'zod/mini'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askBeforehand } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { routeOf } from '#platform/contract.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { AppError, type Problem } from '#platform/errors.ts'
import { importUnits, previewUnitImport } from './contract.ts'
import { commitImport, previewImport } from './import/import-units.ts'
import { importTemplate } from './import/template.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A table of 60,000 units is far smaller. */
const LIMIT_MB = 15
const LIMIT = LIMIT_MB * 1024 * 1024

/** For the description of the API. */
export const unitPlainRoutes: readonly PlainRoute[] = [
  { ...previewUnitImport, takesFile: true, answer: { json: previewUnitImport.output } },
  { ...importUnits, takesFile: true, answer: { json: importUnits.output } },
  {
    name: 'units.downloadImportTemplate',
    route: 'GET /api/unit-import-template.xlsx',
    permission: 'public',
    summary: 'The spreadsheet to fill in for an import of units',
    input: z.object({}),
    answer: { mediaTypes: [SHEET] },
  },
]

type RequestOf = (request: FastifyRequest) => Promise<Request>
/** What stands in the path; the operations judge it. */
type Place = { readonly unitId: string; readonly digest: string; readonly take: string }
type Answer = (request: Request, bytes: Uint8Array, place: Place) => Promise<unknown>

/** The import, whose file is no JSON, and its template. */
export function unitRoutes(app: FastifyInstance, _services: unknown, requestOf: RequestOf): void {
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 5, fileSize: LIMIT } })
    const route = (path: string, answer: Answer) => {
      scope.post<{ Params: Place }>(path, async (http, reply) => {
        const request = await requestOf(http)
        // Who may not see the answer does not make the server read the file.
        await askBeforehand(request, importUnits.permission, http.params.unitId)
        const bytes = await bytesOf(http)
        if (!bytes) return tooLarge(http, reply)
        return reply.header('cache-control', 'no-store').send(await answer(request, bytes, http.params))
      })
    }
    route(routeOf(previewUnitImport.route).path, (request, bytes, { unitId }) => previewImport(request, unitId, bytes))
    route(routeOf(importUnits.route).path, (request, bytes, place) => commitImport(request, bytes, place))
  })

  app.get('/api/unit-import-template.xlsx', async (_http, reply) => {
    const bytes = await importTemplate()
    reply.headers({ 'content-type': SHEET, 'content-disposition': 'attachment; filename="don-vi.xlsx"', 'cache-control': 'no-store' })
    return reply.send(Buffer.from(bytes))
  })
}

/** The file of a form; null when it is too large, so that the rest of it is not even received. */
async function bytesOf(http: FastifyRequest): Promise<Uint8Array | null> {
  if (Number(http.headers['content-length'] ?? 0) > LIMIT + 65_536) return null
  const part = http.isMultipart() ? await http.file() : undefined
  if (!part) throw new AppError('invalid', 'units.import_no_file')
  const chunks: Buffer[] = []
  for await (const chunk of part.file as AsyncIterable<Buffer>) chunks.push(chunk)
  return part.file.truncated ? null : Buffer.concat(chunks)
}

function tooLarge(http: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem: Problem = { kind: 'invalid', code: 'units.import_file_too_large', params: { megabytes: LIMIT_MB }, requestId: String(http.id) }
  return reply.code(413).header('connection', 'close').send(problem)
}
