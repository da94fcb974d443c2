import type { Role } from '#core/access/model/roles.ts'
import type { RoleKey } from '#modules/plans/public.ts'

/** Which role of accounts stands for a role of plans. What is not here has no seat of its own: somebody is to be chosen. */
const SEATS: Partial<Record<RoleKey, Role>> = {
  principal: 'principal',
  school_leaders: 'principal',
  commune_leaders: 'principal',
  department_leaders: 'principal',
  committee: 'committee_head',
  committee_head: 'committee_head',
  committee_secretary: 'committee_secretary',
  clerk: 'clerk',
  commune_office: 'clerk',
  department_office: 'clerk',
  case_handler: 'case_handler',
  it_team: 'communicator',
  culture_office: 'commune_officer',
  personnel_office: 'department_officer',
}

/** The role of accounts that does what a plan gives to `role`; null when a person has to be chosen. */
export function seatOf(role: RoleKey): Role | null {
  return SEATS[role] ?? null
}
