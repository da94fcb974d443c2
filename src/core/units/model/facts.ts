import type { UnitFacts } from './unit.ts'

/** What a caller tells anew; a fact that is left out stays. */
export type FactChanges = { readonly [K in Exclude<keyof UnitFacts, 'level'>]?: UnitFacts[K] | undefined }

/** The facts of a version alone. */
export function factsOf(version: UnitFacts): UnitFacts {
  const { name, level, schoolLevels, form, ownership, symbol, place, areaId, administrativeParentId, professionalParentId } = version
  return { name, level, schoolLevels, form, ownership, symbol, place, areaId, administrativeParentId, professionalParentId }
}

/** The facts after the change. */
export function factsAfter(before: UnitFacts, changes: FactChanges): UnitFacts {
  const told = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<UnitFacts>
  return { ...before, ...told }
}
