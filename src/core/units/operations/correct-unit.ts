import { AppError } from '#platform/errors.ts'
import { correctUnit } from '../contract.ts'
import { command } from '../handle.ts'
import { stepsBetween } from '../model/change.ts'
import { factsAfter, factsOf } from '../model/facts.ts'
import { allowBelow, checkPlacement } from '../placement.ts'
import { deriveAncestors, identityOf, lockTree, storeCode, updateVersion, versionsOf } from '../tree-store.ts'

export default command(correctUnit, async (ctx, { unitId, changes, code }) => {
  await ctx.allow('units.correct', unitId)
  await lockTree(ctx.tx)
  const identity = await identityOf(ctx.tx, unitId)
  const versions = await versionsOf(ctx.tx, [unitId])
  const current = versions.find(({ from, until }) => (from === null || from <= ctx.today) && (until === null || ctx.today < until))
  if (!current) throw new AppError('conflict', 'units.closed')
  const before = factsOf(current)
  const after = factsAfter(before, changes)
  const moves = stepsBetween(before, after).includes('reparent')
  if (moves) {
    // Where a unit stands is its superior's business, not its own.
    await ctx.allow('units.change', unitId)
    await allowBelow(ctx, after)
  }
  await checkPlacement(ctx.tx, after, { from: moves ? (current.from ?? ctx.today) : ctx.today, until: current.until })

  const kept = code === undefined ? identity.code : code
  await ctx.audit({ unitId, action: correctUnit.name, entity: unitId, before: { code: identity.code, ...before }, after: { code: kept, ...after } })
  if (kept !== identity.code) await storeCode(ctx.tx, unitId, kept)
  await updateVersion(ctx.tx, current, after)
  if (moves) await deriveAncestors(ctx.tx, [unitId])
  return null
})
