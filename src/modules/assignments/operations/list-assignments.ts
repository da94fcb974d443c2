import { listAssignments } from '../contract.ts'
import { assignmentsOfUnit, peopleToAssign, query } from '../store.ts'
import { viewsOf } from '../view-store.ts'

export default query(listAssignments, async (ctx, { unitId, year }) => {
  await ctx.allow('assignments.read', unitId)
  const rows = await assignmentsOfUnit(ctx.tx, unitId, year)
  return { assignments: await viewsOf(ctx.tx, rows, ctx.actor!.accountId, ctx.today), people: await peopleToAssign(ctx.tx, unitId) }
})
