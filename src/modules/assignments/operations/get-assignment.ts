import { getAssignment } from '../contract.ts'
import { ACTIONS, assignmentLifecycle, isOpen } from '../model/assignment-lifecycle.ts'
import { assignmentById, eventsOf, peopleToAssign, query } from '../store.ts'
import { viewsOf } from '../view-store.ts'

const WORK = ['accept', 'start', 'finish']

export default query(getAssignment, async (ctx, { assignmentId }) => {
  const row = await assignmentById(ctx.tx, assignmentId)
  await ctx.allow('assignments.read', row.unitId)
  const [view] = await viewsOf(ctx.tx, [row], ctx.actor!.accountId, ctx.today)
  const manages = await ctx.may('assignments.manage', row.unitId)
  const works = manages || (view!.isMine && (await ctx.may('assignments.work', row.unitId)))
  const possible: readonly string[] = [...assignmentLifecycle.available(row.state), ...(isOpen(row.state) ? ['move_due'] : [])]
  const { doneProduct, doneLink, doneRecordId } = row
  return {
    ...view!, doneProduct, doneLink, doneRecordId,
    people: manages ? await peopleToAssign(ctx.tx, row.unitId) : [],
    history: await eventsOf(ctx.tx, assignmentId),
    actions: ACTIONS.filter((action) => possible.includes(action) && (WORK.includes(action) ? works : manages)),
  }
})
