import type { SuccessionKind, UnitFacts } from './unit.ts'

/** What the step from one version of a unit to the next is called in its history; nothing for the rest. */
export function stepsBetween(before: UnitFacts, after: UnitFacts): SuccessionKind[] {
  const steps: SuccessionKind[] = []
  if (before.name !== after.name) steps.push('rename')
  const moved = before.administrativeParentId !== after.administrativeParentId || before.professionalParentId !== after.professionalParentId
  if (moved) steps.push('reparent')
  return steps
}

/** Whether two versions say the same. */
export function sameFacts(a: UnitFacts, b: UnitFacts): boolean {
  return (
    a.name === b.name &&
    a.level === b.level &&
    a.form === b.form &&
    a.ownership === b.ownership &&
    a.symbol === b.symbol &&
    a.place === b.place &&
    a.areaId === b.areaId &&
    a.administrativeParentId === b.administrativeParentId &&
    a.professionalParentId === b.professionalParentId &&
    [...a.schoolLevels].sort().join() === [...b.schoolLevels].sort().join()
  )
}
