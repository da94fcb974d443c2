import { AppError } from '#platform/errors.ts'
import { bearUnit } from '../birth.ts'
import { endLife, moveBelow } from '../closing.ts'
import { mergeUnits } from '../contract.ts'
import { command } from '../handle.ts'
import { factsOf } from '../model/facts.ts'
import { deriveAncestors, insertSuccessions, lastVersion, lockTree } from '../tree-store.ts'

export default command(mergeUnits, async (ctx, { unitIds, into, on, decision = null }) => {
  const targetId = 'unitId' in into ? into.unitId : null
  const ending = [...new Set(unitIds)].filter((id) => id !== targetId)
  for (const id of ending) await ctx.allow('units.change', id)
  if (targetId) await ctx.allow('units.change', targetId)
  if (ending.length === 0 || (targetId === null && ending.length === 1)) throw new AppError('invalid', 'units.nothing_to_merge')
  await lockTree(ctx.tx)

  const heir = 'unit' in into ? await bearUnit(ctx, into.unit, on) : into.unitId
  const level = (await lastVersion(ctx.tx, heir)).level
  if ('unit' in into) {
    await deriveAncestors(ctx.tx, [heir])
    await ctx.audit({ unitId: heir, action: mergeUnits.name, entity: heir, after: { from: on, decision, mergedOf: ending, ...into.unit } })
  } else await ctx.audit({ unitId: heir, action: mergeUnits.name, entity: heir, after: { decision, mergedOf: ending } })

  const moved = await moveBelow(ctx.tx, ending, on, decision, (id) => (id === heir ? null : heir))
  for (const unitId of ending) {
    const last = await endLife(ctx.tx, unitId, on)
    if (last.level !== level) throw new AppError('invalid', 'units.levels_differ')
    await ctx.audit({ unitId, action: mergeUnits.name, entity: unitId, before: factsOf(last), after: { closedOn: on, into: heir, decision } })
  }
  await insertSuccessions(
    ctx.tx,
    ending.map((fromId) => ({ fromId, toId: heir, onDay: on, kind: 'merge', decision })),
  )
  await deriveAncestors(ctx.tx, [...ending, ...moved, heir])
  for (const unitId of ending) await ctx.publish('units.closed', { unitId, on, into: heir })
  return { id: heir }
})
