import type { FastifyRequest } from 'fastify'
import '@fastify/multipart'
import type { Language } from '#platform/i18n/language.ts'
import type { SentFile } from './operations/receive-report.ts'
import type { Typed } from './templates/form-page.ts'

export const FILE_LIMIT = 10 * 1024 * 1024
export const FILES = 3

/** What a form of the public pages brought. */
export interface Sent {
  readonly typed: Typed
  readonly files: readonly SentFile[]
  readonly isTooLarge: boolean
}

/** The fields and files of a form, held in memory alone: nothing of it touches the disk before it is sealed. */
export async function sentBy(http: FastifyRequest): Promise<Sent> {
  const typed: Record<string, string[]> = {}
  const files: SentFile[] = []
  let isTooLarge = Number(http.headers['content-length'] ?? 0) > FILES * FILE_LIMIT + 1_000_000
  if (isTooLarge || !http.isMultipart()) return { typed, files, isTooLarge }
  try {
    for await (const part of http.parts()) {
      if (part.type === 'field') {
        // A text that no database holds is none: NUL, halves of pairs.
        ;(typed[part.fieldname] ??= []).push(String(part.value).replaceAll('\u0000', '').replace(/\p{Cs}/gu, ''))
        continue
      }
      const bytes = await part.toBuffer()
      if (part.file.truncated) isTooLarge = true
      else if (bytes.length > 0) files.push({ name: part.filename, mediaType: part.mimetype, bytes })
    }
  } catch (error) {
    // More files or fields than there may be.
    if (!(error instanceof Error && 'code' in error && /^FST_.*LIMIT$/.test(String(error.code)))) throw error
    isTooLarge = true
  }
  return { typed, files, isTooLarge }
}

/** No form, or one that breaks off: what the library says of it, by its status or in words. */
export function isFormBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 0
  return (status >= 400 && status < 500) || /unexpected end|terminated early|malformed|premature close/i.test(error.message)
}

/** The first value of a field; empty when there is none. */
export function valueOf(typed: Typed, name: string): string {
  return typed[name]?.[0] ?? ''
}

/** A report as its form tells it; `Report` parses it. */
export function reportOf(typed: Typed, language: Language): unknown {
  const hidden = typed['hide'] ?? []
  const plain = (name: string) => valueOf(typed, name)
  return {
    happening: plain('happening'), reporter: plain('reporter'), danger: plain('danger'), story: plain('story'), place: plain('place'),
    name: plain('name'), contact: plain('contact'), language,
    hideFrom: { head: hidden.includes('head'), handlers: hidden.filter((id) => id !== 'head'), others: plain('hide_others') },
  }
}
