import { cancelAssignment } from '../contract.ts'
import { assignmentLifecycle } from '../model/assignment-lifecycle.ts'
import { changeAssignment, command, insertEvent, lockAssignment, responsibleFor } from '../store.ts'
import { notify } from '#modules/notifications/public.ts'

export default command(cancelAssignment, async (ctx, { assignmentId, reason }) => {
  const row = await lockAssignment(ctx.tx, assignmentId)
  await ctx.allow('assignments.manage', row.unitId)
  const state = assignmentLifecycle.next(row.state, 'cancel')
  const people = (await responsibleFor(ctx.tx, [assignmentId])).get(assignmentId) ?? []
  await changeAssignment(ctx.tx, row, { state, reason })
  await insertEvent(ctx.tx, row, { id: ctx.newId(), at: ctx.now, accountId: ctx.actor!.accountId, action: 'cancel', before: { state: row.state }, reason })
  await notify(ctx, {
    unitId: row.unitId,
    to: { accountIds: people.flatMap(({ accountId }) => (accountId && accountId !== ctx.actor!.accountId ? [accountId] : [])) },
    topic: 'work',
    once: `assignments.cancelled:${assignmentId}:${row.revision}`,
    text: { key: 'assignments.told_cancelled', params: { text: row.text, reason } },
    href: `/phan-cong/${assignmentId}`,
  })
  await ctx.audit({ unitId: row.unitId, action: cancelAssignment.name, entity: assignmentId, before: { state: row.state }, after: { state, reason } })
  return { id: assignmentId, state }
})
