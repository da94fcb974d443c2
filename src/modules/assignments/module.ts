import { OFFICERS, ROLES, type Role } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { assignmentsAgenda } from './agenda.ts'
import { assignmentJobs, assignmentQueues, assignmentSubscriptions } from './jobs.ts'
import acceptAssignment from './operations/accept-assignment.ts'
import cancelAssignment from './operations/cancel-assignment.ts'
import finishAssignment from './operations/finish-assignment.ts'
import getAssignment from './operations/get-assignment.ts'
import giveAssignments from './operations/give-assignments.ts'
import listAssignments from './operations/list-assignments.ts'
import overdueBelow from './operations/overdue-below.ts'
import reopenAssignment from './operations/reopen-assignment.ts'
import startAssignment from './operations/start-assignment.ts'
import { assignmentTodos } from './todos.ts'

/** Those who give work and take it back. */
const MANAGERS = ['principal', 'committee_head', 'committee_secretary', ...OFFICERS] as const satisfies readonly Role[]
const LOOKERS = [...OFFICERS, 'inspector'] as const satisfies readonly Role[]

export const assignments: Module = {
  name: 'assignments',
  title: 'Phân công',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'access', 'periods', 'facts', 'plans', 'notifications'],
  permissions: {
    'assignments.read': { own: ROLES, below: LOOKERS },
    'assignments.work': { own: ROLES },
    'assignments.manage': { own: MANAGERS },
    'assignments.board': { own: LOOKERS },
  },
  operations: [listAssignments, getAssignment, acceptAssignment, startAssignment, finishAssignment, reopenAssignment, cancelAssignment, giveAssignments, overdueBelow],
  queues: assignmentQueues,
  subscriptions: assignmentSubscriptions,
  jobs: assignmentJobs,
  todos: assignmentTodos,
  agenda: assignmentsAgenda,
  facts: {
    view: 'assignments.fact',
    measures: [
      { code: 'tasks.due', number: 'count', over: 'sum', breakdowns: [], appliesTo: [] },
      { code: 'tasks.done_in_time', number: 'count', over: 'sum', breakdowns: [], appliesTo: [] },
    ],
  },
}
