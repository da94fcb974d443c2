import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { changeUnit } from '../contract.ts'
import { command } from '../handle.ts'
import { stepsBetween } from '../model/change.ts'
import { factsAfter, factsOf } from '../model/facts.ts'
import { allowBelow, checkPlacement } from '../placement.ts'
import { cutVersion, deriveAncestors, insertSuccessions, insertVersion, lastVersion, lockTree, updateVersion } from '../tree-store.ts'

export default command(changeUnit, async (ctx, { unitId, from, changes, decision = null }) => {
  await ctx.allow('units.change', unitId)
  await lockTree(ctx.tx)
  const last = await lastVersion(ctx.tx, unitId)
  if (last.from !== null && from < last.from) throw new AppError('conflict', 'units.before_last_change', { day: formatDay(last.from) })
  if (last.until !== null && from >= last.until) throw new AppError('conflict', 'units.closed')
  const before = factsOf(last)
  const after = factsAfter(before, changes)
  const steps = stepsBetween(before, after)
  if (steps.includes('reparent')) await allowBelow(ctx, after)
  await checkPlacement(ctx.tx, after, { from, until: last.until })

  await ctx.audit({ unitId, action: changeUnit.name, entity: unitId, before, after: { from, decision, ...after } })
  if (from === last.from) await updateVersion(ctx.tx, last, after)
  else {
    await cutVersion(ctx.tx, last, from)
    await insertVersion(ctx.tx, unitId, { from, until: last.until }, after)
  }
  await insertSuccessions(
    ctx.tx,
    steps.map((kind) => ({ fromId: unitId, toId: unitId, onDay: from, kind, decision })),
  )
  await deriveAncestors(ctx.tx, [unitId])
  return null
})
