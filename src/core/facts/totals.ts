import type { PlainDate } from '#platform/clock.ts'
import { breaksOf, ownValues, scopeOf, valuesNow, valuesThen, type ScopeUnit } from './totals-store.ts'
import { measuresOf, type AnyTx } from './store.ts'
import { appliesTo, type Cell, type Line, type Measure } from './model/measure.ts'
import { measureOf } from './model/measure-of.ts'

export interface TotalsQuery {
  readonly unitId: string
  /** Both days are in. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** `own`: what the unit itself has; `below`: that and all that the units below it have. */
  readonly scope: 'own' | 'below'
  readonly line: Line
  /** `then`: the tree at the end of the period, closed units as on their last day; `now`: today's, figures of closed units with their heirs. */
  readonly tree: 'then' | 'now'
  /** Only these; all without. */
  readonly measures?: readonly string[]
  /** Leaves the names of the missing units out: a table of many units needs none. */
  readonly withoutMissing?: boolean
}

/** A total with one set of break-downs. */
export interface TotalRow extends Cell {
  readonly value: number
  /** Units that have a value in this row. */
  readonly known: number
  /** Units whose value in this row is above zero. */
  readonly positive: number
}

/** The whole of a measure: all of its break-downs together. */
export interface MeasureTotal {
  readonly measure: string
  readonly value: number
  /** n: units that have any value of the measure. */
  readonly known: number
  readonly positive: number
  /** N: units that are expected to have it. */
  readonly units: number
}

/** Figures that cannot be followed to one unit of today. */
export interface Break {
  readonly unitId: string
  readonly name: string
  /** First day on which it no longer existed. */
  readonly onDay: PlainDate
  readonly kind: 'split' | 'abolish'
  /** Whether its figures are in the totals: they are where all of its heirs are. */
  readonly isIncluded: boolean
}

export interface Totals {
  readonly rows: readonly TotalRow[]
  readonly measures: readonly MeasureTotal[]
  /** N: units that are expected to have at least one of the measures. */
  readonly units: number
  /** Those of them that have no value of any of the measures, by name. */
  readonly missing: readonly { readonly unitId: string; readonly name: string }[]
  /** Empty for the tree of then. */
  readonly breaks: readonly Break[]
}

/**
 * Totals of a unit in a span of days, by measure and break-downs, with n of N.
 *
 * Read from the kept totals where they are kept for exactly this span (`trackPeriod`), else added up from the facts: the
 * same figures, slower. Kept totals are at most two seconds behind the last commit. Shows what the person may read.
 */
export async function totalsOf<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Totals> {
  const declared = await measuresOf(tx)
  const scope = await scopeOf(tx, asked)
  const valuesOn = asked.tree === 'now' ? valuesNow : asked.scope === 'own' ? ownValues : valuesThen
  const values = await valuesOn(tx, asked)
  const wholes = values.wholes.map((whole) => ({ ...whole, units: scope.filter((unit) => isExpected(measureOf(declared, whole.measure), unit, asked)).length }))
  const codes = asked.measures ?? declared.map(({ code }) => code)
  const wanted = codes.map((code) => measureOf(declared, code)).filter((measure) => measure !== null)
  const expected = scope.filter((unit) => wanted.some((measure) => isExpected(measure, unit, asked)))
  const missing = expected.filter((unit) => !values.knownUnits.has(unit.unitId))
  return {
    rows: values.rows,
    measures: wholes,
    units: expected.length,
    missing: asked.withoutMissing ? [] : missing.map(({ unitId, name }) => ({ unitId, name })),
    breaks: asked.tree === 'now' ? await breaksOf(tx, asked) : [],
  }
}

/** A closed unit is not asked for a snapshot that it did not live to see. */
export function isExpected(measure: Measure | null, unit: ScopeUnit, asked: TotalsQuery): boolean {
  if (!measure) return true
  if (unit.day < asked.from || (measure.over === 'last' && unit.day < asked.to)) return false
  return appliesTo(measure, unit)
}
