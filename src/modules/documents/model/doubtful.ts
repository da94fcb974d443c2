import type { DocumentModel } from '@songhanh/vanban/model'
import type { FieldEvidence } from '../contract.ts'

/** Where a field stands in the file, in the words of the file. */
export type FoundField = FieldEvidence

/** Below this a person should look first. */
export const DOUBTFUL = 0.7

/** The fields of letterhead, opening and signature that a person should look at first, the least sure first. */
export function doubtfulFields(found: readonly FoundField[]): readonly FoundField[] {
  return found.filter(({ field, confidence }) => confidence < DOUBTFUL && EDITED.test(field)).toSorted((a, b) => a.confidence - b.confidence)
}

/** What the reading screen has a field of its own for. */
const EDITED = /^(?:header|signer)\.|^(?:lead|closing)$/

/** What nearly every document has, and the reader did not find; until somebody fills it in. */
export function missingInFile(found: readonly FoundField[], { header, signer }: Pick<DocumentModel, 'header' | 'signer'>): readonly string[] {
  const known = new Set(found.map(({ field }) => field))
  const filled: Readonly<Record<string, unknown>> = { 'header.issuer': header.issuer, 'header.number': header.number, 'header.symbol': header.symbol, 'header.date': header.date, 'header.docType': header.docType, 'header.title': header.title, 'signer.name': signer?.name ?? null }
  return Object.keys(filled).filter((field) => !known.has(field) && filled[field] === null)
}
