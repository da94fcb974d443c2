import type { DocumentModel } from '@songhanh/vanban/model'
import { fold, likeness, squeeze } from '@songhanh/vanban/vietnamese'
import { symbolOf } from './number.ts'

/** What an issuer has on every document, and a reader may get wrong on every one. */
export const HABIT_FIELDS = ['header.issuer', 'header.parentIssuer', 'header.symbol', 'header.place', 'signer.authority', 'signer.position'] as const
export type HabitField = (typeof HABIT_FIELDS)[number]

/** Letterhead and signature of a document. */
export type Head = Pick<DocumentModel, 'header' | 'signer'>

export const headOf = ({ header, signer }: DocumentModel): Head => ({ header, signer })

/** A correction that holds for the issuer's next document. */
export interface Lesson {
  readonly field: HabitField
  /** As the reader had it; of a symbol the letters of the issuer; null when it had found nothing. */
  readonly found: string | null
  readonly corrected: string
}

export interface Habit extends Lesson {
  readonly id: string
  readonly issuerKeys: readonly string[]
}

/** A correction that was carried over. */
export interface AppliedHabit {
  readonly habitId: string
  readonly field: HabitField
  /** The whole field as it was read, and as it is now. */
  readonly from: string | null
  readonly to: string
}

const keyOf = (issuer: string): string => squeeze(fold(issuer))
/** A scanner reads the same name a little differently every time. */
const SAME_ISSUER = 0.85

/** Names by which the issuer is known again: as it was read and as it was corrected. */
export function issuerKeys(found: Head, corrected: Head): string[] {
  return [...new Set([found.header.issuer, corrected.header.issuer].flatMap((issuer) => (issuer === null || issuer.trim() === '' ? [] : [keyOf(issuer)])))]
}

export function valueOf({ header, signer }: Head, field: HabitField): string | null {
  switch (field) {
    case 'header.issuer':
      return header.issuer
    case 'header.parentIssuer':
      return header.parentIssuer
    case 'header.symbol':
      return header.symbol
    case 'header.place':
      return header.place
    case 'signer.authority':
      return signer?.authority ?? null
    case 'signer.position':
      return signer?.position ?? null
  }
}

export function withValue<M extends Head>(model: M, field: HabitField, value: string | null): M {
  const [part, name] = field.split('.') as ['header' | 'signer', string]
  if (part === 'signer') return { ...model, signer: { ...(model.signer ?? { authority: null, position: null, name: null }), [name]: value } }
  // The name within a sentence was made of the old issuer.
  const { issuerName, ...header } = model.header
  return { ...model, header: { ...header, ...(issuerName !== undefined && name !== 'issuer' ? { issuerName } : {}), [name]: value } }
}

/** “SGDĐT” of “KH-SGDĐT”: what stands after the type, and is the same in every symbol of the issuer. */
const lettersOf = (symbol: string): string => symbol.slice(symbol.indexOf('-') + 1)
const withLetters = (symbol: string, letters: string): string => symbol.slice(0, symbol.indexOf('-') + 1) + letters

/** What was corrected of a reading, field by field; what was emptied teaches nothing. */
export function lessonsOf(found: Head, corrected: Head): Lesson[] {
  return HABIT_FIELDS.flatMap((field): Lesson[] => {
    const [before, after] = [valueOf(found, field), valueOf(corrected, field)]
    if (after === null || after.trim() === '' || before === after) return []
    if (field !== 'header.symbol') return [{ field, found: before, corrected: after }]
    // A letter has no type before its letters: there “SGDĐT-GDTrH” says as much of the field of work as of the issuer.
    if (!after.includes('-') || corrected.header.docType === 'Công văn') return []
    const letters = lettersOf(after)
    const had = before === null ? null : lettersOf(before)
    return had === letters ? [] : [{ field, found: had, corrected: letters }]
  })
}

/** The reading with what is known of its issuer; later lessons go before earlier ones. */
export function withHabits(reading: DocumentModel, habits: readonly Habit[]): { readonly reading: DocumentModel; readonly applied: readonly AppliedHabit[] } {
  const { issuer } = reading.header
  if (issuer === null) return { reading, applied: [] }
  const known = habits.filter(({ issuerKeys: keys }) => keys.some((key) => likeness(key, keyOf(issuer)) >= SAME_ISSUER))
  const applied: AppliedHabit[] = []
  let result = reading
  for (const habit of known) {
    const { id, field } = habit
    if (applied.some((one) => one.field === field)) continue
    const from = valueOf(reading, field)
    const to = correctedBy(habit, reading, from)
    if (to === null || to === from) continue
    result = withValue(result, field, to)
    applied.push({ habitId: id, field, from, to })
  }
  return { reading: result, applied }
}

function correctedBy({ field, found, corrected }: Habit, { header }: DocumentModel, value: string | null): string | null {
  if (field !== 'header.symbol') return isRead(value, found) ? corrected : null
  if (value === null) return found === null && header.docType !== null && header.docType !== 'Công văn' ? symbolOf(header.docType, corrected) : null
  return value.includes('-') && header.docType !== 'Công văn' && isRead(lettersOf(value), found) ? withLetters(value, corrected) : null
}

/** Whether the reader has what it had then; capitals and marks do not matter. */
function isRead(value: string | null, found: string | null): boolean {
  return value === null || found === null ? value === found : keyOf(value) === keyOf(found)
}

/** Corrections carried over that a person has taken back: the field says again what was read. */
export function takenBack(applied: readonly AppliedHabit[], confirmed: Head): readonly AppliedHabit[] {
  return applied.filter(({ field, from, to }) => {
    const value = valueOf(confirmed, field)
    return value !== to && (value ?? '') === (from ?? '')
  })
}
