import * as z from 'zod/mini'
import { CERTAINTIES } from '#core/citations/contract.ts'
import { contract, Day, text } from '#platform/contract.ts'
import { ASPECTS, CITATION_SHOWS, CITATION_STANDINGS } from './model/citations.ts'

/** Entries on a page of the register of citations. */
export const CITATIONS_A_PAGE = 20

/** A document of the register that names another. */
const CitationSource = z.object({
  documentId: z.uuid(),
  /** “Kế hoạch 05/KH-THTBB”, or its subject where it has no number. */
  name: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
})
export type CitationSource = z.output<typeof CitationSource>

export const CitationEntry = z.object({
  /** Number and symbol as they are compared. */
  key: z.string(),
  type: z.string(),
  number: z.string(),
  symbol: z.string(),
  date: z.nullable(Day),
  issuer: z.nullable(z.string()),
  title: z.nullable(z.string()),
  /** In how many documents it is cited. */
  citedIn: z.int(),
  /** Where, the first ones. */
  sources: z.array(CitationSource),
  /** The document itself in the register of the unit or of a superior. */
  documentId: z.nullable(z.uuid()),
  standing: z.enum(CITATION_STANDINGS),
  /** What the register of the field says; null for a document that is only cited. */
  reference: z.nullable(
    z.object({
      from: z.nullable(Day),
      until: z.nullable(Day),
      replacedBy: z.nullable(z.string()),
      source: z.string(),
      sure: z.enum(CERTAINTIES),
      checkedOn: Day,
      dropped: z.boolean(),
      /** Of the word of a unit that holds; null for the list that ships. */
      changeId: z.nullable(z.uuid()),
      byUnitId: z.nullable(z.uuid()),
    }),
  ),
  contradictions: z.array(
    z.object({
      aspect: z.enum(ASPECTS),
      variants: z.array(
        z.object({
          value: z.string(),
          citedIn: z.int(),
          sources: z.array(CitationSource),
          isItself: z.boolean(),
          isRegistered: z.boolean(),
        }),
      ),
      /** Place of the one that is likely right among the variants, and what tells so. */
      likely: z.nullable(z.object({ variant: z.int(), because: z.enum(['itself', 'register', 'more']) })),
    }),
  ),
})
export type CitationEntry = z.output<typeof CitationEntry>

export const listCitations = contract({
  name: 'documents.listCitations',
  route: 'GET /api/units/:unitId/citations',
  permission: 'documents.readDrafts',
  summary: 'Every document that is cited in what the unit may see, with the register of the field: where, and where the citations contradict each other',
  input: z.object({
    unitId: z.uuid(),
    /** Words of the title or issuer, with or without diacritics, or the beginning of a number. */
    q: z.optional(text(200, 0)),
    show: z._default(z.enum(CITATION_SHOWS), 'all'),
    page: z._default(z.coerce.number<number | string>().check(z.int(), z.minimum(1), z.maximum(1_000)), 1),
  }),
  output: z.object({ entries: z.array(CitationEntry), found: z.int(), contradicted: z.int() }),
})
