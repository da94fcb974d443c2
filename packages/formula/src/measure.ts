/** What kind of number a measure counts; it decides what may be added to what. */
export type NumberKind = 'count' | 'contacts' | 'persons' | 'money' | 'score' | 'yes_no'

/** Kinds that come about in a formula: a quotient, a bare number, a number of units. */
export type FormulaKind = NumberKind | 'ratio' | 'number' | 'units'

/**
 * What it means that nobody has told a measure: `unknown` a register not kept, `unrecorded` no record made (may be
 * none, may be forgotten), `zero` the system itself keeps full account, so that nothing is 0.
 */
export type Absence = 'unknown' | 'unrecorded' | 'zero'

/** A measure as formulas see it. */
export interface MeasureInfo {
  readonly code: string
  readonly number: NumberKind
  /** Its break-downs by name with their values; null where any value goes. */
  readonly breakdowns: Readonly<Record<string, readonly string[] | null>>
  readonly absence: Absence
}
