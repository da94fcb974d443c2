import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { LEVELS, SCHOOL_LEVELS } from '#core/units/model/unit.ts'
import { BOARD_CHIPS, BOARD_SORTS, NEXT_STEPS } from './model/board.ts'
import { REPORT_STATES } from './model/lifecycle.ts'
import { RoundSummary } from './round-contract.ts'

// How a superior looks over a round: its board, reminders and contacts, the tree of then and of now.

const Id = z.uuid()
const RoundId = z.object({ roundId: Id })

/** What of a board is shown. */
export const boardFilter = {
  chip: z.optional(z.enum(BOARD_CHIPS)),
  state: z.optional(z.enum(REPORT_STATES)),
  level: z.optional(z.enum([...LEVELS, ...SCHOOL_LEVELS])),
  communeId: z.optional(Id),
  /** Part of a name, with or without diacritics. */
  q: z.optional(z.string().check(z.normalize('NFC'), z.maxLength(100))),
}

const ContactPerson = z.object({ name: z.string(), jobTitle: z.nullable(z.string()), phone: z.nullable(z.string()) })

export const BoardRow = z.object({
  reportId: Id,
  unitId: Id,
  unitName: z.string(),
  level: z.enum(LEVELS),
  commune: z.nullable(z.string()),
  state: z.enum(REPORT_STATES),
  toFill: z.nullable(z.int()),
  filled: z.nullable(z.int()),
  version: z.int(),
  submittedAt: z.nullable(Instant),
  isLate: z.boolean(),
  /** With the unit's own extension. */
  dueOn: Day,
  extendedUntil: z.nullable(Day),
  exemptReason: z.nullable(z.string()),
  returnReason: z.nullable(z.string()),
  reminders: z.int(),
  remindedAt: z.nullable(Instant),
  automaticReminders: z.int(),
  contact: z.nullable(ContactPerson),
  /** Merged or closed meanwhile: since when, who carries on, and whether these are asked as well. */
  closedOn: z.nullable(Day),
  successors: z.array(z.object({ unitId: Id, name: z.string(), isAsked: z.boolean() })),
  next: z.enum(NEXT_STEPS),
})
export type BoardRow = z.output<typeof BoardRow>

const StateCounts = z.record(z.enum(REPORT_STATES), z.int())

export const getBoard = contract({
  name: 'reports.getBoard',
  route: 'GET /api/rounds/:roundId/board',
  permission: 'reports.ask',
  summary: 'How the reports of a round stand: counts per state, and 50 units a page by what has to be done first',
  input: z.object({
    roundId: Id,
    ...boardFilter,
    sort: z.optional(z.enum(BOARD_SORTS)),
    page: z._default(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(2000)), 1),
  }),
  output: z.object({
    round: RoundSummary,
    canManage: z.boolean(),
    counts: StateCounts,
    chips: z.record(z.enum(BOARD_CHIPS), z.int()),
    communes: z.array(z.object({ id: Id, name: z.string(), units: z.int() })),
    levels: z.array(z.enum([...LEVELS, ...SCHOOL_LEVELS])),
    found: z.int(),
    pageSize: z.int(),
    rows: z.array(BoardRow),
  }),
})
export type Board = z.output<typeof getBoard.output>

export const listBoardReports = contract({
  name: 'reports.listBoardReports',
  route: 'GET /api/rounds/:roundId/board/reports',
  permission: 'reports.ask',
  summary: 'The ids of all reports that a filter of the board finds, to select them over all pages',
  input: z.object({ roundId: Id, ...boardFilter }),
  output: z.object({ reportIds: z.array(Id) }),
})

export const exportBoard = contract({
  name: 'reports.exportBoard',
  route: 'GET /api/rounds/:roundId/board-sheet',
  permission: 'reports.ask',
  summary: 'The board as the filter shows it, whole, for a workbook; /board.xlsx is the workbook',
  input: z.object({ roundId: Id, ...boardFilter }),
  output: z.object({ round: RoundSummary, rows: z.array(BoardRow) }),
})

export const nextInQueue = contract({
  name: 'reports.nextInQueue',
  route: 'GET /api/rounds/:roundId/queue',
  permission: 'reports.ask',
  summary: 'The report that waits longest for the superior, after another one, and how many wait',
  input: z.object({ roundId: Id, after: z.optional(Id) }),
  output: z.object({ reportId: z.nullable(Id), previousId: z.nullable(Id), waiting: z.int() }),
})

const reminder = {
  roundId: Id,
  reportIds: z.array(Id).check(z.minLength(1), z.maxLength(5000)),
  /** With {trường}, {hạn} and {phần thiếu}. */
  text: text(1500, 10),
}

export const previewReminder = contract({
  name: 'reports.previewReminder',
  route: 'POST /api/rounds/:roundId/reminders/preview',
  permission: 'reports.ask',
  summary: 'What each unit would be told, and which were reminded within 48 hours or owe nothing',
  input: z.object(reminder),
  output: z.object({
    units: z.array(z.object({ reportId: Id, unitName: z.string(), text: z.string(), remindedAt: z.nullable(Instant) })),
    /** Gave already, or are let off. */
    nothingDue: z.array(z.string()),
    recent: z.int(),
  }),
})

export const remindUnits = contract({
  name: 'reports.remindUnits',
  route: 'POST /api/rounds/:roundId/reminders',
  permission: 'reports.ask',
  summary: 'Reminds units in the app and by e-mail; those reminded within 48 hours only when that is said again',
  input: z.object({ ...reminder, again: z._default(z.boolean(), false) }),
  output: z.object({ reminded: z.int(), skipped: z.int() }),
})

export const CONTACT_KINDS = ['reminder', 'automatic', 'call', 'zalo', 'other'] as const

export const noteContact = contract({
  name: 'reports.noteContact',
  route: 'POST /api/reports/:reportId/contacts',
  permission: 'reports.ask',
  summary: 'Notes that somebody called a unit or wrote to it, and what was said',
  input: z.object({ reportId: Id, kind: z.enum(['call', 'zalo', 'other']), withWhom: z._default(z.nullable(text(200)), null), said: z._default(z.nullable(text(2000)), null) }),
  output: z.object({ contactId: Id }),
})

export const listContacts = contract({
  name: 'reports.listContacts',
  route: 'GET /api/reports/:reportId/contacts',
  permission: 'reports.ask',
  summary: 'Reminders, calls and messages to a unit in a round, newest first',
  input: z.object({ reportId: Id }),
  output: z.array(
    z.object({ id: Id, kind: z.enum(CONTACT_KINDS), withWhom: z.nullable(z.string()), said: z.nullable(z.string()), personName: z.nullable(z.string()), told: z.nullable(z.int()), at: Instant }),
  ),
})

// ---- Then and now

const TreeFigure = z.object({ value: z.nullable(z.number()), known: z.int(), units: z.int() })

export const compareTrees = contract({
  name: 'reports.compareTrees',
  route: 'GET /api/rounds/:roundId/trees',
  permission: 'reports.ask',
  summary: 'Figures of the round from the records, on the tree of the period and on today’s, with what cannot be followed',
  input: RoundId,
  output: z.object({
    round: RoundSummary,
    treeOn: Day,
    rows: z.array(z.object({ key: z.string(), table: z.string(), label: z.string(), column: z.string(), asThen: TreeFigure, asNow: TreeFigure })),
    breaks: z.array(z.object({ unitId: Id, name: z.string(), onDay: Day, kind: z.enum(['split', 'abolish']), isIncluded: z.boolean() })),
    /** Merged since the period: figures of the left stand with the right in the tree of today. */
    merged: z.array(z.object({ from: z.string(), to: z.string(), onDay: Day })),
  }),
})

// ---- Consolidation
