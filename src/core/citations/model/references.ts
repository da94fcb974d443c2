import { referenceKey, type RegisteredDocument } from '@songhanh/vanban/advice/register'

/** A document of the field as it holds for a unit. */
export interface HeldReference extends RegisteredDocument {
  /** Number and symbol as they are compared. */
  readonly key: string
  /** Of the word that holds; null for the list that ships. */
  readonly changeId: string | null
  /** Whose word it is. */
  readonly byUnitId: string | null
  /** Said not to belong in the list; shown so that it can be taken back. */
  readonly dropped: boolean
}

/** The word of a unit at some distance above the unit that asks: 0 is the unit itself. */
export interface Word extends RegisteredDocument {
  readonly key: string
  readonly changeId: string
  readonly byUnitId: string
  readonly distance: number
  readonly dropped: boolean
}

/** The list with what the units say otherwise: of several words on one document that of the nearest unit holds. */
export function referencesOf(shipped: readonly RegisteredDocument[], words: readonly Word[]): HeldReference[] {
  const held = new Map<string, HeldReference>()
  for (const entry of shipped) {
    const key = referenceKey(entry.number, entry.symbol)
    held.set(key, { ...entry, key, changeId: null, byUnitId: null, dropped: false })
  }
  for (const { distance: _, ...word } of words.toSorted((a, b) => b.distance - a.distance)) held.set(word.key, word)
  return [...held.values()]
}
