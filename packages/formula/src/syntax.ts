/** Where a part stands in the text: offsets, `to` behind its last character. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** `sex=F` or `audience=teachers|staff`. */
export interface Filter extends Place {
  readonly name: string
  readonly values: readonly string[]
}

/** A measure with what narrows it: `pupils.enrolled[sex=F]`. */
export interface MeasureRef extends Place {
  readonly kind: 'measure'
  readonly code: string
  readonly filters: readonly Filter[]
}

export const OPERATORS = ['+', '-', '*', '/'] as const
export type Operator = (typeof OPERATORS)[number]

export const FUNCTIONS = ['units', 'units_with', 'units_known'] as const
/** `units()`: how many there are; `units_with(m)`: how many have m above 0; `units_known(m)`: how many have told m. */
export type FunctionName = (typeof FUNCTIONS)[number]

export interface NumberNode extends Place {
  readonly kind: 'number'
  /** Digits as they were written, such as `0.5`. */
  readonly text: string
}

export interface NegationNode extends Place {
  readonly kind: 'negation'
  readonly of: Formula
}

export interface OperationNode extends Place {
  readonly kind: 'operation'
  readonly operator: Operator
  readonly left: Formula
  readonly right: Formula
}

export interface UnitsNode extends Place {
  readonly kind: 'units'
  readonly name: FunctionName
  /** Null for `units()`. */
  readonly measure: MeasureRef | null
}

/** A parsed formula. */
export type Formula = MeasureRef | NumberNode | NegationNode | OperationNode | UnitsNode

/** Every measure of a formula, in the order of the text. */
export function measuresOf(formula: Formula): MeasureRef[] {
  if (formula.kind === 'measure') return [formula]
  if (formula.kind === 'negation') return measuresOf(formula.of)
  if (formula.kind === 'operation') return [...measuresOf(formula.left), ...measuresOf(formula.right)]
  if (formula.kind === 'units') return formula.measure ? [formula.measure] : []
  return []
}
