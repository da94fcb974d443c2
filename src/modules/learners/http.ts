import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import { routeOf } from '#platform/contract.ts'
import { AppError, type Problem } from '#platform/errors.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { withoutMarks } from '#platform/i18n/search.ts'
import { readFile } from './contract.ts'
import { readBookFile } from './import/read-file.ts'
import { bookFile } from './import/write-file.ts'
import getBook from './operations/get-book.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LIMIT_MB = 5
const LIMIT = LIMIT_MB * 1024 * 1024

/** For the description of the API. */
export const learnerPlainRoutes: readonly PlainRoute[] = [
  { ...readFile, takesFile: true, answer: { json: readFile.output } },
  {
    name: 'learners.downloadBook',
    route: 'GET /api/units/:unitId/learners/:schoolYear/:kind/si-so.xlsx',
    permission: getBook.contract.permission,
    summary: 'The register as a spreadsheet, which is also the form to fill in',
    input: getBook.contract.input,
    answer: { mediaTypes: [SHEET] },
  },
]

type RequestOf = (request: FastifyRequest) => Promise<Request>
interface Place {
  readonly unitId: string
  readonly schoolYear: string
  readonly kind: string
}

/** The register as a spreadsheet, out and in. Reading a file writes nothing: the table on the screen is saved. */
export function learnersHttp(app: FastifyInstance, _services: unknown, requestOf: RequestOf): void {
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 5, fileSize: LIMIT } })
    scope.post<{ Params: Place }>(routeOf(readFile.route).path, async (http, reply) => {
      const book = await getBook.run(await requestOf(http), http.params)
      if (!book.canEdit) throw new AppError('forbidden', 'learners.no_right')
      const bytes = await bytesOf(http)
      if (!bytes) return tooLarge(http, reply)
      return reply.header('cache-control', 'no-store').send(await readBookFile(http.params.kind === 'end' ? 'end' : 'start', book.grades, bytes))
    })
  })

  app.get<{ Params: Place }>('/api/units/:unitId/learners/:schoolYear/:kind/si-so.xlsx', async (http, reply) => {
    const { schoolYear, kind } = http.params
    const book = await getBook.run(await requestOf(http), http.params)
    const bytes = await bookFile(kind === 'end' ? 'end' : 'start', book.grades, book.classes, book.dropouts)
    const name = `si-so-${withoutMarks(book.unitName).toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${schoolYear}-${kind === 'end' ? 'cuoi-nam' : 'dau-nam'}.xlsx`
    reply.headers({ 'content-type': SHEET, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' })
    return reply.send(Buffer.from(bytes))
  })
}

/** The file of a form; null when it is too large. */
async function bytesOf(http: FastifyRequest): Promise<Uint8Array | null> {
  if (Number(http.headers['content-length'] ?? 0) > LIMIT + 65_536) return null
  const part = http.isMultipart() ? await http.file() : undefined
  if (!part) throw new AppError('invalid', 'learners.no_file')
  const chunks: Buffer[] = []
  for await (const chunk of part.file as AsyncIterable<Buffer>) chunks.push(chunk)
  return part.file.truncated ? null : Buffer.concat(chunks)
}

function tooLarge(http: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem: Problem = { kind: 'invalid', code: 'learners.file_too_large', params: { megabytes: LIMIT_MB }, requestId: String(http.id) }
  return reply.code(413).header('connection', 'close').send(problem)
}
