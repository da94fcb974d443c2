import type { Measures } from './check.ts'
import { add, divide, exact, type Exact, exactOf, multiply, subtract, ZERO } from './exact.ts'
import type { Absence } from './measure.ts'
import { printMeasure } from './print.ts'
import type { Formula, MeasureRef, Operator } from './syntax.ts'

/** A measure, narrowed, summed over the units and days in question. */
export interface MeasureSum {
  /** Decimal number; null when nobody told it. */
  readonly value: string | null
  /** Units that told it. */
  readonly known: number
  /** Units that have it above 0. */
  readonly positive: number
  /** What of it does not say on which side of the filters it falls, such as contacts of no told sex. */
  readonly untold?: string
}

export interface Sums {
  readonly of: (measure: Pick<MeasureRef, 'code' | 'filters'>) => MeasureSum
  /** How many units there are. */
  readonly units: number
}

/**
 * What a formula comes to: a value, or why there is none. `unknown`: a register is missing; `unrecorded`: no record was
 * made; `none`: a share of nothing, which did not arise.
 */
export type Outcome = { readonly state: 'known'; readonly value: Exact } | { readonly state: 'unknown' | 'unrecorded' | 'none' }

/** A part of the formula with what it came to: the road from a figure to its measures. */
export interface Explained {
  readonly kind: Formula['kind']
  /** The part as text. */
  readonly text: string
  readonly from: number
  readonly to: number
  readonly operator: Operator | null
  readonly outcome: Outcome
  /** Of a measure: how many units told it, how much of it is on no told side. */
  readonly sum: MeasureSum | null
  readonly measure: Pick<MeasureRef, 'code' | 'filters'> | null
  readonly children: readonly Explained[]
}

/**
 * Evaluates a checked formula and keeps the value of each part.
 *
 * Unknown spreads: a sum with an unknown part is unknown. What was merely not recorded counts as nothing beside a part
 * that was recorded; alone, above or below a line, it leaves the figure open. A share of 0 did not arise.
 */
export function explain(formula: Formula, sums: Sums, measures: Measures): Explained {
  const { kind, from, to } = formula
  const node = { kind, text: '', from, to, operator: null, sum: null, measure: null, children: [] }
  switch (formula.kind) {
    case 'number':
      return { ...node, text: formula.text, outcome: known(exactOf(formula.text)) }
    case 'measure': {
      const sum = sums.of(formula)
      return { ...node, text: printMeasure(formula), sum, measure: formula, outcome: outcomeOf(sum.value, measures.get(formula.code)?.absence ?? 'unknown') }
    }
    case 'units':
      return explainUnits(formula.name, formula.measure, node, sums, measures)
    case 'negation': {
      const of = explain(formula.of, sums, measures)
      const { outcome } = of
      return { ...node, text: `-(${of.text})`, children: [of], outcome: outcome.state === 'known' ? known(subtract(ZERO, outcome.value)) : outcome }
    }
    case 'operation': {
      const left = explain(formula.left, sums, measures)
      const right = explain(formula.right, sums, measures)
      const text = `${left.text} ${formula.operator} ${right.text}`
      return { ...node, text, operator: formula.operator, children: [left, right], outcome: operate(formula.operator, left.outcome, right.outcome) }
    }
  }
}

/** The value alone. */
export function evaluate(formula: Formula, sums: Sums, measures: Measures): Outcome {
  return explain(formula, sums, measures).outcome
}

type Bare = Omit<Explained, 'outcome'>

function explainUnits(name: 'units' | 'units_with' | 'units_known', measure: MeasureRef | null, node: Bare, sums: Sums, measures: Measures): Explained {
  const text = `${name}(${measure ? printMeasure(measure) : ''})`
  if (!measure) return { ...node, text, outcome: known(exact(BigInt(sums.units))) }
  const sum = sums.of(measure)
  const absence = measures.get(measure.code)?.absence ?? 'unknown'
  const count = name === 'units_with' ? sum.positive : absence === 'zero' ? sums.units : sum.known
  const outcome: Outcome = sum.known === 0 && absence !== 'zero' ? { state: absence } : known(exact(BigInt(count)))
  return { ...node, text, sum, measure, outcome }
}

function outcomeOf(value: string | null, absence: Absence): Outcome {
  if (value !== null) return known(exactOf(value))
  return absence === 'zero' ? known(ZERO) : { state: absence }
}

function known(value: Exact): Outcome {
  return { state: 'known', value }
}

function operate(operator: Operator, left: Outcome, right: Outcome): Outcome {
  if (left.state === 'known' && right.state === 'known') {
    if (operator === '/') return right.value.top === 0n ? { state: 'none' } : known(divide(left.value, right.value))
    return known({ '+': add, '-': subtract, '*': multiply }[operator](left.value, right.value))
  }
  if (left.state === 'unknown' || right.state === 'unknown') return { state: 'unknown' }
  if (operator === '+' || operator === '-') {
    if (left.state === 'none' || right.state === 'none') return { state: 'none' }
    if (left.state === 'known') return left
    if (right.state === 'known') return operator === '+' ? right : known(subtract(ZERO, right.value))
  }
  // A share of nothing has not arisen, whether or not its upper side was recorded.
  if (operator === '/' && right.state === 'known' && right.value.top === 0n) return { state: 'none' }
  return left.state === 'unrecorded' || right.state === 'unrecorded' ? { state: 'unrecorded' } : { state: 'none' }
}
