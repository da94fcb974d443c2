import type { Remark } from './answers.ts'
import { signaturesOf } from './fields.ts'
import { laterChanges } from './later-changes.ts'
import { openPdf } from './pdf-file.ts'
import { MalformedPdf } from './pdf-values.ts'

/** What became of a file between two hands. */
export interface Comparison {
  /** Null when one of the two cannot be followed. */
  readonly changes: readonly Remark<'later'>[] | null
  /** The later file holds every byte of the earlier one. */
  readonly isContinued: boolean
  readonly signatures: { readonly before: number; readonly after: number }
}

/** What may be added in signing. */
const ADDED: readonly string[] = ['stamp_added', 'proofs_added', 'metadata_changed']

/**
 * Compares two files by what they show, also when a program has written the later one anew.
 *
 * Only {@link isOnlySigned} says whether nothing but signatures was added.
 */
export function compareFiles(before: Uint8Array, after: Uint8Array): Comparison {
  const [first, second] = [before, after].map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const none = { changes: null, isContinued: false, signatures: { before: 0, after: 0 } }
  if (!first || !second) return none
  try {
    const [one, other] = [openPdf(first), openPdf(second)]
    return {
      changes: laterChanges(one, other),
      isContinued: second.subarray(0, first.length).equals(first),
      signatures: { before: signaturesOf(one).length, after: signaturesOf(other).length },
    }
  } catch (error) {
    if (error instanceof MalformedPdf || error instanceof RangeError) return none
    throw error
  }
}

export function isOnlySigned({ changes, signatures }: Comparison): boolean {
  return changes !== null && signatures.after > signatures.before && changes.every(({ code }) => ADDED.includes(code))
}
