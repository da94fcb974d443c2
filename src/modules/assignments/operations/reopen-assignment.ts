import { reopenAssignment } from '../contract.ts'
import { assignmentLifecycle } from '../model/assignment-lifecycle.ts'
import { changeAssignment, command, insertEvent, lockAssignment } from '../store.ts'

export default command(reopenAssignment, async (ctx, { assignmentId, reason }) => {
  const row = await lockAssignment(ctx.tx, assignmentId)
  await ctx.allow('assignments.manage', row.unitId)
  const state = assignmentLifecycle.next(row.state, 'reopen')
  await changeAssignment(ctx.tx, row, { state, doneOn: null, doneProduct: null, doneLink: null, doneRecordId: null })
  await insertEvent(ctx.tx, row, { id: ctx.newId(), at: ctx.now, accountId: ctx.actor!.accountId, action: 'reopen', before: { doneOn: row.doneOn, product: row.doneProduct }, reason })
  await ctx.audit({ unitId: row.unitId, action: reopenAssignment.name, entity: assignmentId, before: { state: row.state, doneOn: row.doneOn, product: row.doneProduct }, after: { state, reason } })
  return { id: assignmentId, state }
})
