import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { ASSIGNMENT_STATES, EVENT_ACTIONS } from './model/assignment-lifecycle.ts'

const Id = z.uuid()
const Year = z.coerce.number<number | string>().check(z.int(), z.minimum(2000), z.maximum(2100))

/** Work that an issued plan gave to a person or a role. */
export const Assignment = z.object({
  id: Id,
  unitId: Id,
  planId: Id,
  nodeId: Id,
  planTitle: z.string(),
  text: z.string(),
  /** Who leads, as the plan prints it. */
  leadName: z.string(),
  /** The person to whom it was given; null while the role has it. */
  leadPersonId: z.nullable(Id),
  /** Who is responsible today: the person, the holders of the role, or those who stand in. */
  responsible: z.array(z.object({ personId: Id, name: z.string(), hasAccount: z.boolean() })),
  /** Nobody was named and the role has no holder: somebody stands in. */
  needsPerson: z.boolean(),
  isMine: z.boolean(),
  startOn: z.nullable(Day),
  dueOn: z.nullable(Day),
  /** The last working day on or before a due day that is a day off; else null. */
  workBy: z.nullable(Day),
  /** Last day in time. */
  lateAfter: z.nullable(Day),
  isLate: z.boolean(),
  product: z.nullable(z.string()),
  state: z.enum(ASSIGNMENT_STATES),
  doneOn: z.nullable(Day),
  reason: z.nullable(z.string()),
  extensions: z.number(),
})
export type Assignment = z.output<typeof Assignment>

export const listAssignments = contract({
  name: 'assignments.listAssignments',
  route: 'GET /api/units/:unitId/assignments',
  permission: 'assignments.read',
  summary: 'Work of a unit in a year, and the people to whom it can be given',
  input: z.object({ unitId: Id, year: Year }),
  output: z.object({ assignments: z.array(Assignment), people: z.array(z.object({ id: Id, name: z.string() })) }),
})

export const AssignmentDetail = z.extend(Assignment, {
  doneProduct: z.nullable(z.string()),
  doneLink: z.nullable(z.string()),
  doneRecordId: z.nullable(Id),
  people: z.array(z.object({ id: Id, name: z.string() })),
  history: z.array(
    z.object({
      id: Id,
      at: Instant,
      action: z.enum(EVENT_ACTIONS),
      byName: z.nullable(z.string()),
      before: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      after: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      reason: z.nullable(z.string()),
    }),
  ),
  /** What the caller may do now. */
  actions: z.array(z.string()),
})
export type AssignmentDetail = z.output<typeof AssignmentDetail>

const AssignmentId = z.object({ assignmentId: Id })
const moved = z.object({ id: Id, state: z.enum(ASSIGNMENT_STATES) })

export const getAssignment = contract({
  name: 'assignments.getAssignment',
  route: 'GET /api/assignments/:assignmentId',
  permission: 'assignments.read',
  summary: 'A piece of work with its history and what the caller may do with it',
  input: AssignmentId,
  output: AssignmentDetail,
})

export const acceptAssignment = contract({
  name: 'assignments.acceptAssignment',
  route: 'POST /api/assignments/:assignmentId/accept',
  permission: 'assignments.work',
  summary: 'Says that the work is taken on; of several who are responsible the first becomes the one who leads',
  input: AssignmentId,
  output: moved,
})

export const startAssignment = contract({
  name: 'assignments.startAssignment',
  route: 'POST /api/assignments/:assignmentId/start',
  permission: 'assignments.work',
  summary: 'Says that the work has begun',
  input: AssignmentId,
  output: moved,
})

export const finishAssignment = contract({
  name: 'assignments.finishAssignment',
  route: 'POST /api/assignments/:assignmentId/finish',
  permission: 'assignments.work',
  summary: 'Says that the work is done, on which day and with what product; a link where it can be seen',
  input: z.object({
    assignmentId: Id,
    doneOn: z.optional(Day),
    product: text(500),
    link: z._default(z.nullable(z.string().check(z.maxLength(500), z.regex(/^https?:\/\/[^\s]+$/))), null),
  }),
  output: moved,
})

export const reopenAssignment = contract({
  name: 'assignments.reopenAssignment',
  route: 'POST /api/assignments/:assignmentId/reopen',
  permission: 'assignments.manage',
  summary: 'Takes work that was reported done up again, with a reason',
  input: z.object({ assignmentId: Id, reason: text(500, 5) }),
  output: moved,
})

export const cancelAssignment = contract({
  name: 'assignments.cancelAssignment',
  route: 'POST /api/assignments/:assignmentId/cancel',
  permission: 'assignments.manage',
  summary: 'Cancels work with a reason; the plan itself changes by an amendment only',
  input: z.object({ assignmentId: Id, reason: text(500, 5) }),
  output: moved,
})

export const giveAssignments = contract({
  name: 'assignments.giveAssignments',
  route: 'POST /api/units/:unitId/assignments/give',
  permission: 'assignments.manage',
  summary: 'Gives pieces of work to a person or back to the role, moves their due day, or both',
  input: z.object({
    unitId: Id,
    assignmentIds: z.array(Id).check(z.minLength(1), z.maxLength(200)),
    /** Null gives it back to the role; left out, it stays where it is. */
    personId: z.optional(z.nullable(Id)),
    dueOn: z.optional(Day),
    /** Needed to move a due day to a later one. */
    reason: z._default(z.nullable(text(500)), null),
  }),
  output: z.object({ changed: z.number() }),
})

/** Work of a unit below, in numbers. */
export const UnitWork = z.object({
  unitId: Id,
  unitName: z.string(),
  open: z.number(),
  done: z.number(),
  late: z.number(),
  /** Late for a week or more, or without anybody responsible: these are named. */
  pressing: z.array(z.object({ id: Id, text: z.string(), leadName: z.string(), responsible: z.array(z.string()), daysLate: z.number() })),
})
export type UnitWork = z.output<typeof UnitWork>

export const overdueBelow = contract({
  name: 'assignments.overdueBelow',
  route: 'GET /api/units/:unitId/overdue',
  permission: 'assignments.board',
  summary: 'Open, done and overdue work of the units below, those that are most behind first; what is a week late by name',
  input: z.object({ unitId: Id, year: Year }),
  output: z.array(UnitWork),
})
