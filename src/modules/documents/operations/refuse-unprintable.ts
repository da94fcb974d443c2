import type { DocumentModel } from '@songhanh/vanban/model'
import { printable, unprintable } from '@songhanh/vanban/writing/printable'
import { AppError } from '#platform/errors.ts'

/**
 * Printing follows after the commit: what the font of official documents lacks is refused before.
 * @throws AppError `invalid` with the characters
 */
export function refuseUnprintable(reading: DocumentModel): void {
  const missing = unprintable(printable(JSON.stringify({ ...reading, findings: [] })))
  if (missing.length > 0) throw new AppError('invalid', 'documents.unprintable', { characters: missing.slice(0, 10).join(' ') })
}
