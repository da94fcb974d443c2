import type { Generated, JSONColumnType } from 'kysely'
import type { AccessTables } from '#core/access/tables.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { CoverageState, Gap, PointDecision } from './model/coverage.ts'
import type { PlanFrame } from './model/plan-frame.ts'
import type { PlanState } from './model/plan-lifecycle.ts'
import type { NodeBudget, NodeKind, NodeTarget, Party, PlanNode, PlanPart } from './model/plan-node.ts'
import type { SuperiorPoint } from './model/superior-points.ts'
import type { TopicId } from './model/topics.ts'
import type { When } from './model/when.ts'

/** JSON that is written as text and read as data. */
type Json<T extends object | null> = JSONColumnType<T, string | null, string | null>

export type PlanSource = 'superior' | 'last_year' | 'template' | 'empty' | 'amendment'

export interface PlanTables {
  'plans.directive': {
    provinceId: string
    id: string
    unitId: string
    year: number
    title: string
    numberText: string | null
    issuedOn: PlainDate | null
    issuer: string | null
    amendsId: string | null
    published: boolean
    createdAt: Date
    withdrawnAt: Generated<Date | null>
  }
  'plans.directivePoint': {
    provinceId: string
    directiveId: string
    id: string
    unitId: string
    ordinal: number
    point: JSONColumnType<SuperiorPoint>
  }
  'plans.plan': {
    provinceId: string
    id: string
    unitId: string
    year: number
    state: Generated<PlanState>
    source: PlanSource
    title: string
    directiveId: string | null
    amendsId: string | null
    frame: JSONColumnType<PlanFrame>
    revision: Generated<number>
    number: string | null
    symbol: string | null
    issuedOn: PlainDate | null
    documentId: string | null
    createdBy: string
    createdAt: Date
    changedAt: Date
    submittedBy: string | null
    submittedAt: Date | null
    decidedBy: string | null
    decidedAt: Date | null
    returnReason: string | null
    reopened: Generated<string[]>
    frameRevision: Generated<number>
    frameChangedBy: Generated<string | null>
    frameChangedAt: Generated<Date | null>
  }
  'plans.planNode': {
    provinceId: string
    planId: string
    id: string
    unitId: string
    parentId: string | null
    position: string
    kind: NodeKind
    part: PlanPart | null
    text: string
    topic: TopicId | null
    lead: Json<Party | null>
    supporting: JSONColumnType<Party[], string, string>
    startOn: PlainDate | null
    dueOn: PlainDate | null
    timeOfYear: Json<When | null>
    product: string | null
    target: Json<NodeTarget | null>
    budget: Json<NodeBudget | null>
    covers: string[]
    templateLine: string | null
    revision: number
    changedBy: string
    changedAt: Date
    removed: Generated<boolean>
  }
  'plans.coverage': {
    provinceId: string
    planId: string
    pointId: string
    unitId: string
    directiveId: string
    state: CoverageState
    leaf: boolean
    nodeIds: string[]
    gaps: Gap[]
    decisions: JSONColumnType<PointDecision[], string, string>
    decidedBy: string | null
    decidedAt: Date | null
  }
  'plans.comment': {
    provinceId: string
    id: string
    planId: string
    nodeId: string | null
    unitId: string
    authorId: string
    text: string
    at: Date
    settledBy: string | null
    settledAt: Date | null
  }
  'plans.planVersion': {
    provinceId: string
    planId: string
    number: number
    unitId: string
    event: 'submitted' | 'approved' | 'issued'
    frame: JSONColumnType<PlanFrame>
    nodes: JSONColumnType<PlanNode[]>
    madeBy: string
    madeAt: Date
  }
}

/** The tables that plans may touch: its own; people, units and accounts to read. */
export type PlansDb = PlanTables & UnitTables & PeopleTables & AccessTables
