import type { Permissions } from '#core/access/model/policy.ts'
import { OFFICERS, ROLES, type Role } from '#core/access/model/roles.ts'

/** Whoever organises something in a unit writes it down. */
const WRITERS = ['principal', 'committee_head', 'committee_secretary', 'member', 'clerk', 'teacher', 'communicator', ...OFFICERS] as const satisfies readonly Role[]

export const permissions: Permissions = {
  'activities.read': { own: ROLES, below: [...OFFICERS, 'inspector'] },
  'activities.edit': { own: WRITERS },
  // Names of participants stay in the unit.
  'activities.readNames': { own: WRITERS },
}
