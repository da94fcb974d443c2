import { MOST_PUPILS } from './columns.ts'

export const COUNT_FAULTS = ['not_a_number', 'negative', 'decimal', 'too_large'] as const
/** Why what was typed is no number of pupils. */
export type CountFault = (typeof COUNT_FAULTS)[number]

/** The number of pupils that somebody typed; null for an empty cell: not known. */
export function readCount(typed: string): number | null | CountFault {
  const text = typed.replace(/[\s\u00a0]/g, '')
  if (text === '') return null
  // Thousands are grouped in threes with either sign; whatever else stands behind a sign is a fraction.
  const plain = /^-?\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text
  if (/^-\d+([.,]\d+)?$/.test(plain)) return 'negative'
  if (/^\d+[.,]\d+$/.test(plain)) return Number(plain.replace(',', '.')) % 1 === 0 ? readCount(plain.replace(/[.,]\d+$/, '')) : 'decimal'
  if (!/^\d+$/.test(plain)) return 'not_a_number'
  return Number(plain) > MOST_PUPILS ? 'too_large' : Number(plain)
}

export function isCountFault(read: number | null | CountFault): read is CountFault {
  return typeof read === 'string'
}
