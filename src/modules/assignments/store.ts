import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import { markChanged } from '#core/facts/store.ts'
import { lastDayInTime } from '#core/periods/model/working-days.ts'
import { holidaysOf } from '#core/periods/store.ts'
import { tablesOf, untyped } from '#platform/db/connect.ts'
import { addDays, type PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { EventAction } from './model/assignment-lifecycle.ts'
import { OPEN_STATES } from './model/assignment-lifecycle.ts'
import type { AssignmentsDb, Trace } from './tables.ts'

export const command = commandFor<AssignmentsDb>()
export const query = queryFor<AssignmentsDb>()

/** A transaction of others, narrowed to the tables of this module. */
export const assignmentTables = tablesOf<AssignmentsDb>()

export type Tx = Transaction<AssignmentsDb>

const ASSIGNMENT = [
  'provinceId', 'id', 'unitId', 'planId', 'nodeId', 'planTitle', 'planYear', 'ordinal', 'text', 'leadName', 'leadRole', 'seatRole', 'leadPersonId',
  'startOn', 'dueOn', 'lateAfter', 'product', 'state', 'givenOn', 'doneOn', 'doneProduct', 'doneLink', 'doneRecordId', 'reason', 'extensions', 'revision',
] as const

export type AssignmentRow = Awaited<ReturnType<typeof assignmentsOfUnit>>[number]

/** The work of a unit in a year, in the order of its plans. */
export function assignmentsOfUnit(tx: Tx, unitId: string, year: number) {
  return tx
    .selectFrom('assignments.assignment')
    .select(ASSIGNMENT)
    .where('unitId', '=', unitId)
    .where('planYear', '=', year)
    .orderBy('planId')
    .orderBy('ordinal')
    .execute()
}

export function openAssignmentsOf(tx: Tx, unitId: string): Promise<AssignmentRow[]> {
  return tx.selectFrom('assignments.assignment').select(ASSIGNMENT).where('unitId', '=', unitId).where('state', 'in', OPEN_STATES).orderBy('dueOn').orderBy('id').execute()
}

export function assignmentsDueBetween(tx: Tx, unitId: string, from: PlainDate, to: PlainDate): Promise<AssignmentRow[]> {
  return tx
    .selectFrom('assignments.assignment')
    .select(ASSIGNMENT)
    .where('unitId', '=', unitId)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .where('state', '!=', 'cancelled')
    .orderBy('dueOn')
    .orderBy('ordinal')
    .execute()
}

export function assignmentsOfPlan(tx: Tx, planId: string): Promise<AssignmentRow[]> {
  return tx.selectFrom('assignments.assignment').select(ASSIGNMENT).where('planId', '=', planId).orderBy('ordinal').forUpdate().execute()
}

/** @throws AppError `not_found` */
export async function assignmentById(tx: Tx, id: string): Promise<AssignmentRow> {
  const row = await tx.selectFrom('assignments.assignment').select(ASSIGNMENT).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'assignments.not_found')
  return row
}

/** As `assignmentById`, kept for the rest of the transaction. */
export async function lockAssignment(tx: Tx, id: string): Promise<AssignmentRow> {
  const row = await tx.selectFrom('assignments.assignment').select(ASSIGNMENT).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('not_found', 'assignments.not_found')
  return row
}

export type NewAssignment = Omit<AssignmentRow, 'state' | 'lateAfter' | 'doneOn' | 'doneProduct' | 'doneLink' | 'doneRecordId' | 'reason' | 'extensions' | 'revision'>

export async function insertAssignment(tx: Tx, assignment: NewAssignment): Promise<void> {
  const lateAfter = await lastDayFor(tx, assignment.unitId, assignment.dueOn)
  await tx
    .insertInto('assignments.assignment')
    .values({ ...assignment, lateAfter, state: 'given' })
    .execute()
  await markMoved(tx, assignment, assignment.dueOn)
}

type Change = Partial<Omit<AssignmentRow, 'id' | 'provinceId' | 'unitId' | 'lateAfter' | 'revision'>>

/** Changes an assignment; what follows from its due day follows. */
export async function changeAssignment(tx: Tx, before: AssignmentRow, change: Change): Promise<void> {
  const dueOn = change.dueOn === undefined ? before.dueOn : change.dueOn
  const lateAfter = change.dueOn === undefined ? before.lateAfter : await lastDayFor(tx, before.unitId, dueOn)
  await tx
    .updateTable('assignments.assignment')
    .set({ ...change, lateAfter, revision: before.revision + 1 })
    .where('id', '=', before.id)
    .execute()
  await markMoved(tx, before, before.dueOn, dueOn)
}

/** The last day on which work due on `dueOn` is in time in the unit. */
async function lastDayFor(tx: Tx, unitId: string, dueOn: PlainDate | null): Promise<PlainDate | null> {
  if (dueOn === null) return null
  return lastDayInTime(dueOn, await holidaysOf(untyped(tx), unitId, dueOn, addDays(dueOn, 60)))
}

/** Units at or below one, on either line, with work that is due in a span. */
export async function unitsWithWorkDue(tx: Tx, unitId: string, { from, to }: { from: PlainDate; to: PlainDate }): Promise<string[]> {
  const found = await sql<{ unitId: string }>`
    select distinct x.unit_id
    from assignments.assignment x
    join units.unit_ancestor a on a.unit_id = x.unit_id and a.ancestor_id = ${unitId} and a.valid @> units.app_today()
    where x.due_on between ${from}::date and ${to}::date and x.state <> 'cancelled'
    order by 1`.execute(tx)
  return found.rows.map(({ unitId: id }) => id)
}

/** Work of a unit that is due in a span and not cancelled, kept for the rest of the transaction. */
export async function dueBetween(tx: Tx, unitId: string, { from, to }: { from: PlainDate; to: PlainDate }): Promise<{ id: string; provinceId: string; dueOn: PlainDate; lateAfter: PlainDate }[]> {
  const rows = await tx
    .selectFrom('assignments.assignment')
    .select(['id', 'provinceId', 'dueOn', 'lateAfter'])
    .where('unitId', '=', unitId)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.flatMap(({ dueOn, lateAfter, ...row }) => (dueOn && lateAfter ? [{ ...row, dueOn, lateAfter }] : []))
}

/** Sets until when work is in time; nobody's edit, so the revision stays. */
export async function moveLastDay(tx: Tx, assignment: { id: string; unitId: string; provinceId: string; dueOn: PlainDate }, lateAfter: PlainDate): Promise<void> {
  await tx.updateTable('assignments.assignment').set({ lateAfter }).where('id', '=', assignment.id).execute()
  await markMoved(tx, assignment, assignment.dueOn)
}

/** Facts of these days have changed. */
export function markMoved(tx: Tx, { unitId, provinceId }: { unitId: string; provinceId: string }, ...days: (PlainDate | null)[]): Promise<void> {
  return markChanged(tx, { unitId, provinceId, days: [...new Set(days.filter((day) => day !== null))] })
}

export interface NewEvent {
  readonly id: string
  readonly at: Date
  readonly accountId: string | null
  readonly action: EventAction
  readonly before?: Trace
  readonly after?: Trace
  readonly reason?: string | null
}

export async function insertEvent(tx: Tx, assignment: { id: string; unitId: string; provinceId: string }, event: NewEvent): Promise<void> {
  const { before = {}, after = {}, reason = null } = event
  await tx
    .insertInto('assignments.event')
    .values({ ...event, provinceId: assignment.provinceId, unitId: assignment.unitId, assignmentId: assignment.id, before: JSON.stringify(before), after: JSON.stringify(after), reason })
    .execute()
}

export interface EventRow {
  readonly id: string
  readonly at: Date
  readonly action: EventAction
  readonly before: Trace
  readonly after: Trace
  readonly reason: string | null
  readonly byName: string | null
}

/** The history, oldest first. */
export function eventsOf(tx: Tx, assignmentId: string): Promise<EventRow[]> {
  return tx
    .selectFrom('assignments.event as e')
    .leftJoin('access.account as a', 'a.id', 'e.accountId')
    .leftJoin('people.person as p', 'p.id', 'a.personId')
    .select(['e.id', 'e.at', 'e.action', 'e.before', 'e.after', 'e.reason', 'p.fullName as byName'])
    .where('e.assignmentId', '=', assignmentId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
}

export interface ResponsibleRow {
  readonly assignmentId: string
  readonly accountId: string | null
  readonly personId: string
  readonly name: string
  readonly rank: number
}

/** Who is responsible today, by assignment. */
export async function responsibleFor(tx: Tx, assignmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly ResponsibleRow[]>> {
  if (assignmentIds.length === 0) return new Map()
  const found = await sql<ResponsibleRow>`
    select r.assignment_id, r.account_id, r.person_id, p.full_name as name, r.rank
    from assignments.responsible r
    join people.person p on p.id = r.person_id
    where r.assignment_id = any (${[...assignmentIds]}::uuid[])
    order by r.assignment_id, p.search_name, r.person_id`.execute(tx)
  const byAssignment = new Map<string, ResponsibleRow[]>()
  for (const row of found.rows) byAssignment.set(row.assignmentId, [...(byAssignment.get(row.assignmentId) ?? []), row])
  return byAssignment
}

/** Keeps somebody who is active in the unit today. */
export async function isActiveIn(tx: Tx, unitId: string, personId: string): Promise<boolean> {
  const found = await sql`
    select 1 from assignments.seat where unit_id = ${unitId} and person_id = ${personId}
    union all
    select 1 from people.person p
    where p.id = ${personId} and p.unit_id = ${unitId} and (p.left_on is null or p.left_on > units.app_today())
      and not exists (select from access.account a where a.person_id = p.id)
    limit 1`.execute(tx)
  return found.rows.length > 0
}

/** People to whom the unit can give work today. */
export async function peopleToAssign(tx: Tx, unitId: string): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select p.id, p.full_name as name
    from people.person p
    where (p.left_on is null or p.left_on > units.app_today()) and (
      exists (select from assignments.seat s where s.unit_id = ${unitId} and s.person_id = p.id)
      or (p.unit_id = ${unitId} and not exists (select from access.account a where a.person_id = p.id))
    )
    order by split_part(p.search_name, ' ', -1), p.search_name, p.id`.execute(tx)
  return found.rows
}

/** Name of a person, whoever asks. */
export async function nameOfPerson(tx: Tx, personId: string): Promise<string> {
  const row = await tx.selectFrom('people.person').select('fullName').where('id', '=', personId).executeTakeFirst()
  return row?.fullName ?? ''
}
