import type { PlainDate } from '#platform/clock.ts'
import type { Definition } from './definition.ts'

/** A definition with who made it; `ownerId` null: the catalogue of the sector. */
export interface OwnedDefinition extends Definition {
  readonly ownerId: string | null
  readonly ownerName: string | null
}

interface Candidate extends Definition {
  readonly ownerId: string
  readonly ownerName: string
  readonly withdrawnOn: PlainDate | null
}

/**
 * The definitions that hold for a unit on a day: of each code the nearest superior's newest version, else that of the
 * catalogue. A version that was withdrawn gives way to what it replaced.
 *
 * @param made  nearest owner first, newest version first
 */
export function definitionsOn(catalogue: readonly Definition[], made: readonly Candidate[], day: PlainDate): OwnedDefinition[] {
  const found = new Map<string, OwnedDefinition>()
  for (const candidate of made) {
    const holds = candidate.validFrom <= day && (candidate.withdrawnOn === null || candidate.withdrawnOn > day)
    if (holds && !found.has(candidate.code)) found.set(candidate.code, candidate)
  }
  const newestFirst = catalogue.toSorted((a, b) => b.version - a.version)
  for (const definition of newestFirst) {
    if (definition.validFrom <= day && !found.has(definition.code)) found.set(definition.code, { ...definition, ownerId: null, ownerName: null })
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}
