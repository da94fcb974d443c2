import * as z from 'zod/mini'
import { ObservanceCode } from '#modules/calendar/contract.ts'
import { LEVELS } from '#core/units/model/unit.ts'
import { contract, Day, Flag, Instant, text } from '#platform/contract.ts'
import type { CoverageState } from './model/coverage.ts'
import { FRAME_FIELDS } from './model/merge-frame.ts'
import { PLAN_STATES } from './model/plan-lifecycle.ts'
import { BUDGET_SOURCES, NODE_KINDS, PLAN_PARTS } from './model/plan-node.ts'
import { ROLE_KEYS, type RoleKey, UNIT_KINDS } from './model/roles.ts'
import type { SuperiorPoint } from './model/superior-points.ts'
import { TOPIC_IDS, type TopicId } from './model/topics.ts'
import type { DocumentModel } from '@songhanh/vanban/model'
import type { FormChoices } from '@songhanh/vanban/writing/form'

const COVERAGE_STATES = ['covered', 'partial', 'not_applicable', 'missing'] as const satisfies readonly CoverageState[]
const Id = z.uuid()
const RoleName = z.enum(ROLE_KEYS as [RoleKey, ...RoleKey[]])
const Topic = z.enum(TOPIC_IDS as [TopicId, ...TopicId[]])
const MonthDay = z.string().check(z.regex(/^\d\d-\d\d$/))

export const Party = z.union([
  z.object({ kind: z.literal('role'), role: RoleName }),
  z.object({ kind: z.literal('person'), personId: Id, name: text(200) }),
  z.object({ kind: z.literal('words'), text: text(300) }),
])

const When = z.union([
  z.object({ observance: ObservanceCode }),
  z.object({ quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]) }),
  z.object({ month: z.int().check(z.minimum(1), z.maximum(12)) }),
  z.object({ day: MonthDay }),
  z.object({ from: MonthDay, to: MonthDay }),
  z.object({ allYear: z.literal(true) }),
])

/** A line of a plan on the wire; the same shape as `PlanNode` of the model. */
export const Node = z.object({
  id: Id,
  parentId: z.nullable(Id),
  position: z.string().check(z.regex(/^[0-9A-Za-z]{1,200}$/)),
  kind: z.enum(NODE_KINDS),
  part: z.nullable(z.enum(PLAN_PARTS)),
  text: z.string().check(z.normalize('NFC'), z.maxLength(8000)),
  topic: z.nullable(Topic),
  lead: z.nullable(Party),
  supporting: z.array(Party).check(z.maxLength(20)),
  startOn: z.nullable(Day),
  dueOn: z.nullable(Day),
  when: z.nullable(When),
  product: z.nullable(z.string().check(z.maxLength(500))),
  target: z.nullable(
    z.object({
      text: z.string().check(z.maxLength(500)),
      indicator: z.nullable(z.string().check(z.maxLength(40))),
      op: z.enum(['=', '>=', '<=', '<', '>']),
      value: z.nullable(z.number()),
      unit: z.nullable(z.string().check(z.maxLength(60))),
    }),
  ),
  budget: z.nullable(z.object({ amountVnd: z.nullable(z.int().check(z.minimum(0))), source: z.nullable(z.enum(BUDGET_SOURCES)) })),
  covers: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(200)),
  templateLine: z.nullable(z.string().check(z.maxLength(80))),
})

/** What surrounds the body of the document: see `model/plan-frame.ts`. */
export const Frame = z.object({
  docTitle: text(500),
  preamble: z.array(text(2000)).check(z.maxLength(60)),
  lead: z.nullable(text(2000)),
  closing: z.nullable(text(2000)),
  recipients: z.array(text(300)).check(z.maxLength(60)),
  signer: z.object({ authority: z.nullable(text(200)), position: z.nullable(text(200)), name: z.nullable(text(200)) }),
  place: z.nullable(text(100)),
})

const State = z.enum(PLAN_STATES)
const PlanId = z.object({ planId: Id })

export const PlanSummary = z.object({
  id: Id,
  unitId: Id,
  year: z.int(),
  state: State,
  title: z.string(),
  amendsId: z.nullable(Id),
  directiveId: z.nullable(Id),
  numberText: z.nullable(z.string()),
  issuedOn: z.nullable(Day),
  documentId: z.nullable(Id),
  changedAt: Instant,
  answered: z.int(),
  points: z.int(),
})
export type PlanSummary = z.output<typeof PlanSummary>

export const DirectiveSummary = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  year: z.int(),
  title: z.string(),
  numberText: z.nullable(z.string()),
  issuedOn: z.nullable(Day),
  points: z.int(),
})
export type DirectiveSummary = z.output<typeof DirectiveSummary>

/** A superior's plan with its points, those of the plans that it amends included. */
export const Directive = z.object({
  ...DirectiveSummary.shape,
  pointList: z.array(z.custom<SuperiorPoint>()),
  /** Points that an amendment changed or added since the plan answered: they stand open again. */
  changedPointIds: z.array(z.string()),
})
export type Directive = z.output<typeof Directive>

const PointId = z.string().check(z.minLength(1), z.maxLength(80))

/** What a person said about a point; the same shape as `PointDecision` of the model. */
export const Decision = z.union([
  z.object({ pointId: PointId, verdict: z.enum(['confirmed', 'rejected']), nodeId: Id }),
  z.object({ pointId: PointId, verdict: z.literal('not_applicable'), reason: text(1000, 5) }),
  z.object({ pointId: PointId, verdict: z.literal('applies') }),
])

export const Comment = z.object({ id: Id, nodeId: z.nullable(Id), authorName: z.string(), text: z.string(), at: Instant, settled: z.boolean() })
export type Comment = z.output<typeof Comment>

export const PlanUnit = z.object({
  id: Id,
  name: z.string(),
  level: z.enum(LEVELS),
  kind: z.nullable(z.enum(UNIT_KINDS)),
  parentName: z.nullable(z.string()),
  symbol: z.nullable(z.string()),
  place: z.nullable(z.string()),
})

export const Plan = z.object({
  ...PlanSummary.shape,
  unit: PlanUnit,
  frame: Frame,
  revision: z.int(),
  nodes: z.array(Node),
  directive: z.nullable(Directive),
  decisions: z.array(Decision),
  comments: z.array(Comment),
  /** Who works in the unit, to assign. */
  people: z.array(z.object({ id: Id, name: z.string() })),
  returnReason: z.nullable(z.string()),
  submittedByName: z.nullable(z.string()),
  /** Kept versions, oldest first; of an amendment the one that it changes comes before its own. */
  versions: z.array(z.object({ planId: Id, number: z.int(), event: z.enum(['submitted', 'approved', 'issued']), madeAt: Instant })),
  /** What the caller may do now. */
  actions: z.array(z.string()),
})
export type Plan = z.output<typeof Plan>

export const listPlans = contract({
  name: 'plans.listPlans',
  route: 'GET /api/units/:unitId/plans',
  permission: 'plans.read',
  summary: 'Plans of a unit, newest year first',
  input: z.object({ unitId: Id }),
  output: z.array(PlanSummary),
})

export const listDirectives = contract({
  name: 'plans.listDirectives',
  route: 'GET /api/units/:unitId/directives',
  permission: 'plans.read',
  summary: "Superiors' plans that a unit can answer, or those that it issued for others to answer",
  input: z.object({ unitId: Id, issued: z.optional(Flag) }),
  output: z.array(DirectiveSummary),
})

export const startPlan = contract({
  name: 'plans.startPlan',
  route: 'POST /api/units/:unitId/plans',
  permission: 'plans.edit',
  summary: "Begins a plan from the superior's, last year's, the template of the unit's kind, or empty",
  input: z.object({
    unitId: Id,
    year: z.int().check(z.minimum(2000), z.maximum(2100)),
    from: z.enum(['superior', 'last_year', 'template', 'empty']),
    directiveId: z.optional(z.nullable(Id)),
    lastPlanId: z.optional(z.nullable(Id)),
  }),
  output: PlanId,
})

export const getPlan = contract({
  name: 'plans.getPlan',
  route: 'GET /api/plans/:planId',
  permission: 'plans.read',
  summary: 'A plan with its lines, the points it answers, decisions and comments',
  input: PlanId,
  output: Plan,
})

const NodeChange = z.object({ before: z.nullable(Node), after: z.nullable(Node) })

export const saveNodes = contract({
  name: 'plans.saveNodes',
  route: 'POST /api/plans/:planId/nodes',
  permission: 'plans.edit',
  summary: 'Saves edits line by line; what somebody else changed in the same line meanwhile is merged or reported',
  input: z.object({ planId: Id, changes: z.array(NodeChange).check(z.minLength(1), z.maxLength(500)) }),
  output: z.object({
    revision: z.int(),
    /** Lines as they now stand, those of others included; null is a removed line. */
    nodes: z.array(z.object({ id: Id, node: z.nullable(Node) })),
    conflicts: z.array(z.object({ id: Id, fields: z.array(z.string()), byName: z.nullable(z.string()), at: Instant })),
  }),
})

export const changesSince = contract({
  name: 'plans.changesSince',
  route: 'GET /api/plans/:planId/changes',
  permission: 'plans.read',
  summary: 'What changed after a revision, and by whom: lines, the frame, the plan of the superior that is answered',
  input: z.object({ planId: Id, revision: z.coerce.number<string | number>() }),
  output: z.object({
    revision: z.int(),
    state: State,
    /** The superior's plan that is answered now: another one after an amendment. */
    directiveId: z.nullable(Id),
    frame: z.nullable(z.object({ byName: z.nullable(z.string()), byMe: z.boolean() })),
    nodes: z.array(z.object({ id: Id, node: z.nullable(Node), byName: z.nullable(z.string()), byMe: z.boolean(), at: Instant })),
  }),
})

export const changeFrame = contract({
  name: 'plans.changeFrame',
  route: 'PUT /api/plans/:planId/frame',
  permission: 'plans.edit',
  summary: 'Changes what surrounds the body: title, bases, recipients, signer; what somebody else changed in the same part meanwhile is kept and reported',
  input: z.object({ planId: Id, before: Frame, after: Frame }),
  output: z.object({
    revision: z.int(),
    /** As it now stands, parts of others included. */
    frame: Frame,
    /** Parts that both changed, and who was first. */
    conflict: z.nullable(z.object({ fields: z.array(z.enum(FRAME_FIELDS)), byName: z.nullable(z.string()) })),
  }),
})

export const decidePoints = contract({
  name: 'plans.decidePoints',
  route: 'PUT /api/plans/:planId/points',
  permission: 'plans.edit',
  summary: 'Says of points which lines answer them and which do not, or why they do not apply; replaces what was said of them',
  input: z.object({
    planId: Id,
    points: z.array(z.object({ pointId: PointId, decisions: z.array(Decision).check(z.maxLength(100)) })).check(z.minLength(1), z.maxLength(1_000)),
  }),
  output: z.object({ revision: z.int(), points: z.array(z.object({ pointId: z.string(), state: z.enum(COVERAGE_STATES) })) }),
})

export const suggestLines = contract({
  name: 'plans.suggestLines',
  route: 'GET /api/plans/:planId/points/:pointId/suggestions',
  permission: 'plans.read',
  summary: 'Lines of the template that would answer a point, best first',
  input: z.object({ planId: Id, pointId: PointId }),
  output: z.array(z.object({ lineId: z.string(), text: z.string(), node: Node })),
})

export const getVersion = contract({
  name: 'plans.getVersion',
  route: 'GET /api/plans/:planId/versions/:number',
  permission: 'plans.read',
  summary: 'A plan as it stood when it was submitted, approved or issued',
  input: z.object({ planId: Id, number: z.coerce.number<string | number>() }),
  output: z.object({ number: z.int(), madeAt: Instant, frame: Frame, nodes: z.array(Node) }),
})

export const previewPlan = contract({
  name: 'plans.previewPlan',
  route: 'GET /api/plans/:planId/document',
  permission: 'plans.read',
  summary: 'The plan as the official document that would be printed now',
  input: PlanId,
  output: z.object({ model: z.custom<DocumentModel>(), choices: z.custom<FormChoices>(), fileName: z.string() }),
})
