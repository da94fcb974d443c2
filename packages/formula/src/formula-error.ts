/** What a formula can be refused for; whoever shows it has a sentence for each. */
export type FormulaFault =
  | 'empty'
  | 'too_long'
  | 'too_deep'
  | 'unexpected_character'
  | 'expected'
  | 'unknown_function'
  | 'wrong_arguments'
  | 'unknown_measure'
  | 'unknown_filter'
  | 'unknown_filter_value'
  | 'filter_twice'
  | 'kinds_differ'
  | 'cannot_multiply'
  | 'cannot_divide'
  | 'yes_no_alone'
  | 'other_number_wanted'

/** What the reader was waiting for where something else stood. */
export type Expected = 'operand' | 'operator_or_end' | 'name' | 'filter' | 'equals' | 'filter_value' | 'close_parenthesis' | 'close_bracket' | 'comma_or_close'

/**
 * A formula that means nothing. `from` and `to` are offsets of UTF-16 units in its text, `to` is behind the last one;
 * at the end of the text both are its length.
 */
export class FormulaError extends Error {
  override name = 'FormulaError'
  readonly fault: FormulaFault
  readonly from: number
  readonly to: number
  readonly params: Readonly<Record<string, string>>

  constructor(fault: FormulaFault, place: { readonly from: number; readonly to: number }, params: Readonly<Record<string, string>> = {}) {
    super(`${fault} at ${place.from}`)
    this.fault = fault
    this.from = place.from
    this.to = place.to
    this.params = params
  }
}
