import { type Expected, FormulaError } from './formula-error.ts'
import { nearest } from './nearest.ts'
import { type Filter, type Formula, FUNCTIONS, type FunctionName, type MeasureRef, type Operator } from './syntax.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Parentheses and signs inside each other; what is deeper is no formula for people. */
const DEEPEST = 60

/**
 * Reads a formula: `pupils.enrolled[sex=F] / pupils.enrolled`.
 *
 * Sums and products with `+ − × ÷` (also `- * / :`), parentheses, numbers such as `0.5`, measures with filters in
 * brackets (`audience=teachers|staff, sex=F`), and `units()`, `units_with(…)`, `units_known(…)`.
 *
 * @throws FormulaError at the character where reading stopped, with what was expected there
 */
export function parse(text: string): Formula {
  const reader = new Reader(tokensOf(text))
  if (reader.isAtEnd()) throw new FormulaError('empty', { from: 0, to: text.length })
  const formula = reader.sum(0)
  if (!reader.isAtEnd()) throw reader.refuse('operator_or_end')
  return formula
}

class Reader {
  readonly tokens: readonly Token[]
  at = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  get token(): Token {
    return this.tokens[this.at]!
  }

  isAtEnd(): boolean {
    return this.token.kind === 'end'
  }

  refuse(expected: Expected): FormulaError {
    return new FormulaError('expected', this.token, { expected, found: this.token.text })
  }

  is(sign: string): boolean {
    return this.token.kind === 'sign' && this.token.text === sign
  }

  take(): Token {
    const taken = this.token
    this.at += 1
    return taken
  }

  takeSign(sign: string, expected: Expected): Token {
    if (!this.is(sign)) throw this.refuse(expected)
    return this.take()
  }

  sum(depth: number): Formula {
    return this.chain(['+', '-'], () => this.product(depth))
  }

  product(depth: number): Formula {
    return this.chain(['*', '/'], () => this.factor(depth))
  }

  /** Operators of one rank, from left to right. */
  chain(operators: readonly Operator[], next: () => Formula): Formula {
    let left = next()
    for (;;) {
      const operator = operators.find((sign) => this.is(sign))
      if (!operator) return left
      this.take()
      const right = next()
      left = { kind: 'operation', operator, left, right, from: left.from, to: right.to }
    }
  }

  factor(depth: number): Formula {
    const { token } = this
    if (depth > DEEPEST) throw new FormulaError('too_deep', token, { most: String(DEEPEST) })
    if (token.kind === 'number') {
      this.take()
      return { kind: 'number', text: token.text, from: token.from, to: token.to }
    }
    if (this.is('-')) {
      this.take()
      const of = this.factor(depth + 1)
      return { kind: 'negation', of, from: token.from, to: of.to }
    }
    if (this.is('(')) {
      this.take()
      const inner = this.sum(depth + 1)
      const { to } = this.takeSign(')', 'close_parenthesis')
      return { ...inner, from: token.from, to }
    }
    if (token.kind !== 'word') throw this.refuse('operand')
    const name = this.measure()
    return this.is('(') ? this.call(name) : this.filtered(name)
  }

  /** A name with points: `communication.contacts`. A word behind the point may begin with a digit. */
  measure(): { code: string; from: number; to: number } {
    const first = this.take()
    let { to } = first
    const parts = [first.text]
    while (this.is('.')) {
      this.take()
      if (this.token.kind !== 'word') throw this.refuse('name')
      const part = this.take()
      parts.push(part.text)
      to = part.to
    }
    return { code: parts.join('.'), from: first.from, to }
  }

  filtered({ code, from, to }: { code: string; from: number; to: number }): MeasureRef {
    if (!this.is('[')) return { kind: 'measure', code, filters: [], from, to }
    this.take()
    const filters = [this.filter([])]
    while (this.is(',')) {
      this.take()
      filters.push(this.filter(filters))
    }
    const end = this.takeSign(']', 'close_bracket')
    return { kind: 'measure', code, filters, from, to: end.to }
  }

  filter(before: readonly Filter[]): Filter {
    if (this.token.kind !== 'word') throw this.refuse('filter')
    const name = this.take()
    if (before.some((filter) => filter.name === name.text)) throw new FormulaError('filter_twice', name, { name: name.text })
    this.takeSign('=', 'equals')
    const values = [this.value()]
    while (this.is('|')) {
      this.take()
      values.push(this.value())
    }
    return { name: name.text, values: values.map((value) => value.text), from: name.from, to: values.at(-1)!.to }
  }

  /** A word, a number, or both joined by hyphens: `teachers`, `6_10`, `03-31`. */
  value(): { text: string; to: number } {
    if (!isOfValue(this.token)) throw this.refuse('filter_value')
    let { text, to } = this.take()
    for (;;) {
      const { token } = this
      const next = this.tokens[this.at + 1]
      const isHyphen = this.is('-') && next?.from === token.to && isOfValue(next)
      if (token.from !== to || !(isOfValue(token) || isHyphen)) return { text, to }
      text += token.text
      to = token.to
      this.take()
    }
  }

  call({ code, from, to }: { code: string; from: number; to: number }): Formula {
    const name = FUNCTIONS.find((known) => known === code)
    if (!name) throw new FormulaError('unknown_function', { from, to }, { name: code, suggestion: nearest(code, FUNCTIONS) ?? '', known: FUNCTIONS.join(', ') })
    this.take()
    const measure = this.is(')') ? null : this.argument(name, { from, to })
    const end = this.takeSign(')', 'close_parenthesis')
    if ((measure === null) !== (name === 'units')) throw wrongArguments(name, { from, to: end.to })
    return { kind: 'units', name, measure, from, to: end.to }
  }

  argument(name: FunctionName, place: { from: number; to: number }): MeasureRef {
    if (this.token.kind !== 'word') throw this.refuse('name')
    const measure = this.filtered(this.measure())
    if (this.is('(') || this.is(',')) throw wrongArguments(name, { from: place.from, to: this.token.to })
    return measure
  }
}

function isOfValue({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number'
}

function wrongArguments(name: FunctionName, place: { from: number; to: number }): FormulaError {
  return new FormulaError('wrong_arguments', place, { name, wanted: name === 'units' ? '0' : '1' })
}
