import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { textsOfDirectives, type DirectiveText } from './directive-store.ts'
import { inReadingOrder } from './model/plan-tree.ts'
import { roleName, type RoleKey } from './model/roles.ts'
import type { Party } from './model/plan-node.ts'
import { unitKindOf } from './model/unit-kind.ts'
import { nodesOf } from './node-store.ts'
import { planById, planTables, unitOn } from './store.ts'

export type { Party } from './model/plan-node.ts'
export type { RoleKey } from './model/roles.ts'

/** A task of an issued plan as other modules see it. */
export interface IssuedTask {
  /** The same in every amendment of the plan. */
  readonly nodeId: string
  readonly text: string
  readonly lead: Party | null
  /** The name of the lead as the plan prints it. */
  readonly leadName: string | null
  readonly startOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly product: string | null
}

export interface IssuedPlan {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly title: string
  /** `05/KH-THTBB`. */
  readonly numberText: string
  /** The issued plan that this one changes. */
  readonly amendsId: string | null
  readonly issuedOn: PlainDate
  readonly tasks: readonly IssuedTask[]
}

/** An issued plan with its tasks in reading order; null while it is not issued. @throws AppError `not_found` */
export async function issuedPlan<DB>(tx: Transaction<DB>, planId: string, today: PlainDate): Promise<IssuedPlan | null> {
  const plan = await planById(planTables(tx), planId)
  if (plan.state !== 'issued' || plan.issuedOn === null) return null
  const kind = unitKindOf(await unitOn(planTables(tx), plan.unitId, today))
  const nodes = await nodesOf(planTables(tx), planId)
  const nameOf = (lead: Party) => (lead.kind === 'role' ? roleName(lead.role, kind) : lead.kind === 'person' ? lead.name : lead.text)
  const tasks = inReadingOrder(nodes).flatMap(({ node }) => {
    const { id: nodeId, text, lead, startOn, dueOn, product } = node
    return node.kind === 'task' ? [{ nodeId, text, lead, leadName: lead && nameOf(lead), startOn, dueOn, product }] : []
  })
  const { id, unitId, year, title, number, symbol, amendsId, issuedOn } = plan
  return { id, unitId, year, title, numberText: `${number ?? ''}/${symbol ?? ''}`, amendsId, issuedOn, tasks }
}

/**
 * What the plans of a unit’s superiors ask of it in a year: their tasks and duties, each plan as one text.
 * Empty when no superior has issued a plan that the unit can see.
 */
export function superiorPlanTexts<DB>(tx: Transaction<DB>, unitId: string, year: number, today: PlainDate): Promise<DirectiveText[]> {
  return textsOfDirectives(planTables(tx), unitId, year, today)
}

/** What a role of a plan is called in Vietnamese. */
export function nameOfRole(role: RoleKey): string {
  return roleName(role)
}
