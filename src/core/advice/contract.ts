import * as z from 'zod/mini'

/**
 * What the engine says about words, citations and dates, told to whoever writes a document here. Letterhead, number and
 * the final mark are written by the printer; persons, days and figures are judged by the module of the document.
 */
const ADVICE_CODES = [
  'abolished-body',
  'basis-order',
  'citation-date-conflict',
  'citation-format',
  'citation-issuer-conflict',
  'citation-missing-date',
  'citation-missing-issuer',
  'citation-missing-subject',
  'citation-number-conflict',
  'citation-symbol-conflict',
  'citation-title-conflict',
  'citation-type-mismatch',
  'date-differs-from-superior',
  'date-inconsistent',
  'duplicate-word',
  'empty-placeholder',
  'expired-basis',
  'gender-stereotype',
  'lowercase-start',
  'missing-space',
  'orthography',
  'punctuation',
  'scope-mismatch',
  'spelling',
  'unclosed-quote',
  'unmatched-quote',
  'weekday-mismatch',
  'wrong-year',
] as const

export type AdviceCode = (typeof ADVICE_CODES)[number]

export const isAdviceCode = (code: string): code is AdviceCode => (ADVICE_CODES as readonly string[]).includes(code)

/** One remark of an editor. */
export const AdviceNote = z.object({
  code: z.enum(ADVICE_CODES),
  severity: z.enum(['error', 'warning', 'info']),
  /** The words as they stand; null when something is absent. */
  quote: z.nullable(z.string()),
  note: z.string(),
  /** In place of the quote, where that can be told. */
  proposal: z.nullable(z.string()),
  /** The line or part of the document in which the words stand, as its module names it; null in what surrounds the body. */
  place: z.nullable(z.string()),
})
export type AdviceNote = z.output<typeof AdviceNote>
