import type { PlainDate } from '#platform/clock.ts'
import { breaksOf, missingUnits, ownValues, scopeOf, valuesNow, valuesThen, type MissingUnits, type Values } from './totals-store.ts'
import type { ScopeGroup } from './scopes.ts'
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
  /** Does not look for the missing units: a table of many units needs none. */
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
  /** How many of them have no value of any of the measures; 0 with `withoutMissing`. */
  readonly missingCount: number
  /** The first of these by name, at most `FIRST_NAMES`; `missingOf` has the others. */
  readonly missing: readonly { readonly unitId: string; readonly name: string }[]
  /** Empty for the tree of then. */
  readonly breaks: readonly Break[]
}

export interface Page {
  readonly skip: number
  readonly limit: number
}

/** Names of missing units that come with the totals. */
export const FIRST_NAMES = 200

/**
 * Totals of a unit in a span of days, by measure and break-downs, with n of N.
 *
 * Read from the kept totals where they are kept for exactly this span (`trackPeriods`), else added up from the facts: the
 * same figures, slower. Kept totals are at most two seconds behind the last commit. Shows what the person may read.
 */
export async function totalsOf<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Totals> {
  const declared = await measuresOf(tx)
  const scope = await scopeOf(tx, asked)
  const values = await valuesOn(tx, asked)
  const wanted = wantedOf(declared, asked)
  const missing = asked.withoutMissing ? { count: 0, units: [] } : await missingAmong(tx, asked, wanted, values, { skip: 0, limit: FIRST_NAMES })
  return {
    rows: values.rows,
    measures: values.wholes.map((whole) => ({ ...whole, units: unitsExpected(scope, [measureOf(declared, whole.measure)], asked) })),
    units: unitsExpected(scope, wanted, asked),
    missingCount: missing.count,
    missing: missing.units,
    breaks: asked.tree === 'now' ? await breaksOf(tx, asked) : [],
  }
}

/** Units that owe at least one of the measures and have none, by name, page by page. */
export async function missingOf<DB>(tx: AnyTx<DB>, asked: TotalsQuery, page: Page): Promise<MissingUnits> {
  return missingAmong(tx, asked, wantedOf(await measuresOf(tx), asked), await valuesOn(tx, asked), page)
}

function missingAmong<DB>(tx: AnyTx<DB>, asked: TotalsQuery, wanted: readonly Measure[], { known }: Values, page: Page): Promise<MissingUnits> {
  const kinds = new Map(wanted.map(({ over, appliesTo: scopes }) => [`${over} ${scopes.join(' ')}`, { isSnapshot: over === 'last', scopes }]))
  return missingUnits(tx, asked, [...kinds.values()], known, page)
}

function valuesOn<DB>(tx: AnyTx<DB>, asked: TotalsQuery): Promise<Values> {
  if (asked.tree === 'now') return valuesNow(tx, asked)
  return asked.scope === 'own' ? ownValues(tx, asked) : valuesThen(tx, asked)
}

function wantedOf(declared: readonly Measure[], { measures }: TotalsQuery): Measure[] {
  return (measures ?? declared.map(({ code }) => code)).map((code) => measureOf(declared, code)).filter((measure) => measure !== null)
}

/** N: units that are expected to have any of the measures. */
export function unitsExpected(scope: readonly ScopeGroup[], measures: readonly (Measure | null)[], asked: Pick<TotalsQuery, 'from' | 'to'>): number {
  return scope.filter((group) => measures.some((measure) => isExpected(measure, group, asked))).reduce((sum, { units }) => sum + units, 0)
}

/** A closed unit is not asked for a snapshot that it did not live to see. */
function isExpected(measure: Measure | null, unit: ScopeGroup, asked: Pick<TotalsQuery, 'from' | 'to'>): boolean {
  if (!measure) return true
  if (unit.day < asked.from || (measure.over === 'last' && unit.day < asked.to)) return false
  return appliesTo(measure, unit)
}
