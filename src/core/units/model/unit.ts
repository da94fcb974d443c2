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
