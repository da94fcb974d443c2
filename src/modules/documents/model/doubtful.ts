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
