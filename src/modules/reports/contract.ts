import type { DocumentModel } from '@songhanh/vanban/model'
import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { FORMS, LEVELS, LINES, OWNERSHIPS, SCHOOL_LEVELS } from '#core/units/model/unit.ts'
import type { Body } from './model/body.ts'
import { DEADLINE_WORDS } from './model/deadline.ts'
import { FORM_CODES, type Form } from './model/form.ts'
import { REPORT_STATES, ROUND_STATES } from './model/lifecycle.ts'

const Id = z.uuid()
const Key = z.string().check(z.minLength(1), z.maxLength(200))
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

export const ReportSummary = z.object({
  id: Id,
  unitId: Id,
  state: z.enum(REPORT_STATES),
  round: RoundSummary,
  dueOn: Day,
  toFill: z.nullable(z.int()),
  filled: z.nullable(z.int()),
  version: z.int(),
  isLate: z.boolean(),
  submittedAt: z.nullable(Instant),
  returnReason: z.nullable(z.string()),
  exemptReason: z.nullable(z.string()),
})
export type ReportSummary = z.output<typeof ReportSummary>

export const listReports = contract({
  name: 'reports.listReports',
  route: 'GET /api/units/:unitId/reports',
  permission: 'reports.read',
  summary: 'The reports that a unit is asked for and has given, by due day',
  input: z.object({ unitId: Id }),
  output: z.array(ReportSummary),
})

const CellEntryInput = z.object({
  state: z.enum(['auto', 'value', 'not_applicable']),
  value: z.nullable(z.number()),
  estimate: z.nullable(z.number()),
  note: z.nullable(z.string().check(z.maxLength(1000))),
})
const SentenceInput = z.object({ text: z.nullable(z.string().check(z.normalize('NFC'), z.maxLength(4000))), basis: z.string().check(z.maxLength(4000)) })
const Words = z.string().check(z.normalize('NFC'), z.maxLength(20_000))

/** One edit: what its author saw, and what it shall be. */
export const ChangeInput = z.union([
  z.object({ kind: z.enum(['texts', 'notes']), key: Key, before: z.nullable(Words), after: z.nullable(Words) }),
  z.object({ kind: z.literal('sentences'), key: Key, before: z.nullable(SentenceInput), after: z.nullable(SentenceInput) }),
  z.object({ kind: z.literal('cells'), key: Key, before: z.nullable(CellEntryInput), after: z.nullable(CellEntryInput) }),
])

const EntriesView = z.object({
  texts: z.record(z.string(), z.string()),
  sentences: z.record(z.string(), SentenceInput),
  cells: z.record(z.string(), CellEntryInput),
  notes: z.record(z.string(), z.string()),
})

export const Check = z.object({
  /** Stable: what a note is said to. */
  id: z.string(),
  code: z.string(),
  /** Errors block; a doubt asks for a note; the rest is told. */
  severity: z.enum(['error', 'doubt', 'info']),
  field: z.nullable(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  note: z.nullable(z.string()),
})
export type Check = z.output<typeof Check>

const Comment = z.object({ id: Id, number: z.int(), field: z.nullable(z.string()), text: z.string(), at: Instant })
const Step = z.object({ action: z.string(), note: z.nullable(z.string()), personName: z.nullable(z.string()), at: Instant })

export const ReportView = z.object({
  ...ReportSummary.shape,
  unitName: z.string(),
  form: z.custom<Form>(),
  instructions: z.nullable(z.string()),
  revision: z.int(),
  entries: EntriesView,
  body: z.custom<Body>(),
  /** Of the body as it is shown: what the head signs. */
  digest: z.string(),
  checks: z.array(Check),
  comments: z.array(Comment),
  /** Fields that a return opened; null: all are open. */
  openFields: z.nullable(z.array(z.string())),
  answerBy: z.nullable(Day),
  reason: z.nullable(z.string()),
  steps: z.array(Step),
  signedByName: z.nullable(z.string()),
  signedAt: z.nullable(Instant),
  receipt: z.nullable(z.object({ number: z.int(), digest: z.string(), submittedAt: Instant, isLate: z.boolean(), dueOn: Day })),
  /** What the newest version stands on and was corrected since: it no longer agrees. */
  corrections: z.array(z.object({ id: Id, number: z.int(), sourceUnitName: z.string(), reason: z.string(), at: Instant })),
  /** Figures of the newest version that the records now give otherwise. */
  differences: z.array(z.object({ key: z.string(), given: z.nullable(z.number()), now: z.nullable(z.number()) })),
  /** The due day as the calendar has it. */
  dueDay: DueDay,
  /** Merged or closed since the round opened: who carries on. */
  closed: z.nullable(z.object({ on: Day, successors: z.array(z.string()) })),
  actions: z.array(z.string()),
})
export type ReportView = z.output<typeof ReportView>

export const startReport = contract({
  name: 'reports.startReport',
  route: 'POST /api/reports/:reportId/start',
  permission: 'reports.edit',
  summary: 'Begins a report: it fills itself, texts and entries that another report of the unit over the same time has are taken over',
  input: ReportId,
  output: z.object({ reportId: Id, state: z.enum(REPORT_STATES), revision: z.int(), taken: z.int() }),
})

export const getReport = contract({
  name: 'reports.getReport',
  route: 'GET /api/reports/:reportId',
  permission: 'reports.read',
  summary: 'A report with its body, checks, comments and steps; the superior sees the newest submitted version',
  input: ReportId,
  output: ReportView,
})

export const saveReport = contract({
  name: 'reports.saveReport',
  route: 'POST /api/reports/:reportId/entries',
  permission: 'reports.edit',
  summary: 'Saves edits field by field; what somebody else changed meanwhile is reported and left',
  input: z.object({ reportId: Id, changes: z.array(ChangeInput).check(z.minLength(1), z.maxLength(500)) }),
  output: z.object({
    revision: z.int(),
    entries: EntriesView,
    conflicts: z.array(z.object({ kind: z.enum(['texts', 'notes', 'sentences', 'cells']), key: z.string(), theirs: z.union([z.string(), SentenceInput, CellEntryInput, z.null()]) })),
  }),
})

const acted = z.object({ reportId: Id, state: z.enum(REPORT_STATES) })

export const presentReport = contract({
  name: 'reports.presentReport',
  route: 'POST /api/reports/:reportId/present',
  permission: 'reports.edit',
  summary: 'Hands the report to the head to be signed; refused while an error stands or a doubt has no note',
  input: ReportId,
  output: acted,
})

export const sendBackReport = contract({
  name: 'reports.sendBackReport',
  route: 'POST /api/reports/:reportId/send-back',
  permission: 'reports.sign',
  summary: 'The head gives the report back to its writers, with what is to be mended',
  input: z.object({ reportId: Id, reason: text(2000, 5) }),
  output: acted,
})

export const recallReport = contract({
  name: 'reports.recallReport',
  route: 'POST /api/reports/:reportId/recall',
  permission: 'reports.edit',
  summary: 'Takes a report back to go on writing: from the head, or from the superior while that has not decided',
  input: ReportId,
  output: acted,
})

export const signReport = contract({
  name: 'reports.signReport',
  route: 'POST /api/reports/:reportId/sign',
  permission: 'reports.sign',
  summary: 'The head signs the report as it was read; one that has changed since is not signed',
  input: z.object({ reportId: Id, digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  output: acted,
})

export const submitReport = contract({
  name: 'reports.submitReport',
  route: 'POST /api/reports/:reportId/submit',
  permission: 'reports.submit',
  summary: 'Submits the signed report to the superior: a version with frozen figures, and its receipt',
  input: ReportId,
  output: z.object({ ...acted.shape, number: z.int(), digest: z.string(), submittedAt: Instant, isLate: z.boolean() }),
})

export const returnReport = contract({
  name: 'reports.returnReport',
  route: 'POST /api/reports/:reportId/return',
  permission: 'reports.ask',
  summary: 'Returns a submitted report with comments on fields; exactly these open again, all of it when none is named',
  input: z.object({
    reportId: Id,
    /** The version that was read: a newer one is not returned unseen. */
    number: z.int().check(z.minimum(1)),
    reason: text(2000, 5),
    comments: z._default(z.array(z.object({ field: Key, text: text(2000, 2) })).check(z.maxLength(200)), []),
    answerBy: z._default(z.nullable(Day), null),
  }),
  output: acted,
})

export const acceptReport = contract({
  name: 'reports.acceptReport',
  route: 'POST /api/reports/:reportId/accept',
  permission: 'reports.ask',
  summary: 'Accepts a submitted report',
  input: z.object({ reportId: Id, number: z.int().check(z.minimum(1)) }),
  output: acted,
})

export const correctReport = contract({
  name: 'reports.correctReport',
  route: 'POST /api/reports/:reportId/correct',
  permission: 'reports.edit',
  summary: 'Begins a new version of a report that was submitted, with the reason; the version before stays as it is',
  input: z.object({ reportId: Id, reason: text(2000, 5) }),
  output: acted,
})

export const getReportVersion = contract({
  name: 'reports.getReportVersion',
  route: 'GET /api/reports/:reportId/versions/:number',
  permission: 'reports.read',
  summary: 'A report as it was submitted',
  input: z.object({ reportId: Id, number: z.coerce.number<string | number>() }),
  output: z.object({ number: z.int(), form: z.custom<Form>(), body: z.custom<Body>(), digest: z.string(), reason: z.nullable(z.string()), isLate: z.boolean(), submittedAt: Instant }),
})


export const printReport = contract({
  name: 'reports.printReport',
  route: 'GET /api/reports/:reportId/document',
  permission: 'reports.read',
  summary: 'A report as the official document that is printed: as it reads now, or one of its submitted versions',
  input: z.object({ reportId: Id, number: z.optional(z.coerce.number<string | number>()) }),
  output: z.object({ model: z.custom<DocumentModel>(), form: z.custom<Form>(), body: z.custom<Body>(), fileName: z.string() }),
})
