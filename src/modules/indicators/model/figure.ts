import type { Measures } from '@songhanh/formula/check'
import type { Explained, Outcome, Sums } from '@songhanh/formula/evaluate'
import { figureOf } from '@songhanh/formula/figure'
import { decimalOf } from '@songhanh/formula/exact'
import { measuresOf, type Formula } from '@songhanh/formula/syntax'
import { placesOf, type Definition, type UnitOfMeasure } from './definition.ts'
import { isByHand } from './formula-of.ts'
import { UNTIL } from './measures.ts'

/** A part of a formula with its value, for the trace. */
export interface TraceNode {
  readonly kind: Explained['kind']
  readonly text: string
  readonly operator: '+' | '-' | '*' | '/' | null
  /** Exact up to six places; null when `state` is not `known`. */
  readonly value: string | null
  readonly state: Outcome['state']
  /** Of a measure. */
  readonly measure: string | null
  readonly filters: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly known: number | null
  /** What of it stands on no told side of the filters. */
  readonly untold: string | null
  readonly children: readonly TraceNode[]
}

export interface Figure {
  readonly code: string
  readonly version: number
  readonly number: UnitOfMeasure
  /** In the unit of the indicator, rounded: 41.3 of per cent. Null when `state` says why. */
  readonly value: number | null
  readonly state: Outcome['state']
  readonly part: number | null
  readonly whole: number | null
  /** n of N: units that gave what the formula needs. */
  readonly known: number
  readonly units: number
  readonly byHand: boolean
  readonly formula: string
  readonly explain: TraceNode
}

/** Works an indicator out over totals. */
export function figureFrom(definition: Definition, formula: Formula, sums: Sums, measures: Measures): Figure {
  const { unit, code, version } = definition
  const figure = figureOf(formula, sums, measures, { percent: unit === 'percent', places: placesOf(unit) })
  const known = measuresOf(formula).filter(({ code: measure }) => measures.get(measure)?.absence !== 'zero').map((measure) => sums.of({ code: measure.code, filters: measure.filters.filter(({ name }) => name === UNTIL) }).known)
  return {
    code,
    version,
    number: unit,
    value: figure.value === null ? null : Number(figure.value),
    state: figure.state,
    part: figure.part === null ? null : Number(figure.part),
    whole: figure.whole === null ? null : Number(figure.whole),
    known: known.length === 0 ? sums.units : knownOf(formula, known),
    units: sums.units,
    byHand: isByHand(formula),
    formula: definition.formula,
    explain: traceOf(figure.explained),
  }
}

/** Units that have both sides of a quotient: at most the fewer. Of a sum of records, those that have any of it. */
function knownOf(formula: Formula, known: readonly number[]): number {
  return formula.kind === 'operation' && formula.operator === '/' && known.length === 2 ? Math.min(...known) : Math.max(...known)
}

function traceOf({ kind, text, operator, outcome, measure, sum, children }: Explained): TraceNode {
  return {
    kind,
    text,
    operator,
    value: outcome.state === 'known' ? decimalOf(outcome.value, 6) : null,
    state: outcome.state,
    measure: measure?.code ?? null,
    filters: measure?.filters.map(({ name, values }) => ({ name, values })) ?? [],
    known: sum?.known ?? null,
    untold: sum?.untold ?? null,
    children: children.map(traceOf),
  }
}
