import type { PlainDate } from '#platform/clock.ts'

/** What a report is filled from. */
export interface Sources {
  /** Sums of the unit (or of the units below it) within the window. */
  readonly totals: readonly Total[]
  readonly figures: readonly IndicatorFigure[]
  /** The same one period earlier. */
  readonly previousTotals: readonly Total[]
  readonly previousFigures: readonly IndicatorFigure[]
  /** N of “n of N”. */
  readonly units: number
  readonly records: readonly RecordLine[]
  /** Figures of the consolidation that the report is filled from: they come before those of the registers. */
  readonly consolidated?: readonly ConsolidatedFigure[]
}

/** A figure summed up from reports below, by what it counts. */
export interface ConsolidatedFigure {
  readonly code: string
  readonly name: string | null
  readonly unit: string | null
  readonly value: number | null
  readonly part: number | null
  readonly whole: number | null
  readonly known: number
  readonly units: number
}

/** A sum of facts of one measure in one break-down; '' where it was not told. */
export interface Total {
  readonly measure: string
  readonly sex: string
  readonly ageGroup: string
  readonly ethnicity: string
  readonly audience: string
  readonly detail: string
  readonly value: number
  /** Units with facts. */
  readonly known: number
}

export interface IndicatorFigure {
  readonly code: string
  readonly version: number
  readonly name: string
  /** `percent`, `count` … */
  readonly unit: string
  readonly value: number | null
  /** A share of nothing: nobody was due, so that there is nothing to count. */
  readonly isNone: boolean
  readonly part: number | null
  readonly whole: number | null
  readonly known: number
  readonly units: number
  readonly byHand: boolean
}

/** A record of the unit as far as sentences speak of it. */
export interface RecordLine {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly onDay: PlainDate
  readonly heads: readonly { readonly audience: string; readonly sex: string; readonly contacts: number; readonly persons?: number | null }[]
  /** Whole đồng. */
  readonly costVnd: number | null
  /** Pieces of evidence. */
  readonly evidence: number
}

export const NO_SOURCES: Sources = { totals: [], figures: [], previousTotals: [], previousFigures: [], units: 1, records: [] }
