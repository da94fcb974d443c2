import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeXlsx } from 'hucre/xlsx'
import { AppError } from '#platform/errors.ts'
import type { StagedBytes } from '#platform/files/store.ts'
import { progressAnswer } from '#platform/http/progress-answer.ts'
import { disposition, plainName, receiveFile } from '#platform/http/receive-file.ts'
import type { Request } from '#core/access/request.ts'
import type { DocumentReadOptions, Services } from '#core/services.ts'
import words from './i18n/vi.json' with { type: 'json' }
import type { PlainRoute } from '#platform/http/plain-route.ts'
import * as z from 'zod/mini'
import type { FoundField } from './model/doubtful.ts'
import { foundFields } from './model/field-evidence.ts'
import type { Direction } from './model/lifecycle.ts'
import { rawText } from './model/raw-text.ts'
import { registerSheet } from './model/register-sheet.ts'
import attachFile from './operations/attach-file.ts'
import draftFromFile from './operations/draft-from-file.ts'
import exportRegister from './operations/export-register.ts'
import getDocument from './operations/get-document.ts'
import getFile from './operations/get-file.ts'
import prepareUpload from './operations/prepare-upload.ts'
import registerIncoming from './operations/register-incoming.ts'
import { signaturePlainRoutes, signatureRoutes } from './signature-http.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  text: 'text/plain; charset=utf-8',
} as const

/** The browser's own viewer, in a frame of this site and nowhere else; the file loads nothing. */
const SHOWN_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'self'"

const Id = z.uuid()

/** Uploads and downloads, for the description of the API. */
export const documentPlainRoutes: readonly PlainRoute[] = [
  { ...registerIncoming.contract, input: z.object({ unitId: Id }), takesFile: true, answer: { json: registerIncoming.contract.output } },
  { ...draftFromFile.contract, input: z.object({ unitId: Id, direction: z.enum(['outgoing', 'internal']) }), takesFile: true, answer: { json: draftFromFile.contract.output } },
  { ...attachFile.contract, input: z.object({ documentId: Id }), takesFile: true, answer: { json: attachFile.contract.output } },
  {
    name: 'documents.downloadFile',
    route: 'GET /api/documents/:documentId/files/:role',
    permission: getFile.contract.permission,
    summary: 'A file of a document as it was received or printed; `view=1` shows a PDF in a frame of our own pages instead of handing it out',
    input: z.object({ ...getFile.contract.input.shape, view: z.optional(z.literal('1')) }),
    answer: { mediaTypes: Object.values(MEDIA_TYPES) },
  },
  {
    name: 'documents.downloadRegister',
    route: 'GET /api/units/:unitId/document-register.xlsx',
    permission: exportRegister.contract.permission,
    summary: 'The register of a year as a spreadsheet',
    input: exportRegister.contract.input,
    answer: { mediaTypes: [SHEET] },
  },
  ...signaturePlainRoutes,
]

type RequestOf = (request: FastifyRequest) => Promise<Request>

/** Uploads, downloads and the register as a spreadsheet: what is no plain operation. */
export function documentRoutes(app: FastifyInstance, services: Services, requestOf: RequestOf): void {
  signatureRoutes(app, services, requestOf)
  app.register(async (scope) => {
    // The store meters the file itself.
    await scope.register(multipart, { throwFileSizeLimit: false, limits: { files: 1, fields: 5, fileSize: Number.MAX_SAFE_INTEGER } })

    scope.post<{ Params: { unitId: string } }>('/api/units/:unitId/documents/incoming', async (http, reply) => {
      const request = await requestOf(http)
      await prepareUpload.run(request, http.params)
      return upload(services, http, reply, (read) => registerIncoming.run(request, { ...http.params, ...read }))
    })

    scope.post<{ Params: { unitId: string; direction: 'outgoing' | 'internal' } }>('/api/units/:unitId/documents/drafts/:direction', async (http, reply) => {
      const request = await requestOf(http)
      await prepareUpload.run(request, http.params)
      return upload(services, http, reply, (read) => draftFromFile.run(request, { ...http.params, ...read }), 'text')
    })

    scope.post<{ Params: { documentId: string } }>('/api/documents/:documentId/files', async (http, reply) => {
      const request = await requestOf(http)
      const { unitId } = await getDocument.run(request, http.params)
      await prepareUpload.run(request, { unitId })
      return upload(services, http, reply, (read) => attachFile.run(request, { ...http.params, ...read }), 'text')
    })
  })

  app.get<{ Params: { documentId: string; role: string }; Querystring: { view?: string } }>('/api/documents/:documentId/files/:role', async (http, reply) => {
    const file = await getFile.run(await requestOf(http), http.params)
    const tag = `"${file.digest}"`
    reply.headers({ etag: tag, 'cache-control': 'private, no-cache' })
    // Only a PDF is shown, and only inside our own pages; everything else is handed out.
    const isShown = http.query.view === '1' && file.mediaType === MEDIA_TYPES.pdf
    if (isShown) reply.header('content-security-policy', SHOWN_PDF)
    if (http.headers['if-none-match'] === tag) return reply.code(304).send()
    // Before the headers of the file: when its bytes are missing, the answer is another.
    const bytes = await services.files.read(file.digest)
    reply.headers({
      'content-type': file.mediaType,
      'content-length': file.bytes,
      'content-disposition': isShown ? 'inline' : disposition('attachment', file.name),
      'x-content-type-options': 'nosniff',
    })
    return reply.send(bytes)
  })

  app.get<{ Params: { unitId: string }; Querystring: { direction: Direction; year: string } }>('/api/units/:unitId/document-register.xlsx', async (http, reply) => {
    const { direction, year } = http.query
    const { unitName, documents } = await exportRegister.run(await requestOf(http), { ...http.params, direction, year })
    const title = words[`documents.register.title_${direction}`].replace('{year}', String(year)).replace('{unit}', unitName)
    const rows = registerSheet(direction, title, (column) => words[`documents.register.${column}`], documents)
    const sheet = await writeXlsx({ sheets: [{ name: words[`documents.tab_${direction}`], rows, columns: rows[2]!.map(() => ({ width: 22 })) }] })
    reply.headers({ 'content-type': SHEET, 'content-disposition': disposition('attachment', `${title}.xlsx`), 'cache-control': 'no-store' })
    return reply.send(Buffer.from(sheet))
  })
}

interface ReadUpload {
  readonly file: { readonly name: string; readonly mediaType: string; readonly digest: string; readonly bytes: number }
  readonly found: { readonly reading: unknown; readonly readText: string; readonly evidence: readonly FoundField[] } | null
}

/** Whether a scan may be kept, to be typed, or only what has text is of use. */
type Wanted = 'text' | 'text or scan'

/** Takes the file in, reads it, and only then keeps it: what is refused leaves nothing behind. */
async function upload(
  services: Services,
  http: FastifyRequest,
  reply: FastifyReply,
  take: (read: ReadUpload) => Promise<unknown>,
  wanted: Wanted = 'text or scan',
): Promise<FastifyReply> {
  const received = await receiveFile(services.files, http, reply, services.config.uploadLimitBytes, { noFile: 'documents.no_file', broken: 'documents.upload_broken' })
  if (!received) return reply
  const { staged, name } = received
  // A scan takes seconds a page: nobody reads on for somebody who has left.
  const leaving = new AbortController()
  reply.raw.once('close', () => leaving.abort())
  const told = progressAnswer(http, reply)
  try {
    const read = await readStaged(services, staged, name, wanted, { signal: leaving.signal, onProgress: (pages) => told?.tell(pages) })
    await staged.keep()
    const output = await take(read)
    return told?.isBegun ? told.finish(output) : reply.header('cache-control', 'no-store').send(output)
  } catch (error) {
    if (!told?.isBegun) throw error
    return told.fail(error)
  } finally {
    await staged.drop()
  }
}

/** @throws AppError `invalid` `documents.unreadable_<reason>` when there is nothing to keep */
async function readStaged(services: Services, staged: StagedBytes, filename: string, wanted: Wanted, options: DocumentReadOptions): Promise<ReadUpload> {
  const name = plainName(filename, 'van-ban')
  const { digest, bytes } = staged
  const outcome = await services.reader.read({ path: staged.path, name }, options)
  if (outcome.ok) {
    const mediaType = new Map<string, string>(Object.entries(MEDIA_TYPES)).get(outcome.fileKind) ?? 'application/octet-stream'
    return { file: { name, mediaType, digest, bytes }, found: { reading: outcome.model, readText: rawText(outcome.raw), evidence: foundFields(outcome.evidence, outcome.raw) } }
  }
  if (outcome.reason !== 'scan' || wanted === 'text') throw new AppError('invalid', `documents.unreadable_${outcome.reason}`, { name })
  return { file: { name, mediaType: 'application/pdf', digest, bytes }, found: null }
}
