import { exportActivities } from '../sheet-contract.ts'
import { activitiesByIds, linesOf, query, unitNameOf } from '../store.ts'
import { wireValues } from '../model/wire-values.ts'

export default query(exportActivities, async (ctx, filter) => {
  await ctx.allow('activities.read', filter.unitId)
  const ids = (await linesOf(ctx.tx, filter)).map(({ id }) => id)
  const found = await activitiesByIds(ctx.tx, filter.unitId, ids)
  return {
    unitName: await unitNameOf(ctx.tx, filter.unitId),
    // Oldest first: as a register is kept.
    activities: ids.reverse().flatMap((id) => {
      const record = found.get(id)
      return record ? [{ id, kind: record.kind, kindVersion: record.kindVersion, state: record.state, revision: record.revision, values: wireValues(record.values) }] : []
    }),
  }
})
