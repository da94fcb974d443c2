import { AppError } from '#platform/errors.ts'
import { getUnit } from '../contract.ts'
import { query } from '../handle.ts'
import { childCounts, successionsOf, superiorsOf, versionViews } from '../view-store.ts'
import { identityOf } from '../tree-store.ts'

export default query(getUnit, async (ctx, { unitId, day = ctx.today }) => {
  const identity = await identityOf(ctx.tx, unitId)
  const versions = await versionViews(ctx.tx, unitId, day)
  const begun = versions.filter(({ from }) => from === null || from <= day)
  const current = begun[0] ?? versions.at(-1)
  if (!current) throw new AppError('not_found', 'units.not_found')
  return {
    ...identity,
    current,
    versions,
    successions: await successionsOf(ctx.tx, unitId),
    superiors: await superiorsOf(ctx.tx, unitId, day),
    childCounts: await childCounts(ctx.tx, unitId, day),
    can: {
      correct: await ctx.may('units.correct', unitId),
      change: await ctx.may('units.change', unitId),
      addBelow: current.level !== 'school' && (await ctx.may('units.create', unitId)),
    },
  }
})
