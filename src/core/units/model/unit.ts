export const LEVELS = ['ministry', 'department', 'district_office', 'commune', 'school'] as const
/** Level of a body. District offices closed on 30/6/2025. @source domain: two-tier local government from 01/7/2025 */
export type Level = (typeof LEVELS)[number]

export const SCHOOL_LEVELS = ['kindergarten', 'primary', 'lower_secondary', 'upper_secondary'] as const
/** A level of schooling that a school teaches; a school may teach several. */
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number]

export const FORMS = ['ordinary', 'boarding', 'continuing'] as const
export type Form = (typeof FORMS)[number]

export const OWNERSHIPS = ['public', 'private', 'people_founded'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

/** A line of subordination: who manages a unit, and who directs its professional work. */
export const LINES = ['administrative', 'professional'] as const

/** What a version of a unit says; what changes makes a new version. */
export interface UnitFacts {
  readonly name: string
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
  readonly form: Form | null
  readonly ownership: Ownership | null
  /** Its letters in the symbol of a document: `THTBB` in 15/KH-THTBB. */
  readonly symbol: string | null
  /** Place name before the date of its documents. */
  readonly place: string | null
  readonly areaId: string | null
  readonly administrativeParentId: string | null
  readonly professionalParentId: string | null
}

export const SUCCESSION_KINDS = ['merge', 'split', 'rename', 'reparent', 'abolish'] as const
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number]
