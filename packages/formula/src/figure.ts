import type { Measures } from './check.ts'
import { type Explained, explain, type Outcome, type Sums } from './evaluate.ts'
import { decimalOf } from './exact.ts'
import type { Formula } from './syntax.ts'

/** A formula worked out for people: exact inside, rounded once. */
export interface Figure {
  /** In the unit of the indicator (41.3 of per cent), rounded half away from 0; null when `state` is not `known`. */
  readonly value: string | null
  readonly state: Outcome['state']
  /** Above and below the line of a formula that divides. */
  readonly part: string | null
  readonly whole: string | null
  readonly explained: Explained
}

/** How a figure is written: per cent or plain, and with how many places. */
export interface Rounding {
  readonly percent: boolean
  readonly places: number
}

const PLACES_OF_PARTS = 2

/** Evaluates, splits the quotient at the top, and rounds. */
export function figureOf(formula: Formula, sums: Sums, measures: Measures, { percent, places }: Rounding): Figure {
  const explained = explain(formula, sums, measures)
  const [above, below] = explained.operator === '/' ? explained.children : []
  return {
    value: written(explained.outcome, places, percent),
    state: explained.outcome.state,
    part: above ? written(above.outcome, PLACES_OF_PARTS) : null,
    whole: below ? written(below.outcome, PLACES_OF_PARTS) : null,
    explained,
  }
}

/** A known outcome as a decimal number; else null. */
export function written(outcome: Outcome, places: number, percent = false): string | null {
  if (outcome.state !== 'known') return null
  const { top, bottom } = outcome.value
  return decimalOf({ top: percent ? top * 100n : top, bottom }, places)
}
