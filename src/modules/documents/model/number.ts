import { withoutMarks } from '#platform/i18n/search.ts'
import { DOCUMENT_TYPES, isDocumentType } from './document-types.ts'

/** A number as it is counted, with the letter of one that was inserted between two others (38a). */
export interface DocumentNumber {
  readonly number: number
  /** One letter, or empty. */
  readonly suffix: string
}

/**
 * What a person wrote for a number; null when it is none.
 * @example parseNumber('05') // { number: 5, suffix: '' }
 */
export function parseNumber(text: string): DocumentNumber | null {
  const match = /^0*([1-9]\d{0,5})\s*([a-zđ])?$/u.exec(text.trim().normalize('NFC').toLowerCase())
  return match ? { number: Number(match[1]), suffix: match[2] ?? '' } : null
}

/**
 * “01” … “09”, “10”: numbers below 10 have a zero before them.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục I.3.c
 */
export function numberText({ number, suffix }: DocumentNumber): string {
  return `${String(number).padStart(2, '0')}${suffix}`
}

/**
 * “KH-THTBB” for a named type, “THTBB” for a công văn, to which the field of work may be added.
 * @param unitSymbol  letters of the unit; null leaves the symbol to be written by a person
 */
export function symbolOf(docType: string, unitSymbol: string | null): string | null {
  const letters = isDocumentType(docType) ? DOCUMENT_TYPES[docType] : null
  if (unitSymbol === null) return letters
  return letters === null ? unitSymbol : `${letters}-${unitSymbol}`
}

/** “15/KH-THTBB” as printed; null without a number. */
export function numberAndSymbol(number: string | null, symbol: string | null): string | null {
  if (number === null) return null
  return symbol === null ? number : `${number}/${symbol}`
}

/**
 * Number and symbol as they are compared: “05/KH-THTBB”, “5 / kh-thtbb” and “5/KH–THTBB” are the same. Null without a
 * number.
 */
export function numberKey(number: string | null, symbol: string | null): string | null {
  const whole = numberAndSymbol(number, symbol)
  return whole === null ? null : foldNumber(whole)
}

/** The key of what a person typed to find a number. */
export function foldNumber(text: string): string {
  return withoutMarks(text).toLowerCase().replace(/\s+/gu, '').replace(/[–—]/gu, '-').replace(/^0+(?=\d)/u, '')
}
