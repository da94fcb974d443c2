import { type Part, withPart } from '#core/records/model/merge.ts'
import type { RecordValues } from '#core/records/model/record.ts'

/** What stands on the server after two people had contradicted each other. */
export interface Standing {
  readonly revision: number
  readonly values: RecordValues
}

/**
 * The save that carries out what the person chose.
 *
 * @param sent  the save in which they were contradicted
 * @param mine  the parts that shall be as they were sent; `attendance` is the list of participants
 * @returns null when the server's version is right in every part
 */
export function chosenInput(sent: Readonly<Record<string, unknown>>, there: Standing, mine: readonly string[]): Record<string, unknown> | null {
  if (mine.length === 0) return null
  const { attendance, ...input } = sent
  const values = mine.filter((part) => part !== 'attendance').reduce((joined, part) => withPart(joined, part as Part, sent['values'] as RecordValues), there.values)
  return { ...input, revision: there.revision, values, ...(mine.includes('attendance') ? { attendance } : {}) }
}
