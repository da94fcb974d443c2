import { AppError } from '#platform/errors.ts'
import { bearUnit } from '../birth.ts'
import { endLife, moveBelow } from '../closing.ts'
import { splitUnit } from '../contract.ts'
import { command } from '../handle.ts'
import { factsOf } from '../model/facts.ts'
import { deriveAncestors, insertSuccessions, lastVersion, lockTree } from '../tree-store.ts'

export default command(splitUnit, async (ctx, { unitId, on, livesOn, parts, decision = null }) => {
  await ctx.allow('units.change', unitId)
  await lockTree(ctx.tx)
  const { level } = await lastVersion(ctx.tx, unitId)
  if (parts.some((part) => part.unit.level !== level)) throw new AppError('invalid', 'units.levels_differ')

  const heirs = new Map<string, string>()
  const ids: string[] = []
  for (const { unit, childIds } of parts) {
    const id = await bearUnit(ctx, unit, on)
    ids.push(id)
    for (const child of childIds) heirs.set(child, id)
  }
  await deriveAncestors(ctx.tx, ids)
  for (const [at, id] of ids.entries()) await ctx.audit({ unitId: id, action: splitUnit.name, entity: id, after: { from: on, decision, splitOff: unitId, ...parts[at]!.unit } })

  const moved = await moveBelow(ctx.tx, [unitId], on, decision, (id) => heirs.get(id) ?? (livesOn ? unitId : null))
  if ([...heirs.keys()].some((child) => !moved.includes(child))) throw new AppError('invalid', 'units.not_below')
  const last = livesOn ? await lastVersion(ctx.tx, unitId) : await endLife(ctx.tx, unitId, on)
  await ctx.audit({ unitId, action: splitUnit.name, entity: unitId, before: factsOf(last), after: { closedOn: livesOn ? null : on, parts: ids, decision } })
  await insertSuccessions(
    ctx.tx,
    ids.map((toId) => ({ fromId: unitId, toId, onDay: on, kind: 'split', decision })),
  )
  await deriveAncestors(ctx.tx, [unitId, ...moved, ...ids])
  if (!livesOn) await ctx.publish('units.closed', { unitId, on })
  return { ids }
})
