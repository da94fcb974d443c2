import type { Coverage } from './coverage.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { PlanNode } from './plan-node.ts'
import { inReadingOrder, treeOf, type PlacedNode } from './plan-tree.ts'

/** What a careful reader would mark before a plan goes to the head of the unit. Each is a key of a sentence. */
export const FAULT_CODES = [
  'point_missing',
  'no_tasks',
  'empty_text',
  'empty_section',
  'no_lead',
  'no_date',
  'outside_year',
  'ends_before_start',
  'late_for_superior',
  'no_budget_part',
  'no_report_task',
  'no_signer_name',
  'placeholder',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

export interface Fault {
  readonly code: FaultCode
  /** `error` keeps the plan from being submitted. */
  readonly severity: 'error' | 'warning'
  readonly nodeId: string | null
  readonly pointId: string | null
}

/** Left to be filled in: dots, empty brackets, “…/…”. */
const PLACEHOLDER = /\.{4,}|…{2,}|\(\s*\)|\[\s*\]|_{3,}/u

/**
 * The checks before submitting, in the order in which they are mended: points of the superior first, then lines from
 * top to bottom, then the whole.
 */
export function checkPlan(plan: { readonly year: number; readonly nodes: readonly PlanNode[]; readonly frame: PlanFrame; readonly coverage: Coverage | null }): readonly Fault[] {
  const placed = inReadingOrder(plan.nodes)
  return [...pointFaults(plan.coverage), ...placed.flatMap((row) => lineFaults(row, plan.year)), ...wholeFaults(plan.nodes, placed, plan.frame)]
}

function pointFaults(coverage: Coverage | null): Fault[] {
  if (!coverage) return []
  const parents = new Set(coverage.rows.map((row) => row.point.parentId))
  return coverage.rows
    .filter(({ point }) => !parents.has(point.id))
    .flatMap(({ point, state, missing }) => {
      if (state === 'missing') return [fault('point_missing', 'error', null, point.id)]
      return missing.includes('late') ? [fault('late_for_superior', 'warning', null, point.id)] : []
    })
}

function lineFaults({ node, part, children }: PlacedNode, year: number): Fault[] {
  const found: Fault[] = []
  const mark = (code: FaultCode, severity: Fault['severity']) => found.push(fault(code, severity, node.id, null))
  if (node.text.trim() === '') mark('empty_text', 'error')
  else if (PLACEHOLDER.test(node.text)) mark('placeholder', 'warning')
  if (node.kind === 'section' && children.length === 0) mark('empty_section', 'warning')
  if (node.startOn && node.dueOn && node.dueOn < node.startOn) mark('ends_before_start', 'error')
  const days = [node.startOn, node.dueOn].filter((day) => day !== null)
  if (days.some((day) => Number(day.slice(0, 4)) !== year)) mark('outside_year', 'warning')
  const mustBeDone = node.kind === 'task' && part === 'tasks' && children.length === 0
  if (mustBeDone && node.lead === null) mark('no_lead', 'error')
  if (mustBeDone && days.length === 0) mark('no_date', 'warning')
  return found
}

function wholeFaults(nodes: readonly PlanNode[], placed: readonly PlacedNode[], frame: PlanFrame): Fault[] {
  const parts = new Set(treeOf(nodes).map((row) => row.part))
  const tasks = placed.filter(({ node }) => node.kind === 'task')
  const whole: readonly (readonly [boolean, FaultCode, Fault['severity']])[] = [
    [tasks.length === 0, 'no_tasks', 'error'],
    [!parts.has('budget'), 'no_budget_part', 'warning'],
    [!tasks.some(({ node }) => node.topic === 'reporting'), 'no_report_task', 'warning'],
    [frame.signer.name === null, 'no_signer_name', 'warning'],
  ]
  return whole.flatMap(([isFault, code, severity]) => (isFault ? [fault(code, severity, null, null)] : []))
}

function fault(code: FaultCode, severity: Fault['severity'], nodeId: string | null, pointId: string | null): Fault {
  return { code, severity, nodeId, pointId }
}
