import type * as z from 'zod/mini'
import type { Frame, Node, PlanSummary } from './contract.ts'
import type { PlanFrame } from './model/plan-frame.ts'
import type { PlanNode } from './model/plan-node.ts'
import type { PlanRow } from './store.ts'

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
