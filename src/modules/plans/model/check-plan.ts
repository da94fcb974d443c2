import { coverage, type PointDecision } from './coverage.ts'
import { pathsOf } from './numbering.ts'
import type { PlanNode, PlanPart } from './plan-node.ts'
import { inReadingOrder, treeOf, type PlacedNode } from './plan-tree.ts'
import type { SuperiorPoint } from './superior-points.ts'

/** Errors keep a plan from being submitted; warnings are for the one who approves; infos may be passed over. */
export type CheckSeverity = 'error' | 'warning' | 'info'

/** Translation keys. */
export type CheckCode =
  | 'plans.check.no_lines'
  | 'plans.check.empty_text'
  | 'plans.check.empty_part'
  | 'plans.check.typed_number'
  | 'plans.check.same_text'
  | 'plans.check.no_person'
  | 'plans.check.no_date'
  | 'plans.check.date_outside_year'
  | 'plans.check.end_before_start'
  | 'plans.check.no_budget_part'
  | 'plans.check.no_organisation_part'
  | 'plans.check.no_reporting_task'
  | 'plans.check.missing_point'
  | 'plans.check.partial_point'
  | 'plans.check.late_report'
  | 'plans.check.unconfirmed_links'

export interface PlanCheck {
  readonly code: CheckCode
  readonly severity: CheckSeverity
  readonly nodeId: string | null
  readonly pointId: string | null
  /** For the message: `path`, `text`, `day`, `year`, `count`, `gaps`. */
  readonly params: Readonly<Record<string, string | number>>
}

export interface CheckedPlan {
  readonly nodes: readonly PlanNode[]
  readonly year: number
  readonly points: readonly SuperiorPoint[]
  readonly decisions: readonly PointDecision[]
}

const DOING_PARTS: readonly PlanPart[] = ['tasks', 'budget', 'other']
const LONGEST_QUOTE = 80

/** What a careful reader would ask before the plan goes to the principal, in reading order. */
export function checkPlan({ nodes, year, points, decisions }: CheckedPlan): readonly PlanCheck[] {
  const tree = treeOf(nodes)
  const paths = pathsOf(tree)
  const lines = inReadingOrder(nodes)
  const lineChecks = lines.flatMap((line) => checksOfLine(line, year, paths))
  return [
    ...(lines.length === 0 ? [aCheck('plans.check.no_lines', 'error')] : []),
    ...lineChecks,
    ...doers(tree, paths),
    ...sameTexts(lines, paths),
    ...partChecks(tree),
    ...pointChecks(points, nodes, decisions),
  ]
}

/** True when nothing stands against submitting the plan. */
export function canSubmit(checks: readonly PlanCheck[]): boolean {
  return checks.every((check) => check.severity !== 'error')
}

function checksOfLine({ node, children }: PlacedNode, year: number, paths: ReadonlyMap<string, string>): readonly PlanCheck[] {
  const params = paramsOf(node, paths)
  const on = (code: CheckCode, severity: CheckSeverity, more: PlanCheck['params'] = {}): PlanCheck =>
    aCheck(code, severity, { nodeId: node.id, params: { ...params, ...more } })
  const checks: PlanCheck[] = []
  if (node.text.trim() === '') checks.push(on('plans.check.empty_text', 'error'))
  else if (node.kind === 'section' && children.length === 0) checks.push(on('plans.check.empty_part', 'warning'))
  if (/^\s*(?:[IVX]+\.|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-–+•])\s/u.test(node.text)) checks.push(on('plans.check.typed_number', 'warning'))
  for (const day of new Set([node.startOn, node.dueOn])) {
    if (day !== null && Number(day.slice(0, 4)) !== year) checks.push(on('plans.check.date_outside_year', 'warning', { day, year }))
  }
  if (node.startOn !== null && node.dueOn !== null && node.dueOn < node.startOn) {
    checks.push(on('plans.check.end_before_start', 'error', { day: node.dueOn, start: node.startOn }))
  }
  return checks
}

/** Tasks without anybody or any day; what a line above says holds below, and a task may leave it to those under it. */
function doers(tree: readonly PlacedNode[], paths: ReadonlyMap<string, string>): readonly PlanCheck[] {
  const checks: PlanCheck[] = []
  const walk = (placed: PlacedNode, hasLead: boolean, hasDay: boolean): { lead: boolean; day: boolean } => {
    const { node } = placed
    const lead = hasLead || node.lead !== null
    const day = hasDay || node.startOn !== null || node.dueOn !== null
    const at = checks.length
    const tasksBelow = placed.children.map((child) => ({ child, found: walk(child, lead, day) })).filter(({ child }) => child.node.kind === 'task')
    const below = (key: 'lead' | 'day'): boolean => tasksBelow.length > 0 && tasksBelow.every(({ found }) => found[key])
    const found = { lead: lead || below('lead'), day: day || below('day') }
    if (node.kind === 'task' && DOING_PARTS.includes(placed.part)) {
      const own: PlanCheck[] = []
      const context = { nodeId: node.id, params: paramsOf(node, paths) }
      if (!found.lead && tasksBelow.length === 0) own.push(aCheck('plans.check.no_person', 'warning', context))
      if (!found.day && tasksBelow.length === 0) own.push(aCheck('plans.check.no_date', 'warning', context))
      checks.splice(at, 0, ...own)
    }
    return found
  }
  for (const root of tree) walk(root, false, false)
  return checks
}

function sameTexts(lines: readonly PlacedNode[], paths: ReadonlyMap<string, string>): readonly PlanCheck[] {
  const first = new Map<string, string>()
  return lines.flatMap(({ node }) => {
    const text = node.text.trim().toLowerCase()
    const known = first.get(text)
    if (text === '' || node.kind === 'section') return []
    if (known === undefined) {
      first.set(text, paths.get(node.id) ?? '')
      return []
    }
    return [aCheck('plans.check.same_text', 'info', { nodeId: node.id, params: { ...paramsOf(node, paths), first: known } })]
  })
}

function partChecks(tree: readonly PlacedNode[]): readonly PlanCheck[] {
  const parts = new Set(tree.map((root) => root.part))
  const reports = (placed: PlacedNode): boolean => (placed.node.kind === 'task' && placed.node.topic === 'reporting') || placed.children.some(reports)
  return [
    ...(parts.has('budget') ? [] : [aCheck('plans.check.no_budget_part', 'warning')]),
    ...(parts.has('organisation') ? [] : [aCheck('plans.check.no_organisation_part', 'warning')]),
    ...(tree.some(reports) ? [] : [aCheck('plans.check.no_reporting_task', 'warning')]),
  ]
}

function pointChecks(points: readonly SuperiorPoint[], nodes: readonly PlanNode[], decisions: readonly PointDecision[]): readonly PlanCheck[] {
  if (points.length === 0) return []
  const parents = new Set(points.map((point) => point.parentId))
  const rows = coverage(points, nodes, decisions).rows.filter((row) => !parents.has(row.point.id))
  const checks = rows.flatMap((row): readonly PlanCheck[] => {
    const context = { pointId: row.point.id, nodeId: row.links[0]?.nodeId ?? null, params: { path: row.point.labelPath, text: shortened(row.point.text) } }
    if (row.state === 'missing') return [aCheck('plans.check.missing_point', 'warning', context)]
    if (row.missing.includes('late')) return [aCheck('plans.check.late_report', 'warning', context)]
    if (row.state !== 'partial') return []
    return [aCheck('plans.check.partial_point', 'warning', { ...context, params: { ...context.params, gaps: row.missing.join(',') } })]
  })
  const unconfirmed = rows.filter((row) => row.state !== 'missing' && !row.isConfirmed).length
  return unconfirmed === 0 ? checks : [...checks, aCheck('plans.check.unconfirmed_links', 'info', { params: { count: unconfirmed } })]
}

function aCheck(code: CheckCode, severity: CheckSeverity, given: Partial<PlanCheck> = {}): PlanCheck {
  return { nodeId: null, pointId: null, params: {}, ...given, code, severity }
}

function paramsOf(node: PlanNode, paths: ReadonlyMap<string, string>): PlanCheck['params'] {
  return { path: paths.get(node.id) ?? '', text: shortened(node.text) }
}

function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text
  const cut = text.slice(0, LONGEST_QUOTE)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}
