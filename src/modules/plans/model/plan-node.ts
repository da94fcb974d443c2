import type { PlainDate } from './days.ts'
import type { RoleKey } from './roles.ts'
import type { TopicId } from './topics.ts'
import type { When } from './when.ts'

/** A heading, a thing to be done by somebody, or a paragraph (a purpose, a requirement, a detail of a task). */
export const NODE_KINDS = ['section', 'task', 'point'] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/** Which part of the plan a section is; its descendants belong to it. */
export const PLAN_PARTS = ['purpose', 'requirements', 'objectives', 'tasks', 'budget', 'organisation', 'other'] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

/** Who leads or helps: a role of the unit, a person of it, or words. */
export type Party =
  | { readonly kind: 'role'; readonly role: RoleKey }
  | { readonly kind: 'person'; readonly personId: string; readonly name: string }
  | { readonly kind: 'words'; readonly text: string }

export const BUDGET_SOURCES = ['state_budget', 'recurrent', 'socialised', 'sponsorship', 'other'] as const
export type BudgetSource = (typeof BUDGET_SOURCES)[number]

export interface NodeTarget {
  /** What is measured, in words; `indicator` is its code in the catalogue of indicators. */
  readonly text: string
  readonly indicator: string | null
  readonly op: '=' | '>=' | '<=' | '<' | '>'
  readonly value: number | null
  readonly unit: string | null
}

export interface NodeBudget {
  readonly amountVnd: number | null
  readonly source: BudgetSource | null
}

/** One line of a plan. The list is flat; order and depth come from `parentId`, `position` and, between equals, `id`. */
export interface PlanNode {
  readonly id: string
  readonly parentId: string | null
  /** Key among its siblings, see `position.ts`. */
  readonly position: string
  readonly kind: NodeKind
  /** Set on sections. */
  readonly part: PlanPart | null
  readonly text: string
  readonly topic: TopicId | null
  readonly lead: Party | null
  readonly supporting: readonly Party[]
  readonly startOn: PlainDate | null
  readonly dueOn: PlainDate | null
  /** The observance, quarter or month that the days were taken from; null when they were typed. */
  readonly when: When | null
  readonly product: string | null
  readonly target: NodeTarget | null
  readonly budget: NodeBudget | null
  /** Ids of the superior's points that this line answers. */
  readonly covers: readonly string[]
  /** The line of the template that it was made from. */
  readonly templateLine: string | null
}

/** A node with nothing in it but what is given. */
export function aNode(given: Partial<PlanNode> & Pick<PlanNode, 'id'>): PlanNode {
  return {
    parentId: null,
    position: 'V',
    kind: 'point',
    part: null,
    text: '',
    topic: null,
    lead: null,
    supporting: [],
    startOn: null,
    dueOn: null,
    when: null,
    product: null,
    target: null,
    budget: null,
    covers: [],
    templateLine: null,
    ...given,
  }
}
