import type * as z from 'zod/mini'
import type { Frame, Node, PlanSummary } from '../contract.ts'
import type { PlanFrame } from '../model/plan-frame.ts'
import { planLifecycle, type PlanAction } from '../model/plan-lifecycle.ts'
import type { PlanNode } from '../model/plan-node.ts'
import type { PlanRow } from '../store.ts'

/** A line as the wire wants it: its lists are plain arrays. */
export function wireNode(node: PlanNode): z.output<typeof Node> {
  return { ...node, supporting: [...node.supporting], covers: [...node.covers] }
}

export function wireFrame(frame: PlanFrame): z.output<typeof Frame> {
  return { ...frame, preamble: [...frame.preamble], recipients: [...frame.recipients] }
}

/** `15/KH-THTBB`; null before a number is given. */
export function numberTextOf(number: string | null, symbol: string | null): string | null {
  return number === null ? null : `${number}/${symbol ?? ''}`
}

export function summaryOf(plan: PlanRow, count: { answered: number; points: number } | undefined): PlanSummary {
  const { id, unitId, year, state, title, amendsId, directiveId, issuedOn, documentId, changedAt } = plan
  const numberText = numberTextOf(plan.number, plan.symbol)
  return { id, unitId, year, state, title, amendsId, directiveId, numberText, issuedOn, documentId, changedAt, answered: count?.answered ?? 0, points: count?.points ?? 0 }
}

const PERMISSION_OF = {
  edit: 'plans.edit',
  submit: 'plans.edit',
  recall: 'plans.edit',
  return: 'plans.approve',
  approve: 'plans.approve',
  issue: 'plans.issue',
  amend: 'plans.edit',
  withdraw: 'plans.edit',
  // Follows from the register alone.
  revoke: null,
} as const satisfies Record<PlanAction, string | null>

/** What the caller may do with a plan in its state. */
export async function actionsFor(plan: Pick<PlanRow, 'state'>, may: (permission: string) => Promise<boolean>): Promise<PlanAction[]> {
  const actions: PlanAction[] = []
  for (const action of planLifecycle.available(plan.state)) {
    const permission = PERMISSION_OF[action]
    if (permission !== null && (await may(permission))) actions.push(action)
  }
  return actions
}
