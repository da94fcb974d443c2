import { FormulaError } from './formula-error.ts'
import type { FormulaKind, MeasureInfo } from './measure.ts'
import { nearest } from './nearest.ts'
import type { Filter, Formula, MeasureRef, OperationNode } from './syntax.ts'

/** Measures by their code. */
export type Measures = ReadonlyMap<string, MeasureInfo>

/**
 * The kind of number that a formula gives.
 *
 * Only like is added to like: contacts and persons are not, nor a ratio and a count. Like or unlike counts divide into
 * a ratio; a number scales anything; counts are not multiplied.
 *
 * @throws FormulaError at the part that does not fit
 */
export function check(formula: Formula, measures: Measures): FormulaKind {
  switch (formula.kind) {
    case 'number':
      return 'number'
    case 'negation':
      return check(formula.of, measures)
    case 'units':
      if (formula.measure) checkMeasure(formula.measure, measures)
      return 'units'
    case 'measure': {
      const { number } = checkMeasure(formula, measures)
      if (number === 'yes_no') throw new FormulaError('yes_no_alone', formula, { name: formula.code })
      return number
    }
    case 'operation':
      return checkOperation(formula, measures)
  }
}

/** As `check`, and refuses a formula of another kind than these. */
export function checkAs(formula: Formula, measures: Measures, wanted: readonly FormulaKind[]): FormulaKind {
  const kind = check(formula, measures)
  if (!wanted.includes(kind)) throw new FormulaError('other_number_wanted', formula, { found: kind, wanted: wanted.join(', ') })
  return kind
}

function checkOperation(node: OperationNode, measures: Measures): FormulaKind {
  const left = check(node.left, measures)
  const right = check(node.right, measures)
  const kinds = { left, right }
  if (node.operator === '+' || node.operator === '-') {
    if (left === right) return left
    if (isShare(left) && isShare(right)) return 'ratio'
    throw new FormulaError('kinds_differ', node, kinds)
  }
  if (node.operator === '*') {
    if (isShare(left) && isShare(right)) return left === 'ratio' || right === 'ratio' ? 'ratio' : 'number'
    if (isShare(left)) return right
    if (isShare(right)) return left
    throw new FormulaError('cannot_multiply', node, kinds)
  }
  if (right === 'number') return left
  if (left === 'number' || (isShare(left) !== isShare(right))) throw new FormulaError('cannot_divide', node, kinds)
  return 'ratio'
}

function isShare(kind: FormulaKind): boolean {
  return kind === 'ratio' || kind === 'number'
}

function checkMeasure({ code, filters, from, to }: MeasureRef, measures: Measures): MeasureInfo {
  const measure = measures.get(code)
  if (!measure) throw new FormulaError('unknown_measure', { from, to: from + code.length > to ? to : from + code.length }, { name: code, suggestion: nearest(code, [...measures.keys()]) ?? '' })
  for (const filter of filters) checkFilter(filter, measure)
  return measure
}

function checkFilter({ name, values, from, to }: Filter, { code, breakdowns }: MeasureInfo): void {
  const names = Object.keys(breakdowns)
  if (!Object.hasOwn(breakdowns, name)) {
    throw new FormulaError('unknown_filter', { from, to: Math.min(to, from + name.length) }, { measure: code, name, suggestion: nearest(name, names) ?? '', known: names.join(', ') })
  }
  const known = breakdowns[name]
  const value = known && values.find((one) => !known.includes(one))
  if (value !== undefined && value !== null && known) {
    throw new FormulaError('unknown_filter_value', { from, to }, { filter: name, value, suggestion: nearest(value, known) ?? '', known: known.join(', ') })
  }
}
