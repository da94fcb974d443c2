import type { CommandContext } from '#core/access/request.ts'
import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { assignmentLifecycle, isOpen, type AssignmentState } from './model/assignment-lifecycle.ts'
import { assignmentsOfUnit, assignmentTables, changeAssignment, insertEvent, lockAssignment } from './store.ts'

/** Work of a unit as other modules see it. */
export interface UnitAssignment {
  readonly id: string
  readonly planId: string
  /** The line of the plan. */
  readonly nodeId: string
  readonly text: string
  readonly leadName: string
  readonly leadPersonId: string | null
  readonly startOn: PlainDate | null
  readonly dueOn: PlainDate | null
  /** Last day in time; null without a due day. */
  readonly lateAfter: PlainDate | null
  readonly product: string | null
  readonly state: AssignmentState
  readonly doneOn: PlainDate | null
}

/** The work of a unit in a plan year, cancelled work aside, in the order of the plan; as far as the transaction sees it. */
export async function assignmentsOf<DB>(tx: Transaction<DB>, unitId: string, year: number): Promise<UnitAssignment[]> {
  const rows = await assignmentsOfUnit(assignmentTables(tx), unitId, year)
  return rows
    .filter(({ state }) => state !== 'cancelled')
    .map(({ id, planId, nodeId, text, leadName, leadPersonId, startOn, dueOn, lateAfter, product, state, doneOn }) => ({
      id, planId, nodeId, text, leadName, leadPersonId, startOn, dueOn, lateAfter, product, state, doneOn,
    }))
}

type Ctx<DB> = Pick<CommandContext<DB>, 'tx' | 'now' | 'newId' | 'actor'>

/** An activity was begun or planned for the work: given and accepted work is in progress from now on. Asks no permission. @throws AppError `not_found` */
export async function markStarted<DB>(ctx: Ctx<DB>, assignmentId: string): Promise<void> {
  const tx = assignmentTables(ctx.tx)
  const row = await lockAssignment(tx, assignmentId)
  if (!assignmentLifecycle.available(row.state).includes('start')) return
  await changeAssignment(tx, row, { state: assignmentLifecycle.next(row.state, 'start') })
  await insertEvent(tx, row, { id: ctx.newId(), at: ctx.now, accountId: ctx.actor?.accountId ?? null, action: 'start' })
}

/** The work is done, as an activity shows. Work that is done or cancelled stays so. Asks no permission. @throws AppError `not_found` */
export async function markDone<DB>(ctx: Ctx<DB>, assignmentId: string, done: { readonly on: PlainDate; readonly product: string; readonly recordId: string | null }): Promise<void> {
  const tx = assignmentTables(ctx.tx)
  const row = await lockAssignment(tx, assignmentId)
  if (!isOpen(row.state)) return
  await changeAssignment(tx, row, { state: assignmentLifecycle.next(row.state, 'finish'), doneOn: done.on, doneProduct: done.product, doneRecordId: done.recordId })
  await insertEvent(tx, row, { id: ctx.newId(), at: ctx.now, accountId: ctx.actor?.accountId ?? null, action: 'finish', after: { doneOn: done.on, product: done.product } })
}
