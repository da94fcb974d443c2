import type { DocumentModel } from '@songhanh/vanban/model'
import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import type { Body } from './model/body.ts'
import { CONSOLIDATION_STATES } from './model/consolidation-lifecycle.ts'
import type { Form } from './model/form.ts'
import { REPORT_STATES } from './model/lifecycle.ts'
import { RoundSummary } from './round-contract.ts'

// What a superior makes of the reports of a round.

const Id = z.uuid()
const RoundId = z.object({ roundId: Id })
const ConsolidationId = z.object({ consolidationId: Id })

export const ConsolidatedFigure = z.object({
  key: z.string(),
  code: z.string(),
  name: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  rollUp: z.enum(['add', 'divide_sums', 'count_units', 'mean']),
  value: z.nullable(z.number()),
  part: z.nullable(z.number()),
  whole: z.nullable(z.number()),
  estimate: z.nullable(z.number()),
  /** Of a mean: what it is the mean of, unrounded. */
  sum: z.optional(z.number()),
  /** n of N: reports that give it, of those that should. */
  known: z.int(),
  units: z.int(),
  /** Units of the round whose number is not in it, by id. */
  missing: z.array(z.string()),
  byHand: z.int(),
})
export type ConsolidatedFigure = z.output<typeof ConsolidatedFigure>

export const Quote = z.object({
  /** `<report>/<field>` */
  key: z.string().check(z.maxLength(300)),
  reportId: Id,
  unitName: z.string().check(z.maxLength(300)),
  /** Key of the part in the superior's own document. */
  part: z.string().check(z.maxLength(100)),
  text: text(4000),
})
export type Quote = z.output<typeof Quote>

const Texts = z.record(z.string().check(z.maxLength(200)), z.string().check(z.normalize('NFC'), z.maxLength(20_000)))

export const ConsolidationSummary = z.object({
  id: Id,
  roundId: Id,
  unitId: Id,
  state: z.enum(CONSOLIDATION_STATES),
  title: z.string(),
  cutOff: Day,
  withSubmitted: z.boolean(),
  included: z.int(),
  asked: z.int(),
  digest: z.nullable(z.string()),
  numberText: z.nullable(z.string()),
  issuedOn: z.nullable(Day),
  documentId: z.nullable(Id),
  changedAt: Instant,
})

const IncludedReport = z.object({ reportId: Id, unitId: Id, unitName: z.string(), number: z.int(), state: z.enum(REPORT_STATES), submittedAt: Instant })
const MissingUnit = z.object({ reportId: Id, unitId: Id, unitName: z.string(), state: z.enum(REPORT_STATES), why: z.enum(['not_given', 'after_cut_off', 'not_accepted', 'not_chosen', 'exempt']) })

export const ConsolidationView = z.object({
  ...ConsolidationSummary.shape,
  round: RoundSummary,
  form: z.custom<Form>(),
  revision: z.int(),
  figures: z.array(ConsolidatedFigure),
  texts: Texts,
  quotes: z.array(Quote),
  body: z.custom<Body>(),
  reports: z.array(IncludedReport),
  missing: z.array(MissingUnit),
  /** Sentences of the reports that say nearly the same, per part of the form; a person takes what fits. */
  groups: z.array(
    z.object({
      part: z.string(),
      groups: z.array(z.object({ text: z.string(), units: z.array(z.string()), sentences: z.array(z.object({ key: z.string(), reportId: Id, unitName: z.string(), text: z.string() })) })),
    }),
  ),
  /** Against what the reports say now: figures that would be others, and reports that came, changed or went since. */
  later: z.object({
    figures: z.array(z.object({ key: z.string(), frozen: z.nullable(z.number()), now: z.nullable(z.number()), knownThen: z.int(), knownNow: z.int() })),
    reports: z.array(z.object({ unitName: z.string(), what: z.enum(['new', 'changed', 'gone']) })),
  }),
  /** What it stands on and was corrected since it was frozen, as far as nobody has decided about it. */
  corrections: z.array(z.object({ id: Id, sourceUnitName: z.string(), reason: z.string(), at: Instant })),
  /** Reports of this unit to its own superiors over the same time that it can fill. */
  fills: z.array(z.object({ reportId: Id, title: z.string(), unitName: z.string(), state: z.enum(REPORT_STATES), isFilled: z.boolean() })),
  actions: z.array(z.string()),
})
export type ConsolidationView = z.output<typeof ConsolidationView>

export const listConsolidations = contract({
  name: 'reports.listConsolidations',
  route: 'GET /api/rounds/:roundId/consolidations',
  permission: 'reports.consolidation',
  summary: 'The consolidations of a round, newest first',
  input: RoundId,
  output: z.array(ConsolidationSummary),
})

const selection = {
  cutOff: Day,
  /** Also reports that wait for a decision. */
  withSubmitted: z._default(z.boolean(), false),
  /** Only these reports; all of the round without. */
  reportIds: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(50_000))),
}

export const createConsolidation = contract({
  name: 'reports.createConsolidation',
  route: 'POST /api/rounds/:roundId/consolidations',
  permission: 'reports.ask',
  summary: 'Sums up the accepted reports of a round up to a day, from their frozen figures; who is missing is named',
  input: z.object({ roundId: Id, title: text(300), ...selection }),
  output: ConsolidationId,
})

export const recomputeConsolidation = contract({
  name: 'reports.recomputeConsolidation',
  route: 'POST /api/consolidations/:consolidationId/recompute',
  permission: 'reports.ask',
  summary: 'Sums a draft up anew, with another day or choice of units; texts and quotes stay',
  input: z.object({ consolidationId: Id, ...selection }),
  output: ConsolidationId,
})

export const getConsolidation = contract({
  name: 'reports.getConsolidation',
  route: 'GET /api/consolidations/:consolidationId',
  permission: 'reports.consolidation',
  summary: 'A consolidation with its figures, who is missing, what the reports say, and what has come since',
  input: ConsolidationId,
  output: ConsolidationView,
})

export const saveConsolidation = contract({
  name: 'reports.saveConsolidation',
  route: 'PUT /api/consolidations/:consolidationId',
  permission: 'reports.ask',
  summary: 'Saves title, texts and quotes of a draft; refused when somebody else saved meanwhile',
  input: z.object({ consolidationId: Id, revision: z.int(), title: text(300), texts: Texts, quotes: z.array(Quote).check(z.maxLength(500)) }),
  output: z.object({ revision: z.int() }),
})

const acted = z.object({ consolidationId: Id, state: z.enum(CONSOLIDATION_STATES) })

export const keepConsolidation = contract({
  name: 'reports.keepConsolidation',
  route: 'POST /api/consolidations/:consolidationId/keep',
  permission: 'reports.ask',
  summary: 'Decides that a frozen consolidation stays as it is although something beneath it was corrected, with the reason',
  input: z.object({ consolidationId: Id, note: text(1000, 5) }),
  output: z.object({ consolidationId: Id, settled: z.int() }),
})

export const freezeConsolidation = contract({
  name: 'reports.freezeConsolidation',
  route: 'POST /api/consolidations/:consolidationId/freeze',
  permission: 'reports.ask',
  summary: 'Freezes a consolidation with its digest and the reports that it stands on, for the head to sign',
  input: ConsolidationId,
  output: z.object({ ...acted.shape, digest: z.string() }),
})

export const reopenConsolidation = contract({
  name: 'reports.reopenConsolidation',
  route: 'POST /api/consolidations/:consolidationId/reopen',
  permission: 'reports.ask',
  summary: 'Takes a frozen consolidation back to go on writing, before it is issued',
  input: ConsolidationId,
  output: acted,
})

export const approveConsolidation = contract({
  name: 'reports.approveConsolidation',
  route: 'POST /api/consolidations/:consolidationId/approve',
  permission: 'reports.sign',
  summary: 'The head signs the frozen consolidation as it was read',
  input: z.object({ consolidationId: Id, digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  output: acted,
})

export const issueConsolidation = contract({
  name: 'reports.issueConsolidation',
  route: 'POST /api/consolidations/:consolidationId/issue',
  permission: 'reports.issue',
  summary: 'Issues a signed consolidation as a document with number and date',
  input: z.object({
    consolidationId: Id,
    number: z.optional(z.int().check(z.positive())),
    issuedOn: Day,
    recipientUnitIds: z.optional(z.array(Id).check(z.maxLength(5000))),
  }),
  output: z.object({ ...acted.shape, documentId: Id, numberText: z.string() }),
})

export const discardConsolidation = contract({
  name: 'reports.discardConsolidation',
  route: 'POST /api/consolidations/:consolidationId/discard',
  permission: 'reports.ask',
  summary: 'Throws a draft of a consolidation away',
  input: ConsolidationId,
  output: acted,
})

export const fillFromConsolidation = contract({
  name: 'reports.fillFromConsolidation',
  route: 'POST /api/consolidations/:consolidationId/fill',
  permission: 'reports.edit',
  summary: 'Fills the unit’s own report to its superior from a frozen consolidation: figures of the same meaning, texts of the same part',
  input: z.object({ consolidationId: Id, reportId: Id }),
  output: z.object({ reportId: Id, figures: z.int(), texts: z.int() }),
})

export const printConsolidation = contract({
  name: 'reports.printConsolidation',
  route: 'GET /api/consolidations/:consolidationId/document',
  permission: 'reports.consolidation',
  summary: 'A consolidation as the official document that is printed; its appendices hold the tables and who is missing',
  input: ConsolidationId,
  output: z.object({ model: z.custom<DocumentModel>(), form: z.custom<Form>(), body: z.custom<Body>(), missing: z.array(MissingUnit), fileName: z.string() }),
})
