import { AppError } from '#platform/errors.ts'
import { finishAssignment } from '../contract.ts'
import { assignmentLifecycle } from '../model/assignment-lifecycle.ts'
import { changeAssignment, command, insertEvent } from '../store.ts'
import { lockMine } from './work-on.ts'

export default command(finishAssignment, async (ctx, { assignmentId, doneOn = ctx.today, product, link }) => {
  const { row } = await lockMine(ctx, assignmentId)
  const state = assignmentLifecycle.next(row.state, 'finish')
  if (doneOn > ctx.today) throw new AppError('invalid', 'assignments.done_in_future')
  await changeAssignment(ctx.tx, row, { state, doneOn, doneProduct: product, doneLink: link })
  await insertEvent(ctx.tx, row, { id: ctx.newId(), at: ctx.now, accountId: ctx.actor!.accountId, action: 'finish', after: { doneOn, product, link } })
  await ctx.publish('assignments.done', { assignmentId, unitId: row.unitId })
  await ctx.audit({ unitId: row.unitId, action: finishAssignment.name, entity: assignmentId, before: { state: row.state }, after: { state, doneOn, product, link } })
  return { id: assignmentId, state }
})
