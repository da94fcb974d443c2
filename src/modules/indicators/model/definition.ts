import type { NumberKind } from '@songhanh/formula/measure'
import type { PlainDate } from '#platform/clock.ts'

export const UNITS_OF_MEASURE = ['percent', 'index', 'count', 'contacts', 'persons', 'score', 'money'] as const
/** In what an indicator is written. A yes or no of units is a percentage of units. */
export type UnitOfMeasure = (typeof UNITS_OF_MEASURE)[number]

export const PERIODS = ['year', 'half_year', 'quarter', 'school_year'] as const
/** For which spans an indicator is told. */
export type PeriodKind = (typeof PERIODS)[number]

export const SHOWN_LEVELS = ['school', 'commune', 'department', 'ministry'] as const
/** Levels on whose screens and in whose reports it stands. */
export type ShownLevel = (typeof SHOWN_LEVELS)[number]

export const GIVERS = ['school', 'commune', 'department', 'ministry', 'kindergarten', 'primary', 'lower_secondary', 'upper_secondary'] as const
/** Which units have the basic figures, by level or level of schooling: they are N. */
export type Giver = (typeof GIVERS)[number]

export const SPLITS = ['sex', 'age_group', 'ethnicity', 'audience', 'detail', 'level', 'ownership', 'position', 'type', 'unit'] as const
/** A break-down in which the source wants the indicator. */
export type Split = (typeof SPLITS)[number]

export const DIRECTIONS = ['up', 'down', 'none'] as const
/** Whether more is better, less is better, or neither. */
export type Direction = (typeof DIRECTIONS)[number]

export const GROUPS = ['A', 'B', 'C', 'D', 'E', 'F', 'X'] as const
/** A leadership, B learners, C communication, D machinery, E violence, F welfare; X: added by a Department or the Ministry. */
export type Group = (typeof GROUPS)[number]

/** How sure a target of an instrument is; `none`: no instrument sets it, the number is a proposal. */
export type Sureness = 'verified' | 'recalled' | 'none'

export interface Milestone {
  readonly year: number
  /** In the unit of the indicator; null where the words alone say it. */
  readonly value: number | null
  /** As the instrument puts it: `≥ 15`, `≈ 99`. */
  readonly words: string
  readonly sure: Sureness
}

/** What is entered by hand: above and below the line, a value, or a yes or no; with what each is called. */
export type HandEntry =
  | { readonly kind: 'share'; readonly number: NumberKind; readonly part: Named; readonly whole: Named }
  | { readonly kind: 'whole'; readonly number: NumberKind; readonly whole: Named }
  | { readonly kind: 'value'; readonly number: NumberKind }
  | { readonly kind: 'yes' }

export interface Named {
  readonly vi: string
  readonly en: string
}

/** One version of an indicator. */
export interface Definition {
  /** `A01`; those of a Department begin with X. */
  readonly code: string
  readonly version: number
  readonly validFrom: PlainDate
  readonly name: Named
  readonly unit: UnitOfMeasure
  readonly formula: string
  readonly splits: readonly Split[]
  readonly periods: readonly PeriodKind[]
  readonly levels: readonly ShownLevel[]
  readonly givers: readonly Giver[]
  readonly direction: Direction
  /** Grows within the year: a target of the year is compared in proportion to the days gone. */
  readonly isFlow: boolean
  /** The documents that want it. */
  readonly source: string
  readonly milestones: readonly Milestone[]
  readonly hand: HandEntry | null
}

/** The group that a code belongs to. */
export function groupOf(code: string): Group {
  return GROUPS.find((group) => group === code.charAt(0)) ?? 'X'
}

/** How many places an indicator is written with. */
export function placesOf(unit: UnitOfMeasure): number {
  return { percent: 1, index: 2, score: 1, count: 0, contacts: 0, persons: 0, money: 0 }[unit]
}
