import { AppError } from '#platform/errors.ts'
import { removeActivity } from '../contract.ts'
import { command, lockActivity } from '../store.ts'
import { keepActivity } from './keep-activity.ts'

export default command(removeActivity, async (ctx, { recordId, reason }) => {
  const there = await lockActivity(ctx.tx, recordId)
  await ctx.allow('activities.edit', there.unitId)
  if (there.state === 'removed') throw new AppError('conflict', 'activities.removed')
  const revision = there.revision + 1
  await keepActivity(ctx, there, { ...there, state: 'removed', revision, changedBy: ctx.actor!.personId, changedAt: ctx.now }, reason)
  await ctx.audit({ unitId: there.unitId, action: removeActivity.name, entity: recordId, before: { state: there.state }, after: { state: 'removed', revision } })
  return { recordId, revision }
})
