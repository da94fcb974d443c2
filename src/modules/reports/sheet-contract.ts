import * as z from 'zod/mini'
import { contract } from '#platform/contract.ts'
import { CellEntryInput } from './contract.ts'

// The figures of a report in from a workbook.

const Id = z.uuid()

/** What is wrong in one cell of a sheet. */
export const SheetFault = z.object({
  sheet: z.string(),
  /** `C7`; null for the sheet or the file as a whole. */
  cell: z.nullable(z.string()),
  /** Row and column in words. */
  place: z.nullable(z.string()),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SheetFault = z.output<typeof SheetFault>

/** A figure that the file gives otherwise than the report. `before` and `after` are what `saveReport` takes. */
export const SheetChange = z.object({
  sheet: z.string(),
  cell: z.string(),
  place: z.string(),
  key: z.string(),
  /** As it reads now, and as it would. */
  was: z.nullable(z.union([z.number(), z.string()])),
  becomes: z.nullable(z.union([z.number(), z.string()])),
  before: z.nullable(CellEntryInput),
  after: z.nullable(CellEntryInput),
  /** The answer to the jump of the figure, where the file has another one. */
  said: z.nullable(z.object({ before: z.string(), after: z.nullable(z.string()) })),
})
export type SheetChange = z.output<typeof SheetChange>

export const readFigures = contract({
  name: 'reports.readFigures',
  route: 'POST /api/reports/:reportId/figure-sheet',
  permission: 'reports.edit',
  summary: 'Says what the workbook of a report, filled in offline, would change and which cells cannot be; writes nothing',
  input: z.object({ reportId: Id }),
  output: z.object({ changes: z.array(SheetChange), same: z.int(), faults: z.array(SheetFault) }),
})
export type FiguresRead = z.output<typeof readFigures.output>
