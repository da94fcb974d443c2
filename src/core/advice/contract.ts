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
  'duplicate-content',
  'duplicate-word',
  'duration-inconsistent',
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

export const NOVELTY_RELATIONS = ['own', 'superior', 'neighbour'] as const

/** A document beside which a draft was laid. */
export const NoveltySource = z.object({
  documentId: z.uuid(),
  /** own: an earlier one of the unit; neighbour: of a unit beside it. */
  relation: z.enum(NOVELTY_RELATIONS),
  name: z.string(),
  issuer: z.string(),
  /** Share of the draft’s words that stand in it, 0–1; null for a draft without sentences. */
  share: z.nullable(z.number()),
})
export type NoveltySource = z.output<typeof NoveltySource>

/** How much of a draft was taken over; bases, standing phrases and headings are not counted. */
export const NoveltyView = z.object({
  sentences: z.int(),
  /** Share of the words that stand in some of the documents, 0–1. */
  copiedShare: z.nullable(z.number()),
  sources: z.array(NoveltySource),
  copiedCount: z.int(),
  copied: z.array(
    z.object({
      text: z.string(),
      other: z.string(),
      /** Place of the document among the sources. */
      source: z.int(),
      likeness: z.number(),
      /** The same but for figures and days. */
      isSame: z.boolean(),
      place: z.nullable(z.string()),
    }),
  ),
})
export type NoveltyView = z.output<typeof NoveltyView>
