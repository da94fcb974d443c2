import type { DocumentModel } from '../model.ts'
import { passages } from '../reading/walk.ts'
import { fold, squeeze } from '../vietnamese.ts'

/** What differs between two documents, in what they say: line breaks, capitals and diacritics aside for pairing only. */
export interface DocumentComparison {
  readonly header: readonly ChangedField[]
  /** In the order of the later document, what was taken away behind what stood before it. */
  readonly passages: readonly ChangedPassage[]
  readonly targets: Difference
  readonly deadlines: Difference
  readonly bases: Difference
  readonly recipients: Difference
  /** Passages that are the same in both. */
  readonly same: number
}

export interface ChangedField {
  readonly field: (typeof FIELDS)[number] | 'signer'
  readonly before: string | null
  readonly after: string | null
}

export interface ChangedPassage {
  readonly state: 'changed' | 'added' | 'removed'
  /** Labels of the headings around it: `II.1`. */
  readonly place: string
  readonly before: string | null
  readonly after: string | null
}

/** Lines that only one of the two has, as printed. */
export interface Difference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

const FIELDS = ['parentIssuer', 'issuer', 'docType', 'number', 'symbol', 'place', 'date', 'title'] as const
/** Passages with so large a share of common words are versions of one another. */
const SAME_PASSAGE = 0.6

interface Placed {
  readonly place: string
  readonly text: string
}

/** Compares two documents as models. */
export function compareDocuments(before: DocumentModel, after: DocumentModel): DocumentComparison {
  const [old, now] = [before, after].map(placedTexts) as [Placed[], Placed[]]
  const pairs = pairOf(old, now)
  const changed = changedPassages(old, now, pairs)
  return {
    header: changedFields(before, after),
    passages: changed,
    targets: difference(before.targets.map(({ text, subject }) => text ?? subject), after.targets.map(({ text, subject }) => text ?? subject)),
    deadlines: difference(before.deadlines.map(({ text }) => text), after.deadlines.map(({ text }) => text)),
    bases: difference(basesOf(before), basesOf(after)),
    recipients: difference(before.recipients, after.recipients),
    same: [...pairs].filter(([later, earlier]) => now[later]?.text === old[earlier]?.text).length,
  }
}

function changedFields(before: DocumentModel, after: DocumentModel): ChangedField[] {
  const signer = ({ signer: own }: DocumentModel) => (own === null ? null : [own.authority, own.position, own.name].filter((part) => part !== null).join(', '))
  const fields = FIELDS.map((field): ChangedField => ({ field, before: before.header[field], after: after.header[field] }))
  return [...fields, { field: 'signer' as const, before: signer(before), after: signer(after) }].filter((own) => own.before !== own.after)
}

function basesOf({ legalBases }: DocumentModel): string[] {
  return legalBases.map(({ type, number, symbol, date, subject }) => [type, [number, symbol].filter((part) => part !== null).join('/'), date, subject].filter((part) => part !== null && part !== '').join(' '))
}

function placedTexts({ preamble, lead, situation = [], sections, closing }: DocumentModel): Placed[] {
  const own = (text: string): Placed => ({ place: '', text: squeeze(text) })
  const within = [...passages(sections)].map(({ text, path }) => ({ place: path.flatMap(({ label }) => (label === null ? [] : [label])).join('.'), text: squeeze(text) }))
  return [...preamble.map(own), ...situation.map(own), ...(lead === null ? [] : [own(lead)]), ...within, ...(closing === null ? [] : [own(closing)])]
}

/** Indexes of the earlier passages by those of the later ones: equal ones first, then the most alike. */
function pairOf(old: readonly Placed[], now: readonly Placed[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const equal = new Map<string, number[]>()
  old.forEach(({ text }, index) => equal.set(text, [...(equal.get(text) ?? []), index]))
  now.forEach(({ text }, index) => {
    const found = equal.get(text)?.shift()
    if (found === undefined) return
    pairs.set(index, found)
    taken.add(found)
  })
  const openOld = old.flatMap(({ text }, index) => (taken.has(index) ? [] : [{ index, words: wordsOf(text) }]))
  const openNow = now.flatMap(({ text }, index) => (pairs.has(index) ? [] : [{ index, words: wordsOf(text) }]))
  const candidates = openNow
    .flatMap((later) => openOld.map((earlier) => ({ later: later.index, earlier: earlier.index, share: commonShare(later.words, earlier.words) })))
    .filter(({ share }) => share >= SAME_PASSAGE)
    .toSorted((one, other) => other.share - one.share)
  for (const { later, earlier } of candidates) {
    if (pairs.has(later) || taken.has(earlier)) continue
    pairs.set(later, earlier)
    taken.add(earlier)
  }
  return pairs
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}

function commonShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  if (small.size === 0 || 2 * small.size < SAME_PASSAGE * (one.size + other.size)) return 0
  let common = 0
  for (const word of small) if (large.has(word)) common++
  return (2 * common) / (one.size + other.size)
}

function changedPassages(old: readonly Placed[], now: readonly Placed[], pairs: ReadonlyMap<number, number>): ChangedPassage[] {
  const kept = new Set(pairs.values())
  const laterOf = new Map([...pairs].map(([later, earlier]) => [earlier, later]))
  const removedBehind = new Map<number, ChangedPassage[]>()
  let last = -1
  old.forEach(({ place, text }, index) => {
    if (kept.has(index)) last = laterOf.get(index) ?? last
    else removedBehind.set(last, [...(removedBehind.get(last) ?? []), { state: 'removed', place, before: text, after: null }])
  })
  const later = now.flatMap(({ place, text }, index): ChangedPassage[] => {
    const earlier = old[pairs.get(index) ?? -1]
    const own: ChangedPassage[] = earlier === undefined ? [{ state: 'added', place, before: null, after: text }] : earlier.text === text ? [] : [{ state: 'changed', place, before: earlier.text, after: text }]
    return [...own, ...(removedBehind.get(index) ?? [])]
  })
  return [...(removedBehind.get(-1) ?? []), ...later]
}

function difference(before: readonly string[], after: readonly string[]): Difference {
  const [old, now] = [before, after].map((lines) => new Set(lines.map((line) => squeeze(line)))) as [Set<string>, Set<string>]
  return { added: [...now].filter((line) => !old.has(line)), removed: [...old].filter((line) => !now.has(line)) }
}
