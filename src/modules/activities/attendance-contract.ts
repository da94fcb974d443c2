import * as z from 'zod/mini'
import { contract } from '#platform/contract.ts'
import { Attendee } from './contract.ts'
import { SheetFault, sheetCells } from './sheet-contract.ts'

// The list of participants out to a workbook and in from one: personal data, for the own unit alone.

const Id = z.uuid()
const Kind = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

export const exportAttendance = contract({
  name: 'activities.exportAttendance',
  route: 'GET /api/units/:unitId/attendance-sheet',
  permission: 'activities.readNames',
  summary: 'The participants of an activity for a workbook; without an activity the empty form; /attendance-sheet.xlsx is the workbook',
  input: z.object({ unitId: Id, kind: Kind, recordId: z.optional(Id) }),
  output: z.object({ title: z.string(), kind: z.string(), attendees: z.array(Attendee) }),
})

export const AttendanceAnswer = z.object({ attendees: z.array(Attendee), faults: z.array(SheetFault) })
export type AttendanceAnswer = z.output<typeof AttendanceAnswer>

/** Called by the upload route, which has read the workbook. */
export const readAttendance = contract({
  name: 'activities.readAttendance',
  route: 'POST /api/units/:unitId/attendance-rows',
  permission: 'activities.edit',
  summary: 'Says whom the rows of a workbook name, and which cells cannot be; nothing is written',
  input: z.object({ unitId: Id, kind: Kind, sheets: sheetCells }),
  output: AttendanceAnswer,
})

/** The form with the workbook. */
export const uploadAttendance = contract({
  name: 'activities.uploadAttendance',
  route: 'POST /api/units/:unitId/attendance-sheet/:kind',
  permission: 'activities.edit',
  summary: 'Reads a list of participants out of a workbook for the form of an activity; nothing is written',
  input: z.object({ unitId: Id, kind: Kind }),
  output: AttendanceAnswer,
})
