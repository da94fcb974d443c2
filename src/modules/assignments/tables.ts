import type { Generated, JSONColumnType } from 'kysely'
import type { AccessTables } from '#core/access/tables.ts'
import type { Role } from '#core/access/model/roles.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { RoleKey } from '#modules/plans/public.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { AssignmentState, EventAction } from './model/assignment-lifecycle.ts'

/** What an event keeps of an assignment: days, names, states. */
export type Trace = Readonly<Record<string, string | number | null>>

export interface AssignmentTables {
  'assignments.assignment': {
    provinceId: string
    id: string
    unitId: string
    planId: string
    nodeId: string
    planTitle: string
    planYear: number
    ordinal: number
    text: string
    leadName: string
    leadRole: RoleKey | null
    seatRole: Role | null
    leadPersonId: string | null
    startOn: PlainDate | null
    dueOn: PlainDate | null
    lateAfter: PlainDate | null
    product: string | null
    state: AssignmentState
    givenOn: PlainDate
    doneOn: Generated<PlainDate | null>
    doneProduct: Generated<string | null>
    doneLink: Generated<string | null>
    doneRecordId: Generated<string | null>
    reason: Generated<string | null>
    extensions: Generated<number>
    revision: Generated<number>
  }
  'assignments.event': {
    provinceId: string
    id: string
    assignmentId: string
    unitId: string
    at: Date
    accountId: string | null
    action: EventAction
    before: JSONColumnType<Trace>
    after: JSONColumnType<Trace>
    reason: string | null
  }
  'assignments.planTaken': { provinceId: string; planId: string; unitId: string; takenAt: Date }
  'assignments.dailyRound': { provinceId: string; unitId: string; remindedOn: PlainDate }
  'assignments.seat': { unitId: string; accountId: string; personId: string; role: Role }
  'assignments.responsible': { provinceId: string; assignmentId: string; unitId: string; accountId: string | null; personId: string; rank: number }
}

/** The tables that assignments may touch: its own; units, people and accounts to read. */
export type AssignmentsDb = AssignmentTables & UnitTables & PeopleTables & AccessTables
