import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import { detectFileKind } from '@songhanh/vanban/files/detect'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import { cleanPicture } from '#core/records/picture.ts'
import type { Services } from '#core/services.ts'
import { routeOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { StagedBytes } from '#platform/files/store.ts'
import { parseInput } from '#platform/operation.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import { withoutMarks } from '#platform/i18n/search.ts'
import { readTypedSheets, type SheetToWrite, type TypedSheet, UnreadableSheet, writeSheets } from '#platform/sheets.ts'
import { disposition, plainName, receiveFile } from '#platform/http/receive-file.ts'
import * as z from 'zod/mini'
import { uploadAttendance } from './attendance-contract.ts'
import { AttachInput, attachUpload, uploadFile } from './evidence-contract.ts'
import { importSheet, type OutputOfExport } from './sheet-contract.ts'
import { attendanceSheet } from './import/attendance-sheet.ts'
import { columnsOf } from './import/columns.ts'
import { say } from './import/words.ts'
import { KINDS } from './kinds/all.ts'
import { kindOf } from './model/kinds.ts'
import addFile from './operations/add-file.ts'
import exportAttendance from './operations/export-attendance.ts'
import readAttendance from './operations/read-attendance.ts'
import exportActivities from './operations/export-activities.ts'
import getActivity from './operations/get-activity.ts'
import getEvidenceFile from './operations/get-evidence-file.ts'
import readUpload from './operations/read-upload.ts'
import importActivities from './operations/import-activities.ts'
import tryImport from './operations/try-import.ts'

const DOCUMENTS: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** For the description of the API. */
export const activityPlainRoutes: readonly PlainRoute[] = [
  { ...uploadFile, takesFile: true, answer: { json: uploadFile.output } },
  { ...importSheet, takesFile: true, answer: { json: importSheet.output } },
  { ...attachUpload, input: z.pick(attachUpload.input, { unitId: true, recordId: true, uploadId: true }), takesJson: AttachInput, answer: { json: attachUpload.output } },
  {
    name: 'activities.downloadSheet',
    route: 'GET /api/units/:unitId/activity-sheet.xlsx',
    permission: exportActivities.contract.permission,
    summary: 'The activities of a selection as a workbook, which is also the form to fill in',
    input: exportActivities.contract.input,
    answer: { mediaTypes: [DOCUMENTS['xlsx']!] },
  },
  { ...uploadAttendance, takesFile: true, answer: { json: uploadAttendance.output } },
  {
    name: 'activities.downloadAttendance',
    route: 'GET /api/units/:unitId/attendance-sheet.xlsx',
    permission: exportAttendance.contract.permission,
    summary: 'The participants of an activity as a workbook, which is also the form to fill in',
    input: exportAttendance.contract.input,
    answer: { mediaTypes: [DOCUMENTS['xlsx']!] },
  },
  ...(['file', 'thumbnail'] as const).map((what) => ({
    name: `activities.download_${what}` as const,
    route: `GET /api/activities/:recordId/evidence/:evidenceId/${what}` as const,
    permission: getEvidenceFile.contract.permission,
    summary: what === 'file' ? 'A picture or document as it is kept' : 'A picture in small',
    input: getEvidenceFile.contract.input,
    answer: { mediaTypes: what === 'file' ? ['image/jpeg', ...Object.values(DOCUMENTS)] : ['image/jpeg'] },
  })),
]

type RequestOf = (request: FastifyRequest) => Promise<Request>

/** Evidence on its way in and out, and the sheet. */
export function activityRoutes(app: FastifyInstance, services: Services, requestOf: RequestOf): void {
  app.register(async (scope) => {
    // The store meters the file itself.
    await scope.register(multipart, { throwFileSizeLimit: false, limits: { files: 1, fields: 8, fileSize: Number.MAX_SAFE_INTEGER } })

    scope.post<{ Params: { unitId: string; recordId: string } }>('/api/units/:unitId/activities/:recordId/files', async (http, reply) => {
      const request = await requestOf(http)
      const { canEdit, unitId } = await getActivity.run(request, http.params)
      if (unitId !== http.params.unitId) throw new AppError('not_found', 'activities.not_found')
      if (!canEdit) throw new AppError('forbidden', 'access.denied', { permission: 'activities.edit' })
      const received = await receiveFile(services.files, http, reply, services.config.uploadLimitBytes, { noFile: 'activities.no_file', broken: 'activities.upload_broken' })
      if (!received) return reply
      const { staged, name, fields } = received
      try {
        const kept = await keepEvidence(services, staged, plainName(name, 'minh-chung'))
        const answer = await addFile.run(request, {
          recordId: http.params.recordId,
          evidenceId: fields['evidenceId'] ?? request.newId(),
          caption: fields['caption'] ?? '',
          peopleShown: fields['peopleShown'] === 'true',
          consent: fields['consent'] === 'true',
          ...kept,
        })
        return reply.header('cache-control', 'no-store').send(answer)
      } finally {
        await staged.drop()
      }
    })

    scope.post<{ Params: { unitId: string; mode: string } }>('/api/units/:unitId/activity-sheet/:mode', async (http, reply) => {
      const request = await requestOf(http)
      const { unitId, mode } = http.params
      // Asks for the permission before the bytes come.
      await tryImport.run(request, { unitId, sheets: [] })
      const received = await receiveFile(services.files, http, reply, services.config.uploadLimitBytes, { noFile: 'activities.no_file', broken: 'activities.upload_broken' })
      if (!received) return reply
      try {
        const sheets = await typedSheets(await readFile(received.staged.path))
        const answer = await (mode === 'ghi' ? importActivities : tryImport).run(request, { unitId, sheets })
        return reply.header('cache-control', 'no-store').send(answer)
      } finally {
        await received.staged.drop()
      }
    })

    scope.post<{ Params: { unitId: string; kind: string } }>('/api/units/:unitId/attendance-sheet/:kind', async (http, reply) => {
      const request = await requestOf(http)
      // Asks for the permission before the bytes come.
      await readAttendance.run(request, { ...http.params, sheets: [] })
      const received = await receiveFile(services.files, http, reply, services.config.uploadLimitBytes, { noFile: 'activities.no_file', broken: 'activities.upload_broken' })
      if (!received) return reply
      try {
        const answer = await readAttendance.run(request, { ...http.params, sheets: await typedSheets(await readFile(received.staged.path)) })
        return reply.header('cache-control', 'no-store').send(answer)
      } finally {
        await received.staged.drop()
      }
    })
  })

  app.get<{ Params: { unitId: string }; Querystring: Record<string, string> }>('/api/units/:unitId/attendance-sheet.xlsx', async (http, reply) => {
    const { title, kind, attendees } = await exportAttendance.run(await requestOf(http), { kind: '', ...http.query, ...http.params })
    const bytes = await writeSheets([attendanceSheet(kindOf(kind), attendees)])
    const name = `${[say('activities.attendance'), title].filter(Boolean).join(' – ')}.xlsx`
    reply.headers({ 'content-type': DOCUMENTS['xlsx'], 'content-disposition': disposition('attachment', name), 'cache-control': 'no-store' })
    return reply.send(Buffer.from(bytes))
  })

  app.get<{ Params: { unitId: string }; Querystring: Record<string, string> }>('/api/units/:unitId/activity-sheet.xlsx', async (http, reply) => {
    const { unitName, activities } = await exportActivities.run(await requestOf(http), { ...http.query, ...http.params })
    const bytes = await writeSheets(sheetsOf(activities))
    const name = `${say('activities.title')} – ${unitName}.xlsx`
    reply.headers({ 'content-type': DOCUMENTS['xlsx'], 'content-disposition': disposition('attachment', name), 'cache-control': 'no-store' })
    return reply.send(Buffer.from(bytes))
  })

  app.post<{ Params: { unitId: string; recordId: string; uploadId: string } }>(routeOf(attachUpload.route).path, async (http, reply) => {
    const request = await requestOf(http)
    const { recordId, uploadId } = http.params
    const about = parseInput(AttachInput, http.body)
    const { name, content } = await readUpload.run(request, http.params)
    // null: it is evidence already, and only the answer got lost
    if (content !== null) await attach(services, content, name, (kept) => addFile.run(request, { recordId, evidenceId: uploadId, caption: '', ...about, ...kept, takenOn: kept.takenOn ?? about.takenOn }))
    return reply.header('cache-control', 'no-store').send({ evidenceId: uploadId })
  })

  for (const what of ['file', 'thumbnail'] as const) {
    app.get<{ Params: { recordId: string; evidenceId: string } }>(`/api/activities/:recordId/evidence/:evidenceId/${what}`, async (http, reply) => {
      const file = await getEvidenceFile.run(await requestOf(http), http.params)
      return sendFile(services, http, reply, file, what === 'thumbnail' ? (file.thumbnail ?? file.digest) : file.digest)
    })
  }
}

/** What came in parts is looked at and kept as if it had come at once. */
async function attach(services: Services, content: Uint8Array, name: string, take: (kept: Awaited<ReturnType<typeof keepEvidence>>) => Promise<unknown>): Promise<void> {
  const staged = await services.files.stage(Readable.from([Buffer.from(content)]), services.config.uploadLimitBytes)
  try {
    await take(await keepEvidence(services, staged, plainName(name, 'minh-chung')))
  } finally {
    await staged.drop()
  }
}

interface StoredFile {
  readonly kind: string
  readonly name: string
  readonly mediaType: string
}

async function sendFile(services: Services, http: FastifyRequest, reply: FastifyReply, file: StoredFile, digest: string): Promise<FastifyReply> {
  const tag = `"${digest}"`
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache' })
  if (http.headers['if-none-match'] === tag) return reply.code(304).send()
  // Before the headers of the file: when its bytes are missing, the answer is another.
  const bytes = await services.files.read(digest)
  reply.headers({ 'content-type': file.mediaType, 'content-disposition': disposition(file.kind === 'picture' ? 'inline' : 'attachment', file.name), 'x-content-type-options': 'nosniff' })
  return reply.send(bytes)
}

/**
 * Looks at what was sent, keeps what may be kept: a picture without its metadata and with a thumbnail, a document as it is.
 * @throws AppError `invalid` for anything else
 */
export async function keepEvidence(services: Services, staged: StagedBytes, name: string) {
  const found = detectFileKind(await readFile(staged.path))
  if (found === 'image') {
    const picture = await cleanPicture(staged.path)
    if (!picture) throw new AppError('invalid', 'activities.picture_unreadable', { name })
    const file = await services.files.write(Readable.from([picture.bytes]), picture.bytes.length)
    const thumbnail = await services.files.write(Readable.from([picture.thumbnail]), picture.thumbnail.length)
    const asJpeg = { ...file, name: `${name.replace(/\.[^.]*$/, '')}.jpg`, mediaType: 'image/jpeg' }
    return { kind: 'picture' as const, file: asJpeg, thumbnail, takenOn: picture.takenOn, pictureHash: [...picture.hashes] }
  }
  const mediaType = DOCUMENTS[found]
  if (!mediaType) throw new AppError('invalid', 'activities.file_unwanted', { name })
  const { digest, bytes } = await staged.keep()
  return { kind: 'document' as const, file: { digest, bytes, name, mediaType }, thumbnail: null, takenOn: null, pictureHash: [] }
}

/** A sheet of each kind: those with activities first, the others to be filled in. */
function sheetsOf(activities: OutputOfExport['activities']): SheetToWrite[] {
  const used = [...KINDS.values()].map((kind) => ({ kind, rows: activities.filter((activity) => activity.kind === kind.code) }))
  const ordered = [...used.filter(({ rows }) => rows.length > 0), ...used.filter(({ rows }) => rows.length === 0)]
  return ordered.map(({ kind, rows }) => {
    const columns = columnsOf(kind)
    return {
      name: sheetName(say(kind.titleKey)),
      columns: columns.map(({ header, width, choices, isNumber }) => ({ header, width, ...(choices ? { choices } : {}), ...(isNumber ? { isNumber } : {}) })),
      rows: rows.map((activity) => columns.map((column) => column.get(activity))),
    }
  })
}

/** `Cuộc thi, hội thi` → `CuocThiHoiThi`: names without blanks, at most 31 letters. */
function sheetName(title: string): string {
  const words = withoutMarks(title).split(/[^A-Za-z0-9]+/).filter(Boolean)
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('').slice(0, 31)
}

/** More rows than a unit has activities in years. */
const MOST_ROWS = 2_000

/** @throws AppError `invalid` for a file that gives no sheets */
async function typedSheets(bytes: Uint8Array): Promise<TypedSheet[]> {
  try {
    return await readTypedSheets(bytes, MOST_ROWS)
  } catch (error) {
    if (error instanceof UnreadableSheet) throw new AppError('invalid', `activities.workbook_${error.fault}`, { rows: MOST_ROWS }, { cause: error })
    throw error
  }
}
