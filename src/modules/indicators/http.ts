import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import { detectFileKind, type FileKind } from '@songhanh/vanban/files/detect'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { askBeforehand } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { cleanPicture } from '#core/records/picture.ts'
import type { Services } from '#core/services.ts'
import { AppError } from '#platform/errors.ts'
import type { StagedBytes } from '#platform/files/store.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { plainName } from '#platform/http/receive-file.ts'
import { withoutMarks } from '#platform/i18n/search.ts'
import { MOST_ROWS, readSheet, UnreadableSheet, writeSheets } from '#platform/sheets.ts'
import * as z from 'zod/mini'
import { attachEvidence } from './hand-contract.ts'
import { COLUMNS, columnOfHeading, HEADINGS, sheetRows } from './model/hand-sheet.ts'
import { askToAttach, attachEvidenceOf } from './operations/attach-evidence.ts'
import words from './i18n/vi.json' with { type: 'json' }
import { tableSheets } from './model/table-sheet.ts'
import exportTable from './operations/export-table.ts'
import getEvidence from './operations/get-evidence.ts'
import importHandFigures from './operations/import-hand-figures.ts'
import listHandFigures from './operations/list-hand-figures.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const EVIDENCE_MB = 20
const EVIDENCE_LIMIT = EVIDENCE_MB * 1024 * 1024

/** What opens in a browser without running anything, by the kind that the content tells. */
const EVIDENCE_TYPES: Readonly<Partial<Record<FileKind, string>>> = {
  pdf: 'application/pdf',
  image: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: SHEET,
}

/** For the description of the API. */
export const indicatorPlainRoutes: readonly PlainRoute[] = [
  { ...attachEvidence, takesFile: true, answer: { json: attachEvidence.output } },
  { ...importHandFigures.contract, input: z.pick(importHandFigures.contract.input, { unitId: true, mode: true }), takesFile: true, answer: { json: importHandFigures.contract.output } },
  {
    name: 'indicators.downloadHandFigures',
    route: 'GET /api/units/:unitId/hand-figures.xlsx',
    permission: listHandFigures.contract.permission,
    summary: 'The figures that are entered by hand as a spreadsheet, which is also the form to fill in',
    input: listHandFigures.contract.input,
    answer: { mediaTypes: [SHEET] },
  },
  {
    name: 'indicators.downloadTable',
    route: 'GET /api/units/:unitId/indicator-table.xlsx',
    permission: exportTable.contract.permission,
    summary: 'The units directly below side by side as a workbook, with what its codes mean',
    input: exportTable.contract.input,
    answer: { mediaTypes: [SHEET] },
  },
  {
    name: 'indicators.downloadEvidence',
    route: 'GET /api/hand-figures/:figureId/file',
    permission: getEvidence.contract.permission,
    summary: 'The evidence of a figure that was entered by hand',
    input: getEvidence.contract.input,
    answer: { mediaTypes: [...new Set(Object.values(EVIDENCE_TYPES))] },
  },
]

type RequestOf = (request: FastifyRequest) => Promise<Request>

/** The workbook of hand figures, in and out, and their evidence. */
export function indicatorRoutes(app: FastifyInstance, services: Services, requestOf: RequestOf): void {
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 5, fileSize: EVIDENCE_LIMIT + 1 } })

    scope.post<{ Params: { figureId: string } }>('/api/hand-figures/:figureId/file', async (http) => {
      const request = await requestOf(http)
      await askToAttach.run(request, http.params)
      const part = http.isMultipart() ? await http.file() : undefined
      if (!part) throw new AppError('invalid', 'indicators.no_file')
      const received = await services.files.stage(part.file, EVIDENCE_LIMIT)
      let fit: StagedBytes | null = null
      try {
        const { mediaType, staged, ending } = await fitToKeep(services, received)
        fit = staged
        const name = plainName(part.filename, 'minh-chung')
        const file = { digest: fit.digest, bytes: fit.bytes, name: ending ? `${name.replace(/\.[^.]*$/, '')}.${ending}` : name, mediaType }
        const answer = await attachEvidenceOf(file).run(request, http.params)
        await fit.keep()
        return answer
      } finally {
        await Promise.all([received.drop(), fit?.drop()])
      }
    })

    scope.post<{ Params: { unitId: string; mode: string } }>('/api/units/:unitId/hand-figures/import/:mode', async (http) => {
      const request = await requestOf(http)
      await askBeforehand(request, importHandFigures.contract.permission, http.params.unitId)
      const part = http.isMultipart() ? await http.file() : undefined
      if (!part) throw new AppError('invalid', 'indicators.no_file')
      const bytes = await part.toBuffer()
      return importHandFigures.run(request, { ...http.params, digest: createHash('sha256').update(bytes).digest('hex'), rows: await rowsOf(bytes) })
    })
  })

  app.get<{ Params: { unitId: string }; Querystring: { year: string } }>('/api/units/:unitId/hand-figures.xlsx', async (http, reply) => {
    const { rows } = await listHandFigures.run(await requestOf(http), { ...http.params, year: http.query.year })
    const sheet = await writeSheets([{ name: 'SoLieu', columns: COLUMNS.map((column) => ({ header: HEADINGS[column], width: WIDTHS[column] ?? 14 })), rows: sheetRows(rows) }])
    return reply.headers({ 'content-type': SHEET, 'content-disposition': attachment(`so-lieu-nhap-tay-${Number(http.query.year)}.xlsx`), 'cache-control': 'no-store' }).send(Buffer.from(sheet))
  })

  app.get<{ Params: { unitId: string }; Querystring: Record<string, string> }>('/api/units/:unitId/indicator-table.xlsx', async (http, reply) => {
    const table = await exportTable.run(await requestOf(http), { ...http.query, ...http.params })
    const bytes = await writeSheets(tableSheets(table, words))
    return reply.headers({ 'content-type': SHEET, 'content-disposition': attachment(`bang-chi-tieu-${table.years.join('-')}.xlsx`), 'cache-control': 'no-store' }).send(Buffer.from(bytes))
  })

  app.get<{ Params: { figureId: string } }>('/api/hand-figures/:figureId/file', async (http, reply) => {
    const file = await getEvidence.run(await requestOf(http), http.params)
    const bytes = await services.files.read(file.digest)
    return reply
      .headers({ 'content-type': file.mediaType, 'content-length': file.bytes, 'content-disposition': attachment(file.name), 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' })
      .send(bytes)
  })
}

const WIDTHS: Partial<Record<(typeof COLUMNS)[number], number>> = { code: 8, name: 60, partName: 34, wholeName: 34, note: 40 }

/**
 * What may be kept of a file: a picture as it looks, without what it tells beside; a document as it is.
 * @throws AppError `invalid` for anything else, whatever its name says
 */
async function fitToKeep(services: Services, received: StagedBytes): Promise<{ mediaType: string; staged: StagedBytes; ending: string | null }> {
  const kind = detectFileKind(await readFile(received.path))
  const mediaType = EVIDENCE_TYPES[kind]
  const picture = kind === 'image' ? await cleanPicture(received.path) : null
  if (!mediaType || (kind === 'image' && !picture)) throw new AppError('invalid', 'indicators.evidence_type')
  if (!picture) return { mediaType, staged: received, ending: null }
  return { mediaType, staged: await services.files.stage(Readable.from([picture.bytes]), picture.bytes.length), ending: 'jpg' }
}

/** @throws AppError `invalid` for a file that is no such table */
export async function rowsOf(bytes: Uint8Array): Promise<{ row: number; cells: Record<string, string> }[]> {
  const sheet = await readSheet(bytes).catch((cause: unknown) => {
    if (!(cause instanceof UnreadableSheet)) throw cause
    throw new AppError('invalid', 'indicators.sheet_unreadable', { fault: cause.fault, most: MOST_ROWS }, { cause })
  })
  const at = sheet.findIndex(({ cells }) => cells.filter((cell) => columnOfHeading(cell) !== null).length >= 3)
  const heading = sheet[at]
  if (!heading) throw new AppError('invalid', 'indicators.sheet_no_heading')
  const columns = heading.cells.map(columnOfHeading)
  return sheet.slice(at + 1).map(({ number, cells }) => ({
    row: number,
    cells: Object.fromEntries(columns.flatMap((column, place) => (column === null ? [] : [[column, cells[place] ?? '']]))),
  }))
}

function attachment(name: string): string {
  const ascii = withoutMarks(name).replace(/[^\w .-]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
