import { AppError } from '#platform/errors.ts'
import type { CommandContext } from '#core/access/request.ts'
import { isActiveIn, lockAssignment, responsibleFor, type AssignmentRow } from '../store.ts'
import type { AssignmentsDb } from '../tables.ts'

/** Keeps the work for somebody who does it: one of those responsible, or who manages the unit's work. @throws AppError `forbidden` for others */
export async function lockMine(ctx: CommandContext<AssignmentsDb>, assignmentId: string): Promise<{ row: AssignmentRow; isMine: boolean }> {
  const row = await lockAssignment(ctx.tx, assignmentId)
  await ctx.allow('assignments.work', row.unitId)
  const people = (await responsibleFor(ctx.tx, [assignmentId])).get(assignmentId) ?? []
  const isMine = people.some(({ accountId }) => accountId === ctx.actor!.accountId)
  if (!isMine && !(await ctx.may('assignments.manage', row.unitId))) throw new AppError('forbidden', 'assignments.not_yours')
  return { row, isMine }
}

/** @throws AppError `invalid` for somebody who does not work in the unit */
export async function requireActive(ctx: CommandContext<AssignmentsDb>, unitId: string, personId: string): Promise<void> {
  if (!(await isActiveIn(ctx.tx, unitId, personId))) throw new AppError('invalid', 'assignments.person_not_here')
}
