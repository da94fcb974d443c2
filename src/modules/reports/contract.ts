import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import type { Body } from './model/body.ts'
import type { Form } from './model/form.ts'
import { REPORT_STATES } from './model/lifecycle.ts'
import { DueDay, RoundSummary } from './round-contract.ts'
import type { DocumentModel } from '@songhanh/vanban/model'

const Id = z.uuid()
const Key = z.string().check(z.minLength(1), z.maxLength(200))
const ReportId = z.object({ reportId: Id })

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

export const CellEntryInput = z.object({
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
  /** Written for its superior alone: nothing goes along to the drafts of `inStep`, and nothing comes from them. */
  isApart: z.boolean(),
  /** Drafts over the same time that take the same texts and figures along, unless written apart; `apart`: texts that were written otherwise for the other superior. */
  inStep: z.array(z.object({ reportId: Id, title: z.string(), superiorName: z.string(), isApart: z.boolean(), apart: z.int() })),
  steps: z.array(Step),
  signedByName: z.nullable(z.string()),
  signedAt: z.nullable(Instant),
  receipt: z.nullable(z.object({ number: z.int(), digest: z.string(), submittedAt: Instant, isLate: z.boolean(), dueOn: Day })),
  /** As which the newest version was issued; null before that. */
  document: z.nullable(z.object({ documentId: Id, numberText: z.string(), issuedOn: Day })),
  /** What the newest version stands on and was corrected since: it no longer agrees. */
  corrections: z.array(z.object({ id: Id, number: z.int(), sourceUnitName: z.string(), reason: z.string(), at: Instant })),
  /** Figures that the records now give otherwise than what was signed, or submitted in the newest version. */
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

export const writeApart = contract({
  name: 'reports.writeApart',
  route: 'POST /api/reports/:reportId/apart',
  permission: 'reports.edit',
  summary: 'Writes a report for its superior alone from now on, or together again with the others over the same time; changes no text',
  input: z.object({ reportId: Id, isApart: z.boolean() }),
  output: z.object({ reportId: Id, isApart: z.boolean() }),
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

export const issueReport = contract({
  name: 'reports.issueReport',
  route: 'POST /api/reports/:reportId/issue',
  permission: 'reports.issue',
  summary: 'Issues the newest submitted version as a numbered document of the unit, to its superior; without a number the next one',
  input: z.object({ reportId: Id, number: z.optional(z.int().check(z.minimum(1), z.maximum(99_999))), issuedOn: Day }),
  output: z.object({ reportId: Id, number: z.int(), documentId: Id, numberText: z.string(), issuedOn: Day }),
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
  output: z.object({ model: z.custom<DocumentModel>(), form: z.custom<Form>(), body: z.custom<Body>(), notes: z.record(z.string(), z.string()), fileName: z.string(), roundTitle: z.string(), unitName: z.string() }),
})
