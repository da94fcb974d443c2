import type { PlainDate } from '#platform/clock.ts'
import type { AgeGroup, Audience, Ethnicity, Sex } from './kind.ts'

/** draft: not counted yet; recorded: counted; removed: kept, so that it can be brought back. */
export const RECORD_STATES = ['draft', 'recorded', 'removed'] as const
export type RecordState = (typeof RECORD_STATES)[number]

/** Where the money came from. */
export const COST_SOURCES = ['state_budget', 'recurrent', 'union', 'socialised', 'sponsorship', 'other'] as const
export type CostSource = (typeof COST_SOURCES)[number]

/** A number, a text, a day as text, the id of a choice, or the lines of a list; unknown is null. */
export type FieldValue = string | number | readonly string[] | null

/** The people of one cell. Cells of a record do not overlap: their sum is the total. */
export interface HeadCount {
  readonly audience: Audience
  readonly sex: Sex
  readonly ageGroup: AgeGroup
  readonly ethnicity: Ethnicity
  /** Times that somebody took part (lượt); null when not counted. */
  readonly contacts: number | null
  /** Different people; null when not counted. */
  readonly persons: number | null
}

/** What a person writes into a record. */
export interface RecordValues {
  readonly onDay: PlainDate
  /** Last day of what lasts longer; null for one day. */
  readonly untilDay: PlainDate | null
  readonly title: string
  readonly place: string | null
  /** What came of it, in a sentence or two. */
  readonly result: string | null
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly headCounts: readonly HeadCount[]
  /** Whole đồng. */
  readonly cost: number | null
  readonly costSource: CostSource | null
  /** The assignment that it carries out. */
  readonly taskId: string | null
  readonly planId: string | null
  /** The line of the plan. */
  readonly nodeId: string | null
}

/** Someone on the list of participants: personal data, seen in the own unit alone. */
export interface Attendee {
  readonly fullName: string
  readonly audience: Audience
  readonly sex: Sex
  readonly ageGroup: AgeGroup
  readonly ethnicity: Ethnicity
  /** Class, post or organisation, as written on the list. */
  readonly group: string | null
}
