import type { PlanNode } from './plan-node.ts'

/**
 * What the engine says about words, citations and dates, told to the writer of a plan. Persons, days, numbers of a plan
 * and its points are judged by `check-plan.ts`; letterhead, number and the final mark are written by the printer.
 */
export const ADVICE_CODES = [
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

/** The first line that holds the words; null when they stand in what surrounds the body: bases, lead, closing. */
export function lineWith(nodes: readonly Pick<PlanNode, 'id' | 'text'>[], quote: string | null): string | null {
  return quote === null ? null : (nodes.find(({ text }) => text.includes(quote))?.id ?? null)
}
