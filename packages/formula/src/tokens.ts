import { FormulaError } from './formula-error.ts'
import type { Place } from './syntax.ts'

export interface Token extends Place {
  readonly kind: 'number' | 'word' | 'sign' | 'end'
  /** As it stands in the text; signs in their plain form: `×` is `*`. */
  readonly text: string
}

/** Longer than any formula that a person can check by reading. */
const LONGEST = 4_000

const PLAIN: Readonly<Record<string, string>> = { '×': '*', '·': '*', '÷': '/', ':': '/', '−': '-', '–': '-' }

const PATTERN = /(?<blank>\s+)|(?<number>\d+(?:\.\d+)?)|(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<sign>[-+*/×·÷:−–()[\],=|.])/uy

/**
 * The text cut into numbers, words and signs, with an end behind the last one.
 * @throws FormulaError `too_long`, `unexpected_character`
 */
export function tokensOf(text: string): Token[] {
  if (text.length > LONGEST) throw new FormulaError('too_long', { from: LONGEST, to: text.length }, { most: String(LONGEST) })
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    PATTERN.lastIndex = at
    const found = PATTERN.exec(text)
    if (!found) throw unexpected(text, at)
    const { blank, number, word, sign } = found.groups!
    const to = at + found[0].length
    if (number !== undefined) tokens.push({ kind: 'number', text: number, from: at, to })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, from: at, to })
    else if (sign !== undefined && blank === undefined) tokens.push({ kind: 'sign', text: PLAIN[sign] ?? sign, from: at, to })
    at = to
  }
  return [...tokens, { kind: 'end', text: '', from: text.length, to: text.length }]
}

function unexpected(text: string, at: number): FormulaError {
  const found = String.fromCodePoint(text.codePointAt(at)!)
  return new FormulaError('unexpected_character', { from: at, to: at + found.length }, { found })
}
