import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { Decimal, HandEntry } from './contract.ts'
import { PERIODS, UNITS_OF_MEASURE } from './model/definition.ts'

// Figures entered by hand, one by one or from a sheet.

const Year = z.coerce.number().check(z.int(), z.minimum(2020), z.maximum(2050))
const Named = z.object({ vi: z.string(), en: z.string() })
const Id = z.uuid()
const Code = z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,11}$/))

const HandFields = {
  part: z._default(z.nullable(Decimal), null),
  whole: z._default(z.nullable(Decimal), null),
  value: z._default(z.nullable(Decimal), null),
  /** Women and girls among each, where the indicator is broken down by sex. */
  partWomen: z._default(z.nullable(Decimal), null),
  wholeWomen: z._default(z.nullable(Decimal), null),
  valueWomen: z._default(z.nullable(Decimal), null),
  yes: z._default(z.nullable(z.boolean()), null),
}

export const HandFigure = z.object({
  id: Id,
  part: z.nullable(z.string()),
  whole: z.nullable(z.string()),
  value: z.nullable(z.string()),
  partWomen: z.nullable(z.string()),
  wholeWomen: z.nullable(z.string()),
  valueWomen: z.nullable(z.string()),
  yes: z.nullable(z.boolean()),
  isEstimate: z.boolean(),
  note: z.nullable(z.string()),
  file: z.nullable(z.object({ id: Id, name: z.string() })),
  byName: z.nullable(z.string()),
  at: Instant,
})

export const HandRow = z.object({
  code: z.string(),
  name: Named,
  unit: z.enum(UNITS_OF_MEASURE),
  hand: HandEntry,
  /** Whether women may be told apart. */
  bySex: z.boolean(),
  /** The spans of the year for which it is entered. */
  spans: z.array(z.object({ from: Day, to: Day, kind: z.enum(PERIODS), figure: z.nullable(HandFigure) })),
})
export type HandRow = z.output<typeof HandRow>

export const listHandFigures = contract({
  name: 'indicators.listHandFigures',
  route: 'GET /api/units/:unitId/hand-figures',
  permission: 'indicators.read',
  summary: 'Figures that are entered by hand, of a unit in a year, with what is still missing',
  input: z.object({ unitId: Id, year: Year }),
  output: z.object({ rows: z.array(HandRow), canEnter: z.boolean() }),
})

export const saveHandFigure = contract({
  name: 'indicators.saveHandFigure',
  route: 'PUT /api/units/:unitId/hand-figures/:code/:to',
  permission: 'indicators.enter',
  summary: 'Enters a figure as it stands at the end of a span; a figure in a report is changed with a reason',
  input: z.object({ unitId: Id, code: Code, to: Day, ...HandFields, note: z._default(z.nullable(text(500)), null), reason: z._default(z.nullable(text(500)), null) }),
  output: z.object({ id: Id }),
})

export const removeHandFigure = contract({
  name: 'indicators.removeHandFigure',
  route: 'DELETE /api/hand-figures/:figureId',
  permission: 'indicators.enter',
  summary: 'Takes a figure back: it is unknown again, not 0',
  input: z.object({ figureId: Id, reason: z._default(z.nullable(text(500)), null) }),
  output: z.null(),
})

/** The file travels as a multipart field `file` beside this input. */
export const attachEvidence = contract({
  name: 'indicators.attachEvidence',
  route: 'POST /api/hand-figures/:figureId/file',
  permission: 'indicators.enter',
  summary: 'Adds the evidence of a figure that was entered by hand',
  input: z.object({ figureId: Id }),
  output: z.object({ fileId: Id }),
})

export const getEvidence = contract({
  name: 'indicators.getEvidence',
  route: 'GET /api/hand-figures/:figureId/evidence',
  permission: 'indicators.read',
  summary: 'What the evidence of a figure is; its bytes lie under …/file',
  input: z.object({ figureId: Id }),
  output: z.object({ name: z.string(), digest: z.string(), mediaType: z.string(), bytes: z.number() }),
})

export const SHEET_FAULTS = ['code_unknown', 'span_unknown', 'number_wrong', 'yes_wrong', 'part_above_whole', 'women_wrong', 'incomplete', 'frozen'] as const

export const SheetOutcome = z.object({
  digest: z.string(),
  rows: z.number(),
  changed: z.number(),
  same: z.number(),
  faults: z.array(z.object({ row: z.number(), column: z.string(), code: z.enum(SHEET_FAULTS), value: z.string() })),
  written: z.boolean(),
})
export type SheetOutcome = z.output<typeof SheetOutcome>

/** The file travels as a multipart field `file` beside this input. */
export const importHandFigures = contract({
  name: 'indicators.importHandFigures',
  route: 'POST /api/units/:unitId/hand-figures/import/:mode',
  permission: 'indicators.enter',
  summary: 'Says cell by cell what an XLSX file of figures would do, or writes it when it has no fault',
  input: z.object({ unitId: Id, mode: z.enum(['preview', 'write']), digest: z.string(), rows: z.array(z.object({ row: z.number(), cells: z.record(z.string(), z.string()) })) }),
  output: SheetOutcome,
})
