import { recordTables, versionsOf } from '#core/records/store.ts'
import { AppError } from '#platform/errors.ts'
import { restoreActivity } from '../contract.ts'
import { command, lockActivity } from '../store.ts'
import { keepActivity } from './keep-activity.ts'

export default command(restoreActivity, async (ctx, { recordId, reason }) => {
  const there = await lockActivity(ctx.tx, recordId)
  await ctx.allow('activities.edit', there.unitId)
  if (there.state !== 'removed') throw new AppError('conflict', 'activities.not_removed')
  const tx = recordTables(ctx.tx)
  const state = (await versionsOf(tx, recordId)).find((version) => version.state !== 'removed')?.state ?? 'draft'
  const revision = there.revision + 1
  await keepActivity(ctx, there, { ...there, state, revision, changedBy: ctx.actor!.personId, changedAt: ctx.now }, reason)
  await ctx.audit({ unitId: there.unitId, action: restoreActivity.name, entity: recordId, before: { state: 'removed' }, after: { state, revision } })
  return { recordId, revision, state }
})
