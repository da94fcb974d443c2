import { POINT_LETTERS } from '../ordinals.ts'
import { squeeze } from '../vietnamese.ts'

/**
 * What may stand before a paragraph. The ranks are the order of nesting in Decree 30 (Phần, Chương, Mục, I., Điều, 1., 1.1, a));
 * a smaller rank encloses a greater one.
 */
export const RANKS = {
  appendix: 0,
  part: 1,
  chapter: 2,
  group: 3,
  upper: 4,
  roman: 5,
  article: 6,
  plain: 6.5,
  decimal: 7,
  closedNumber: 9.5,
  letter: 10,
} as const
export type LabelStyle = keyof typeof RANKS

export interface Label {
  readonly style: LabelStyle
  readonly rank: number
  /** Without punctuation: “I”, “1.1”, “a”, “Điều 1”. */
  readonly label: string
  /** As printed: “I.”, “a)”. */
  readonly printed: string
  /** Place in its series: 4 for IV, 2 for b and for 1.2; null when the label has none. */
  readonly value: number | null
  readonly rest: string
}

export interface Bullet {
  /** “-” for every dash, “(n)” for every number in brackets: the signs of one level. */
  readonly glyph: string
  readonly printed: string
  readonly rest: string
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** 1–89, or null when the letters are no Roman number. */
export function romanValue(text: string): number | null {
  if (!/^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return null
  let sum = 0
  for (let i = 0; i < text.length; i += 1) {
    const value = ROMAN_VALUES[text.charAt(i)] ?? 0
    sum += value < (ROMAN_VALUES[text.charAt(i + 1)] ?? 0) ? -value : value
  }
  return sum
}

const APPENDIX = /^(Phụ lục|PHỤ LỤC|Phu luc|PHU LUC)(?:\s+(?:[Ss]ố\s*|SỐ\s*)?([IVX]{1,5}|\d{1,2}(?:\.\d{1,2})?|[A-ZĐ]))?(?:\s*[.:–-]\s*|\s+(?=\p{Lu}{2})|\s*$)(.*)$/su
const NAMED = [
  ['part', /^(phần)\s+(thứ\s+\p{L}+|[IVX]{1,5}|\d{1,2}|[A-ZĐ])(?:\s*[.:–-]\s*|\s*$)(.*)$/isu],
  ['chapter', /^(chương)\s+([IVX]{1,5}|\d{1,2})(?:\s*[.:–-]\s*|\s*$)(.*)$/isu],
  ['group', /^(mục)\s+([IVX]{1,5}|\d{1,2})(?:\s*[.:–-]\s*|\s*$)(.*)$/isu],
  ['article', /^(điều)\s+(\d{1,3})(?:\s*[.:]\s*|\s*$)(.*)$/isu],
] as const

const ROMAN = /^([IVX]{1,6})\s?(?:[.)]\s*|[/:–-]\s+)(?=[\p{L}“"(])(.*)$/su
const UPPER = /^([A-HJ-UWYZĐ])\s?[.)]\s+(?=[\p{Lu}“"])(.*)$/su
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){0,3})\s?([.)/:]|\.\))?\s*(?=[\p{L}“"(])(.*)$/su
const LETTER = /^\(?([a-zđ])\s?(?:\)|[./]\s)\s*(?=[\p{L}\d“"(])(.*)$/su

function label(style: LabelStyle, text: string, whole: string, rest: string, value: number | null, deeper = 0): Label {
  const printed = squeeze(whole.slice(0, whole.length - rest.length))
  return { style, rank: RANKS[style] + deeper, label: text, printed, value, rest: rest.trim() }
}

/** “1. 100% cán bộ …”: the text begins with a figure of its own. */
const BEFORE_FIGURE = /^(\d{1,2})([.)])\s+(?=≥|\d+(?:,\d+)?\s?(?:%|\p{Ll}))(.*)$/su

function decimalLabel(text: string): Label | null {
  const figure = BEFORE_FIGURE.exec(text)
  if (figure) return label(figure[2] === ')' ? 'closedNumber' : 'decimal', figure[1] ?? '', text, figure[3] ?? '', Number(figure[1]))
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [, number = '', mark, rest = ''] = match
  const parts = number.split('.')
  // “01 hoạt động” is a quantity: a single number needs its full stop, and “1.5 tỷ” is not a second level.
  if (parts.length === 1 && mark === undefined) return null
  if (mark === undefined && !/^[\p{Lu}“"(]/u.test(rest)) return null
  if (mark === '/' && !/^\d+\/\s/.test(text)) return null
  const value = Number(parts.at(-1))
  if (mark === ')' && parts.length === 1) return label('closedNumber', number, text, rest, value)
  return label('decimal', number, text, rest, value, parts.length - 1)
}

/** The number, letter or name that makes a paragraph part of a numbered series; null when there is none. */
export function readLabel(text: string): Label | null {
  const appendix = APPENDIX.exec(text)
  if (appendix) {
    const [, word = '', number, rest = ''] = appendix
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`
    return label('appendix', number ? `${name} ${number}` : name, text, rest, number ? (romanValue(number) ?? (Number(number) || null)) : null)
  }
  for (const [style, pattern] of NAMED) {
    const match = pattern.exec(text)
    if (!match) continue
    const [, word = '', number = '', rest = ''] = match
    if (!/^\p{Lu}/u.test(word)) return null
    return label(style, squeeze(`${word} ${number}`), text, rest, Number(number) || romanValue(number))
  }
  const roman = ROMAN.exec(text)
  if (roman) {
    const value = romanValue(roman[1] ?? '')
    if (value !== null) return label('roman', roman[1] ?? '', text, roman[2] ?? '', value)
  }
  const upper = UPPER.exec(text)
  if (upper) return label('upper', upper[1] ?? '', text, upper[2] ?? '', POINT_LETTERS.indexOf((upper[1] ?? '').toLowerCase()) + 1)
  const decimal = decimalLabel(text)
  if (decimal) return decimal
  const letter = LETTER.exec(text)
  if (letter) {
    const place = POINT_LETTERS.indexOf(letter[1] ?? '')
    return label('letter', letter[1] ?? '', text, letter[2] ?? '', place < 0 ? null : place + 1)
  }
  return null
}

/** Dashes, dots, arrows, shapes, ornaments, and what symbol fonts have in their place; for a class of letters. */
export const BULLET_SIGNS = '-–—+•·‣⁃∙§*\\u2190-\\u21ff\\u25a0-\\u27bf\\u2b00-\\u2bff\\uf000-\\uf0ff'
const BULLET = new RegExp(`^([${BULLET_SIGNS}]|\\(\\d{1,2}\\)|o(?=\\s+[\\p{Lu}“"]))\\s*(?=[\\p{L}\\p{N}“"([<…])(.*)$`, 'su')

/** The sign of a list: “-”, “+”, “•”, “(1)”; null when there is none. */
export function readBullet(text: string): Bullet | null {
  const match = BULLET.exec(text)
  if (!match) return null
  const [, glyph = '', rest = ''] = match
  if (glyph === '+' && /^\d{3,}/.test(rest)) return null
  const plain = /^[–—]$/.test(glyph) ? '-' : /^\(\d/.test(glyph) ? '(n)' : glyph
  return { glyph: plain, printed: glyph, rest: rest.trim() }
}

/** The paragraph opens a new unit of text, whatever came before. */
export function opensUnit(text: string): boolean {
  return readBullet(text) !== null || readLabel(text) !== null
}
