import * as z from 'zod/mini'
import { FORMS, LEVELS, LINES, OWNERSHIPS, SCHOOL_LEVELS } from '#core/units/model/unit.ts'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { DEADLINE_WORDS } from './model/deadline.ts'
import { type Form, FORM_CODES } from './model/form.ts'
import { REPORT_STATES, ROUND_STATES } from './model/lifecycle.ts'

// Rounds of reporting, as the superior opens and leads them.

const Id = z.uuid()
const RoundId = z.object({ roundId: Id })
const ReportId = z.object({ reportId: Id })

/** A due day with what the calendar makes of it; one that falls on a day off ends with the next working day. */
export const DueDay = z.object({ day: Day, isHoliday: z.boolean(), workingDayBefore: Day, inTimeUntil: Day })

export const AudienceInput = z.union([
  z.object({
    by: z.literal('kind'),
    levels: z.array(z.enum(LEVELS)).check(z.minLength(1), z.maxLength(LEVELS.length)),
    schoolLevels: z.optional(z.array(z.enum(SCHOOL_LEVELS)).check(z.maxLength(4))),
    forms: z.optional(z.array(z.enum(FORMS)).check(z.maxLength(3))),
    ownership: z.optional(z.array(z.enum(OWNERSHIPS)).check(z.maxLength(3))),
  }),
  z.object({ by: z.literal('list'), unitIds: z.array(Id).check(z.minLength(1), z.maxLength(50_000)) }),
])

/** What a superior says of a round before it opens. */
export const RoundFields = z.object({
  title: text(300),
  instructions: z._default(z.nullable(text(4000)), null),
  formCode: z.enum(FORM_CODES),
  line: z.enum(LINES),
  audience: AudienceInput,
  period: z.object({ from: Day, to: Day, label: text(120) }),
  /** What the figures are counted in: often ends before the period does. */
  window: z.object({ from: Day, to: Day }),
  deadline: z.object({ day: Day, word: z.enum(DEADLINE_WORDS) }),
  acceptLateUntil: z._default(z.nullable(Day), null),
  remindDays: z._default(z.array(z.int().check(z.minimum(0), z.maximum(60))).check(z.maxLength(10)), [14, 7, 3, 1, 0]),
})
export type RoundFields = z.output<typeof RoundFields>

const StateCounts = z.record(z.enum(REPORT_STATES), z.int())

export const RoundSummary = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  state: z.enum(ROUND_STATES),
  title: z.string(),
  formCode: z.enum(FORM_CODES),
  formVersion: z.int(),
  line: z.enum(LINES),
  period: z.object({ from: Day, to: Day, label: z.string() }),
  window: z.object({ from: Day, to: Day }),
  deadline: z.object({ day: Day, word: z.enum(DEADLINE_WORDS) }),
  dueOn: Day,
  acceptLateUntil: z.nullable(Day),
})
export type RoundSummary = z.output<typeof RoundSummary>

export const RoundView = z.object({
  ...RoundSummary.shape,
  instructions: z.nullable(z.string()),
  form: z.custom<Form>(),
  audience: AudienceInput,
  treeOn: Day,
  remindDays: z.array(z.int()),
  openedAt: z.nullable(Instant),
  closedAt: z.nullable(Instant),
  /** How many of its reports are in each state. */
  counts: StateCounts,
  actions: z.array(z.string()),
})
export type RoundView = z.output<typeof RoundView>

export const listRounds = contract({
  name: 'reports.listRounds',
  route: 'GET /api/units/:unitId/rounds',
  permission: 'reports.read',
  summary: 'Rounds in which a unit asks those below it for reports, newest first',
  input: z.object({ unitId: Id }),
  output: z.array(z.object({ ...RoundSummary.shape, counts: StateCounts })),
})

export const listForms = contract({
  name: 'reports.listForms',
  route: 'GET /api/report-forms',
  permission: 'session',
  summary: 'The forms that a round can ask with, in their newest version',
  input: z.object({}),
  output: z.array(z.custom<Form>()),
})

/** A figure of the form that units have given already in another report over the same time. */
const Reuse = z.object({ roundId: Id, title: z.string(), unitName: z.string(), units: z.int(), known: z.int(), asked: z.int() })

export const previewRound = contract({
  name: 'reports.previewRound',
  route: 'POST /api/units/:unitId/rounds/preview',
  permission: 'reports.ask',
  summary: 'Whom a round would ask, when its reports are due, and which of its figures the units have given already',
  input: z.object({ unitId: Id, ...RoundFields.shape }),
  output: z.object({
    dueOn: Day,
    dueDay: DueDay,
    treeOn: Day,
    recipients: z.array(z.object({ unitId: Id, name: z.string(), level: z.enum(LEVELS) })),
    /** Stood below in the tree of the period and are closed or elsewhere today. */
    gone: z.array(z.object({ unitId: Id, name: z.string() })),
    figures: z.int(),
    reuse: z.array(Reuse),
  }),
})
export type RoundPreview = z.output<typeof previewRound.output>

export const createRound = contract({
  name: 'reports.createRound',
  route: 'POST /api/units/:unitId/rounds',
  permission: 'reports.ask',
  summary: 'Makes a round as a draft; nobody is asked before it opens',
  input: z.object({ unitId: Id, ...RoundFields.shape }),
  output: RoundId,
})

export const changeRound = contract({
  name: 'reports.changeRound',
  route: 'PUT /api/rounds/:roundId',
  permission: 'reports.ask',
  summary: 'Changes a round that has not opened yet',
  input: z.object({ roundId: Id, ...RoundFields.shape }),
  output: RoundId,
})

export const openRound = contract({
  name: 'reports.openRound',
  route: 'POST /api/rounds/:roundId/open',
  permission: 'reports.ask',
  summary: 'Opens a round: every recipient gets a report to give, exempted ones with their reason',
  input: z.object({
    roundId: Id,
    exempt: z._default(z.array(z.object({ unitId: Id, reason: text(500, 3) })).check(z.maxLength(50_000)), []),
  }),
  output: z.object({ roundId: Id, reports: z.int(), exempt: z.int() }),
})

export const getRound = contract({
  name: 'reports.getRound',
  route: 'GET /api/rounds/:roundId',
  permission: 'reports.read',
  summary: 'A round with its form and how far its reports are',
  input: RoundId,
  output: RoundView,
})

export const closeRound = contract({
  name: 'reports.closeRound',
  route: 'POST /api/rounds/:roundId/close',
  permission: 'reports.ask',
  summary: 'Closes a round: nothing more is taken, except from units with an extension that still runs',
  input: RoundId,
  output: z.object({ roundId: Id, state: z.enum(ROUND_STATES) }),
})

export const reopenRound = contract({
  name: 'reports.reopenRound',
  route: 'POST /api/rounds/:roundId/reopen',
  permission: 'reports.ask',
  summary: 'Opens a closed round again, with the reason',
  input: z.object({ roundId: Id, reason: text(1000, 5) }),
  output: z.object({ roundId: Id, state: z.enum(ROUND_STATES) }),
})

export const withdrawRound = contract({
  name: 'reports.withdrawRound',
  route: 'POST /api/rounds/:roundId/withdraw',
  permission: 'reports.ask',
  summary: 'Gives a round up that has not opened yet',
  input: RoundId,
  output: z.object({ roundId: Id, state: z.enum(ROUND_STATES) }),
})

export const extendReport = contract({
  name: 'reports.extendReport',
  route: 'POST /api/reports/:reportId/extend',
  permission: 'reports.ask',
  summary: 'Gives one unit another due day, with the reason; opens a closed round for it alone',
  input: z.object({ reportId: Id, until: Day, reason: text(500, 3) }),
  output: z.object({ reportId: Id, dueOn: Day }),
})

export const exemptReport = contract({
  name: 'reports.exemptReport',
  route: 'POST /api/reports/:reportId/exempt',
  permission: 'reports.ask',
  summary: 'Lets a unit off, with the reason; it stays visible among the recipients',
  input: z.object({ reportId: Id, reason: text(500, 3) }),
  output: z.object({ reportId: Id, state: z.enum(REPORT_STATES) }),
})

export const requireReport = contract({
  name: 'reports.requireReport',
  route: 'POST /api/reports/:reportId/require',
  permission: 'reports.ask',
  summary: 'Asks an exempted unit after all; what it had written is there again',
  input: ReportId,
  output: z.object({ reportId: Id, state: z.enum(REPORT_STATES) }),
})

export const addRecipient = contract({
  name: 'reports.addRecipient',
  route: 'POST /api/rounds/:roundId/recipients',
  permission: 'reports.ask',
  summary: 'Asks one more unit below: one that was merged from others in the middle of the round, or was forgotten',
  input: z.object({ roundId: Id, unitId: Id }),
  output: ReportId,
})
