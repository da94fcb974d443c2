import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { closeIdentity, cutVersion, insertSuccessions, insertVersion, lastVersion, updateVersion, versionsBelow, type Tx, type Version } from './tree-store.ts'
import { factsOf } from './model/facts.ts'

/**
 * Ends a unit's life on a day; who stood above it is derived afterwards by the caller.
 * @throws AppError `conflict` when it has closed already, or changed on that day or later
 */
export async function endLife(tx: Tx, unitId: string, on: PlainDate): Promise<Version> {
  const last = await lastVersion(tx, unitId)
  if (last.until !== null) throw new AppError('conflict', 'units.closed')
  if (last.from !== null && on <= last.from) throw new AppError('conflict', 'units.before_last_change', { day: formatDay(last.from) })
  await cutVersion(tx, last, on)
  await closeIdentity(tx, unitId, on)
  return last
}

/**
 * Puts what stands below some units below others from a day on.
 *
 * @param heirOf  the new superior of a unit instead of the old one; the old one itself keeps it where it is; null refuses
 * @returns the units that moved
 * @throws AppError `conflict` with the count of those for which there is no heir
 */
export async function moveBelow(tx: Tx, oldParents: readonly string[], on: PlainDate, decision: string | null, heirOf: (unitId: string) => string | null): Promise<string[]> {
  const versions = await versionsBelow(tx, oldParents, on)
  const orphans = new Set(versions.filter((version) => heirOf(version.unitId) === null).map((version) => version.unitId))
  if (orphans.size > 0) throw new AppError('conflict', 'units.has_children', { count: orphans.size })
  const moving = versions.filter((version) => !oldParents.includes(heirOf(version.unitId)!))
  for (const version of moving) {
    const heir = heirOf(version.unitId)
    const replaced = (id: string | null) => (id !== null && oldParents.includes(id) ? heir : id)
    const facts = {
      ...factsOf(version),
      administrativeParentId: replaced(version.administrativeParentId),
      professionalParentId: replaced(version.professionalParentId),
    }
    if (version.from !== null && version.from >= on) {
      await updateVersion(tx, version, facts)
      continue
    }
    await cutVersion(tx, version, on)
    await insertVersion(tx, version.unitId, { from: on, until: version.until }, facts)
    await insertSuccessions(tx, [{ fromId: version.unitId, toId: version.unitId, onDay: on, kind: 'reparent', decision }])
  }
  return [...new Set(moving.map((version) => version.unitId))]
}
