import { putRecord, recordTables } from '#core/records/store.ts'
import { AppError } from '#platform/errors.ts'
import { removeActivity } from '../contract.ts'
import { kindOf } from '../model/kinds.ts'
import { command, lockActivity } from '../store.ts'

export default command(removeActivity, async (ctx, { recordId, reason }) => {
  const there = await lockActivity(ctx.tx, recordId)
  await ctx.allow('activities.edit', there.unitId)
  if (there.state === 'removed') throw new AppError('conflict', 'activities.removed')
  const revision = there.revision + 1
  await putRecord(recordTables(ctx.tx), kindOf(there.kind), { ...there, state: 'removed', revision, changedBy: ctx.actor!.personId, changedAt: ctx.now }, reason ?? null)
  await ctx.audit({ unitId: there.unitId, action: removeActivity.name, entity: recordId, before: { state: there.state }, after: { state: 'removed', revision } })
  return { recordId, revision }
})
