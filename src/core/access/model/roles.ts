/** What a person can be in a unit. A person may be several, in several units. Names: docs/glossary.md. */
export const ROLES = [
  'ministry_officer',
  'department_officer',
  'commune_officer',
  'principal',
  'committee_head',
  'committee_secretary',
  'member',
  'clerk',
  'teacher',
  'communicator',
  'content_reviewer',
  'case_handler',
  'inspector',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

export const LINES = ['administrative', 'professional', 'either'] as const
/** Along which line of subordination a grant reaches down. */
export type Line = (typeof LINES)[number]

/** Roles of a superior body, which look at the units below. */
export const OFFICERS = ['ministry_officer', 'department_officer', 'commune_officer'] as const satisfies readonly Role[]
