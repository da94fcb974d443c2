import { ROLE_KEYS, type RoleKey, type UnitKind } from './roles.ts'

/** First role of the commune and of the Department in the table of roles: schools, communes, Departments in this order. */
const COMMUNE_FROM = ROLE_KEYS.indexOf('commune_leaders')
const DEPARTMENT_FROM = ROLE_KEYS.indexOf('department_leaders')
const EVERYWHERE: readonly RoleKey[] = ['committee', 'committee_head', 'committee_secretary', 'staff', 'union', 'accountant', 'clerk', 'case_handler', 'emulation_council']
const NOT_IN_KINDERGARTEN: readonly RoleKey[] = ['youth_union', 'pioneers', 'boarding_team']

/** The roles to which a unit of this kind gives work, in the order of the table. */
export function rolesOfKind(kind: UnitKind | null): readonly RoleKey[] {
  if (kind === 'commune') return [...EVERYWHERE, ...ROLE_KEYS.slice(COMMUNE_FROM, DEPARTMENT_FROM)]
  if (kind === 'department' || kind === null) return [...EVERYWHERE, ...ROLE_KEYS.slice(DEPARTMENT_FROM)]
  const school = ROLE_KEYS.slice(0, COMMUNE_FROM)
  return kind === 'kindergarten' ? school.filter((role) => !NOT_IN_KINDERGARTEN.includes(role)) : school
}
