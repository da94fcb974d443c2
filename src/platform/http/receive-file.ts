import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/multipart'
import { AppError, type Problem } from '../errors.ts'
import type { FileStore, StagedBytes } from '../files/store.ts'
import { withoutMarks } from '../i18n/search.ts'

export interface ReceivedFile {
  readonly staged: StagedBytes
  /** The name as it came, fit for a heading. */
  readonly name: string
  /** The other fields of the form that came before the file. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Takes the one file of a form in, without keeping it yet: the caller keeps or drops what is staged.
 *
 * @param codes  of the module's sentences for a form without a file and for a line that broke
 * @returns null when the file is too large: the answer has been sent then
 * @throws AppError `invalid` without a file, `unavailable` when the line broke
 */
export async function receiveFile(
  files: FileStore,
  http: FastifyRequest,
  reply: FastifyReply,
  limit: number,
  codes: { readonly noFile: string; readonly broken: string },
): Promise<ReceivedFile | null> {
  // What says that it is too large is not even begun.
  if (Number(http.headers['content-length'] ?? 0) > limit + 65_536) return tooLarge(http, reply, limit)
  if (!http.isMultipart()) throw new AppError('invalid', codes.noFile)
  const part = await http.file()
  if (!part) throw new AppError('invalid', codes.noFile)
  const staged = await files.stage(part.file, limit).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'files.too_large') return null
    if (isBrokenOff(http, error)) throw new AppError('unavailable', codes.broken, {}, { cause: error })
    throw error
  })
  if (!staged) return tooLarge(http, reply, limit)
  return { staged, name: part.filename, fields: fieldsOf(part.fields) }
}

function fieldsOf(parts: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(parts).flatMap(([name, part]): [string, string][] => {
    const value = typeof part === 'object' && part !== null && 'value' in part ? part.value : undefined
    return typeof value === 'string' ? [[name, value]] : []
  })
  return Object.fromEntries(texts)
}

/** The line broke, or the form ended in the middle of the file. */
function isBrokenOff(http: FastifyRequest, error: unknown): boolean {
  if (http.raw.destroyed && !http.raw.complete) return true
  return error instanceof Error && /unexpected end|terminated early|premature close/i.test(error.message)
}

/** Time for the client to hear the answer before the line is closed on what it is still sending. */
const HEARING_MS = 1_000

function tooLarge(http: FastifyRequest, reply: FastifyReply, limit: number): null {
  // What is still coming is read and thrown away meanwhile: a line that is closed on unread bytes drops the answer too.
  reply.raw.once('finish', () => {
    http.raw.unpipe()
    http.raw.resume()
    setTimeout(() => http.raw.destroy(), HEARING_MS).unref()
  })
  const problem: Problem = { kind: 'invalid', code: 'files.too_large', params: { megabytes: Math.floor(limit / 1_048_576) }, requestId: String(http.id) }
  void reply.code(413).send(problem)
  return null
}

/** The last part of a path, without signs that end a header or a line. Browsers write a quotation mark as %22. */
export function plainName(filename: string, otherwise: string): string {
  const last = filename.normalize('NFC').replaceAll('%22', '"').split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').trim().slice(-200) || otherwise
}

/** A `content-disposition` that every browser understands, marks kept. */
export function disposition(how: 'attachment' | 'inline', name: string): string {
  const ascii = withoutMarks(name).replace(/[^\w .-]/g, '_')
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
