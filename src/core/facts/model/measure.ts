import type { Level, LINES, SchoolLevel } from '#core/units/model/unit.ts'

/** What a measure is a number of; `number-kinds.ts` says what may be done with each. */
export type NumberKind = 'count' | 'contacts' | 'persons' | 'money' | 'score' | 'yes_no'

/** How the days of a period come together: added up, or the latest day alone (a snapshot). */
export type Over = 'sum' | 'last'

export const BREAKDOWNS = ['sex', 'age_group', 'ethnicity', 'audience', 'detail'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** Units that are expected to have a measure: of a level, or schools that teach a level. */
export type Scope = Level | SchoolLevel

/** The line of subordination along which totals are carried up. */
export type Line = (typeof LINES)[number]

/** Something that a module counts. Its name is a word of the module, `measure.<code with dots as _>`. */
export interface Measure {
  /** `communication.contacts`; a star stands for any text, for measures that are made from data. */
  readonly code: string
  readonly number: NumberKind
  readonly over: Over
  readonly breakdowns: readonly Breakdown[]
  /** Empty for every unit. */
  readonly appliesTo: readonly Scope[]
}

/** What a module adds to the facts: a view with the columns of `facts.fact`, and what it counts. */
export interface FactSource {
  /** Schema and name, `learners.fact`. */
  readonly view: `${string}.${string}`
  readonly measures: readonly Measure[]
}

/** The break-downs of one row of a total; '' is not told. */
export interface Cell {
  readonly measure: string
  readonly sex: string
  readonly ageGroup: string
  readonly ethnicity: string
  readonly audience: string
  readonly detail: string
}

/** Whether a unit of this level, teaching these levels, is expected to have the measure. */
export function appliesTo(measure: Pick<Measure, 'appliesTo'>, unit: { readonly level: Level; readonly schoolLevels: readonly SchoolLevel[] }): boolean {
  const scopes = measure.appliesTo
  return scopes.length === 0 || scopes.includes(unit.level) || unit.schoolLevels.some((level) => scopes.includes(level))
}
