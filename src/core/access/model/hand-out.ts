import type { Level } from '#core/units/model/unit.ts'
import type { Relation } from './policy.ts'
import { OFFICERS, type Role } from './roles.ts'

const EVERY_LEVEL = ['ministry', 'department', 'district_office', 'commune', 'school'] as const satisfies readonly Level[]

/** At which levels a role exists: a school has no officers. `principal` is the head of any body: director, chairman. */
export const LEVELS_OF_ROLE = {
  ministry_officer: ['ministry'],
  department_officer: ['department'],
  commune_officer: ['commune'],
  principal: EVERY_LEVEL,
  inspector: ['ministry', 'department', 'commune'],
  committee_head: EVERY_LEVEL,
  committee_secretary: EVERY_LEVEL,
  member: EVERY_LEVEL,
  clerk: EVERY_LEVEL,
  teacher: EVERY_LEVEL,
  communicator: EVERY_LEVEL,
  content_reviewer: EVERY_LEVEL,
  case_handler: EVERY_LEVEL,
  administrator: EVERY_LEVEL,
} as const satisfies Record<Role, readonly Level[]>

/**
 * Whether somebody who holds `giver` may give, or take, `role` in a unit of `unitLevel`.
 *
 * A role is given only at a level where it exists, so that nobody in a school becomes an officer of its superior.
 * Administrators give all of these in their unit and below; officers of a superior give them below; a principal gives
 * them in the own school, but for the principal's own, which comes from above.
 *
 * @param relation  where the unit stands, seen from the unit of `giver`
 */
export function mayHandOut(giver: Role, relation: Relation, role: Role, unitLevel: Level): boolean {
  const levels: readonly Level[] = LEVELS_OF_ROLE[role]
  if (!levels.includes(unitLevel)) return false
  if (giver === 'administrator') return true
  if (giver === 'principal') return relation === 'own' && role !== 'principal'
  return relation === 'below' && OFFICERS.some((officer) => officer === giver)
}
