import { startAssignment } from '../contract.ts'
import { assignmentLifecycle } from '../model/assignment-lifecycle.ts'
import { changeAssignment, command, insertEvent } from '../store.ts'
import { lockMine } from './work-on.ts'

export default command(startAssignment, async (ctx, { assignmentId }) => {
  const { row, isMine } = await lockMine(ctx, assignmentId)
  const state = assignmentLifecycle.next(row.state, 'start')
  const { accountId, personId } = ctx.actor!
  await changeAssignment(ctx.tx, row, { state, ...(isMine && row.leadPersonId === null ? { leadPersonId: personId } : {}) })
  await insertEvent(ctx.tx, row, { id: ctx.newId(), at: ctx.now, accountId, action: 'start' })
  await ctx.audit({ unitId: row.unitId, action: startAssignment.name, entity: assignmentId, before: { state: row.state }, after: { state } })
  return { id: assignmentId, state }
})
