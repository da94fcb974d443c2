import type { Filter, Formula, MeasureRef, OperationNode } from './syntax.ts'

/** The formula as text, with as few parentheses as it needs; reading it gives the same formula. */
export function print(formula: Formula): string {
  if (formula.kind === 'number') return formula.text
  if (formula.kind === 'measure') return printMeasure(formula)
  if (formula.kind === 'units') return `${formula.name}(${formula.measure ? printMeasure(formula.measure) : ''})`
  if (formula.kind === 'negation') return `-${formula.of.kind === 'operation' ? `(${print(formula.of)})` : print(formula.of)}`
  return `${side(formula, formula.left, false)} ${formula.operator} ${side(formula, formula.right, true)}`
}

export function printMeasure({ code, filters }: Pick<MeasureRef, 'code' | 'filters'>): string {
  return filters.length === 0 ? code : `${code}[${filters.map(printFilter).join(', ')}]`
}

function printFilter({ name, values }: Filter): string {
  return `${name}=${values.join('|')}`
}

function side(outer: OperationNode, inner: Formula, isRight: boolean): string {
  const text = print(inner)
  if (inner.kind !== 'operation') return text
  const isLooser = rank(inner) < rank(outer) || (isRight && rank(inner) === rank(outer))
  return isLooser ? `(${text})` : text
}

function rank({ operator }: OperationNode): number {
  return operator === '+' || operator === '-' ? 1 : 2
}
