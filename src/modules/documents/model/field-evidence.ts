import type { RawDocument } from '@songhanh/vanban/blocks'
import { linesOfBlocks, type FieldEvidence } from '@songhanh/vanban/reading/evidence'
import type { FoundField } from './doubtful.ts'

/** Of a document with thousands of parts the first ones. */
const MOST_FIELDS = 1_000
const LONGEST_WORDS = 200

/** Where each field stands, with the words of its first line: the lines themselves are not kept. */
export function foundFields(evidence: readonly FieldEvidence[], raw: RawDocument): FoundField[] {
  const lines = new Map((raw.lines ?? linesOfBlocks(raw.blocks)).map((line) => [`${line.page} ${line.line}`, line]))
  return evidence.slice(0, MOST_FIELDS).map(({ field, confidence, spans }): FoundField => {
    const [span] = spans
    if (span === undefined) return { field, confidence, page: null, line: null, box: null, words: null }
    const words = lines.get(`${span.page} ${span.line}`)?.text.trim().slice(0, LONGEST_WORDS) ?? null
    return { field, confidence, page: span.page, line: span.line, box: span.box, words }
  })
}
