import * as z from 'zod/mini'
import { RECORD_STATES } from '#core/records/model/record.ts'
import { contract, Day } from '#platform/contract.ts'
import { filters, Values } from './contract.ts'

// Records out to a workbook and in from one.

const Id = z.uuid()

export const exportActivities = contract({
  name: 'activities.export',
  route: 'GET /api/units/:unitId/activity-sheet',
  permission: 'activities.read',
  summary: 'The activities of a selection for a workbook; /activity-sheet.xlsx is the workbook, which is also the template of an import',
  input: z.object({ unitId: Id, ...filters }),
  output: z.object({
    unitName: z.string(),
    activities: z.array(z.object({ id: Id, kind: z.string(), kindVersion: z.int(), state: z.enum(RECORD_STATES), revision: z.int(), values: Values })),
  }),
})
export type OutputOfExport = z.output<typeof exportActivities.output>

/** What is wrong in one cell of a sheet. */
export const SheetFault = z.object({
  sheet: z.string(),
  /** `C7`; null for the sheet or row as a whole. */
  cell: z.nullable(z.string()),
  row: z.nullable(z.int()),
  column: z.nullable(z.string()),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SheetFault = z.output<typeof SheetFault>

export const ImportAnswer = z.object({
  fresh: z.int(),
  changed: z.int(),
  same: z.int(),
  faults: z.array(SheetFault),
  /** Nothing was written: it was a trial, or there were faults. */
  isDry: z.boolean(),
  /** The first rows, as they would stand afterwards. */
  sample: z.array(z.object({ sheet: z.string(), row: z.int(), title: z.string(), onDay: z.nullable(Day), what: z.enum(['fresh', 'changed', 'same']) })),
})
export type ImportAnswer = z.output<typeof ImportAnswer>

const Cell = z.nullable(z.union([z.string().check(z.maxLength(40_000)), z.number(), z.boolean()]))

/** The sheets of a workbook as they were typed. */
export const sheetCells = z
  .array(z.object({ name: z.string().check(z.maxLength(100)), rows: z.array(z.array(Cell).check(z.maxLength(16_384))).check(z.maxLength(3_000)), formulas: z.array(z.string()), merged: z.array(z.string()) }))
  .check(z.maxLength(100))

const Workbook = { unitId: Id, sheets: sheetCells }

/** Both called by the upload route, which has read the workbook. */
export const tryImport = contract({
  name: 'activities.tryImport',
  route: 'POST /api/units/:unitId/activity-rows/trial',
  permission: 'activities.edit',
  summary: 'Says what the cells of a workbook would change, and which cannot be',
  input: z.object(Workbook),
  output: ImportAnswer,
})

export const importActivities = contract({
  name: 'activities.import',
  route: 'POST /api/units/:unitId/activity-rows',
  permission: 'activities.edit',
  summary: 'Writes activities out of the cells of a workbook; all of them or, where one cell is wrong, none',
  input: z.object(Workbook),
  output: ImportAnswer,
})

/** The form with the workbook; the query says whether it is a trial. */
export const importSheet = contract({
  name: 'activities.importSheet',
  route: 'POST /api/units/:unitId/activity-sheet/:mode',
  permission: 'activities.edit',
  summary: 'Takes a workbook in: `thu` only says what would happen, `ghi` writes it',
  input: z.object({ unitId: Id, mode: z.enum(['thu', 'ghi']) }),
  output: ImportAnswer,
})
