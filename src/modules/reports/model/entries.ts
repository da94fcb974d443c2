import { canonicalJson } from '#platform/canonical-json.ts'

/** What people wrote in a report. Everything else is derived from the records. */
export interface Entries {
  /** Written texts by the key of their part. */
  readonly texts: Readonly<Record<string, string>>
  /** Automatic sentences that somebody changed or left out, by their key. */
  readonly sentences: Readonly<Record<string, SentenceEntry>>
  /** Figures that were entered or set aside, by the key of their cell. */
  readonly cells: Readonly<Record<string, CellEntry>>
  /** What was said to a check, by the check. */
  readonly notes: Readonly<Record<string, string>>
}

export interface SentenceEntry {
  /** Null leaves the sentence out. */
  readonly text: string | null
  /** The automatic words that it stands for: when the records change, the difference is shown. */
  readonly basis: string
}

export interface CellEntry {
  readonly state: 'auto' | 'value' | 'not_applicable'
  /** By hand; null where the computed figure stands. */
  readonly value: number | null
  /** Expected at the end of the period. */
  readonly estimate: number | null
  readonly note: string | null
}

export const NO_ENTRIES: Entries = { texts: {}, sentences: {}, cells: {}, notes: {} }

/** One edit: what its author saw, and what it shall be; null is nothing. */
export type Change =
  | { readonly kind: 'texts' | 'notes'; readonly key: string; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'sentences'; readonly key: string; readonly before: SentenceEntry | null; readonly after: SentenceEntry | null }
  | { readonly kind: 'cells'; readonly key: string; readonly before: CellEntry | null; readonly after: CellEntry | null }

export interface Conflict {
  readonly kind: Change['kind']
  readonly key: string
  /** What stands, written by somebody else meanwhile. */
  readonly theirs: string | SentenceEntry | CellEntry | null
}

/**
 * Applies edits field by field. A field that somebody else changed meanwhile stays as it is and is reported: nothing is
 * overwritten unseen.
 */
export function applyChanges(entries: Entries, changes: readonly Change[]): { readonly entries: Entries; readonly conflicts: Conflict[] } {
  const next = { texts: { ...entries.texts }, sentences: { ...entries.sentences }, cells: { ...entries.cells }, notes: { ...entries.notes } }
  const conflicts: Conflict[] = []
  for (const { kind, key, before, after } of changes) {
    const fields: Record<string, string | SentenceEntry | CellEntry> = next[kind]
    const standing = Object.hasOwn(fields, key) ? fields[key]! : null
    const same = (value: unknown) => canonicalJson(standing) === canonicalJson(value)
    if (same(after)) continue
    if (!same(before)) conflicts.push({ kind, key, theirs: standing })
    else if (after === null) delete fields[key]
    else fields[key] = after
  }
  return { entries: next, conflicts }
}

/** The part of the form that a change touches: `b8/boys/total` belongs to `b8`. */
export function partOf(key: string): string {
  return key.split('/')[0]!
}

/**
 * Changes outside what a return has opened again.
 * @param open  keys of parts or cells; null when everything is open
 */
export function outsideOf(open: readonly string[] | null, changes: readonly Change[]): Change[] {
  if (open === null) return []
  return changes.filter(({ kind, key }) => kind !== 'notes' && !open.some((field) => key === field || key.startsWith(`${field}/`) || key.startsWith(`${field}#`)))
}
