import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'
import { OptionalText, Version } from './contract.ts'

// Numbers of documents and their series.

const Year = z.coerce.number<number | string>().check(z.int(), z.minimum(2000), z.maximum(2100))

export const numberDocument = contract({
  name: 'documents.numberDocument',
  route: 'POST /api/documents/:documentId/number',
  permission: 'documents.number',
  summary: 'Gives an approved document its number and day; the next free number unless one is chosen',
  input: z.object({
    documentId: z.uuid(),
    version: Version,
    issuedOn: Day,
    number: z.optional(text(10)),
    symbol: z.optional(text(60)),
  }),
  output: z.object({ version: Version, numberText: z.string(), symbol: z.string() }),
})

export const reserveNumber = contract({
  name: 'documents.reserveNumber',
  route: 'POST /api/units/:unitId/number-series/reserve',
  permission: 'documents.number',
  summary: 'Holds a number back for a document that is written on paper',
  input: z.object({ unitId: z.uuid(), docType: text(100), year: Year, number: z.optional(text(10)), note: text(300) }),
  output: z.object({ numberText: z.string(), symbol: z.nullable(z.string()) }),
})

export const NumberSeries = z.object({
  mode: z.enum(['per_type', 'single']),
  /** Letters of the unit in the symbol. */
  unitSymbol: z.nullable(z.string()),
  year: z.int(),
  series: z.array(
    z.object({
      /** `arrival`, `all` or a type of document. */
      series: z.string(),
      /** Numbers up to this one are spent. */
      lastNumber: z.int(),
      /** The next free one, as printed. */
      next: z.string(),
      held: z.array(z.object({ numberText: z.string(), note: z.string() })),
    }),
  ),
})
export type NumberSeries = z.output<typeof NumberSeries>

export const getSeries = contract({
  name: 'documents.getSeries',
  route: 'GET /api/units/:unitId/number-series',
  permission: 'documents.read',
  summary: 'How a unit numbers its documents in a year and how far it has counted',
  input: z.object({ unitId: z.uuid(), year: Year }),
  output: NumberSeries,
})

export const changeSeries = contract({
  name: 'documents.changeSeries',
  route: 'PUT /api/units/:unitId/number-series',
  permission: 'documents.changeSeries',
  summary: 'Decides how a unit numbers, with which letters, and from where it counts on',
  input: z.object({
    unitId: z.uuid(),
    mode: z.enum(['per_type', 'single']),
    unitSymbol: OptionalText(40),
    year: Year,
    series: z.array(z.object({ series: text(100), lastNumber: z.int().check(z.minimum(0), z.maximum(999_999)) })).check(z.maxLength(60)),
  }),
  output: NumberSeries,
})
