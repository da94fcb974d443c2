import type { ObservanceDays } from '#modules/calendar/public.ts'
import type { PlanTemplate, TemplateGroup, TemplateLine, TemplateSection } from '../templates/template.ts'
import { answersOf, standInFor } from '../templates/answers.ts'
import { withWords } from '../templates/template.ts'
import { coverage } from './coverage.ts'
import { addDays, printDay, type PlainDate } from './days.ts'
import { internalDayOf, lastDayOf } from './deadlines.ts'
import { inOwnWords } from './own-words.ts'
import { aNode, type NodeTarget, type Party, type PlanNode, type PlanPart } from './plan-node.ts'
import { applyChange, inReadingOrder, insertUnder, treeOf, type PlacedNode } from './plan-tree.ts'
import { positionsBetween } from './position.ts'
import type { UnitKind } from './roles.ts'
import { shiftToYear } from './shift-year.ts'
import { leafPoints, type SuperiorPoint } from './superior-points.ts'
import { suggestIn } from './suggest.ts'
import { daysOf, type When } from './when.ts'

export interface DraftUnit {
  readonly name: string
  readonly kind: UnitKind
  /** The superior that the plan is answerable to; null prints “cấp trên”. */
  readonly parentName: string | null
}

export interface DraftRequest {
  /** `superior`: the template arranged so that every point of the superior is answered. */
  readonly from: 'superior' | 'template' | 'last_year' | 'empty'
  readonly year: number
  readonly unit: DraftUnit
  readonly template: PlanTemplate
  /** What must be answered; may be given with any origin. */
  readonly points?: readonly SuperiorPoint[]
  readonly lastYear?: { readonly year: number; readonly nodes: readonly PlanNode[] }
  /** The observances of the year, as they hold for the unit. */
  readonly observances: ObservanceDays
  readonly newId: () => string
  readonly isWorkingDay?: (day: PlainDate) => boolean
}

/** A report begins to be written this many days before its internal date. */
const DAYS_OF_WRITING = 10

/** A report line of the template stands for a superior's date when it is this near to it. */
const SAME_REPORT_DAYS = 60

/**
 * The first draft of a unit's plan for a year.
 *
 * Links to the superior's points are proposals for a person to confirm. The superior's report dates become tasks that are
 * due a week earlier on a working day. From `superior` no point stays without a line.
 */
export function draftPlan(request: DraftRequest): readonly PlanNode[] {
  const points = request.points ?? []
  const base = baseNodes(request)
  const reported = withReports(base, points, request)
  const linked = withLinks(reported, points)
  if (request.from !== 'superior') return linked
  return arranged(withAnswers(linked, points, request), points)
}

function baseNodes(request: DraftRequest): readonly PlanNode[] {
  const { from, template, lastYear } = request
  if (from === 'last_year' && lastYear) return withNewIds(shiftToYear(lastYear.nodes, lastYear.year, request.year, request.observances), request.newId)
  const lines = from === 'empty' ? (): readonly TemplateLine[] => [] : (group: TemplateGroup): readonly TemplateLine[] => group.lines
  return template.sections.flatMap((section, order) => sectionNodes(section, order, lines, request))
}

function sectionNodes(
  section: TemplateSection,
  order: number,
  lines: (group: TemplateGroup) => readonly TemplateLine[],
  request: DraftRequest,
): readonly PlanNode[] {
  const id = request.newId()
  const head = aNode({ id, position: nth(order), kind: 'section', part: section.part, text: section.title })
  if (request.from === 'empty' && section.part !== 'purpose') return [head]
  return [head, ...section.groups.flatMap((group, index) => groupNodes(group, index, id, lines(group), request))]
}

function groupNodes(
  group: TemplateGroup,
  order: number,
  sectionId: string,
  lines: readonly TemplateLine[],
  request: DraftRequest,
): readonly PlanNode[] {
  if (group.title === '') return lines.map((line, index) => lineNode(line, sectionId, nth(index), request))
  const id = request.newId()
  const part: PlanPart | null = group.id === 'requirements' ? 'requirements' : null
  const lead: Party | null = group.lead ? { kind: 'role', role: group.lead } : null
  const head = aNode({ id, parentId: sectionId, position: nth(order), kind: 'section', part, lead, text: withWords(group.title, wordsOf(request)) })
  return [head, ...lines.map((line, index) => lineNode(line, id, nth(index), request))]
}

/** A line of a template as a node of a plan: words filled in, time in the plan's year, roles as parties. */
export function lineNode(
  line: TemplateLine,
  parentId: string | null,
  position: string,
  request: Pick<DraftRequest, 'year' | 'unit' | 'observances' | 'newId'>,
): PlanNode {
  const words = wordsOf(request)
  const fill = (text: string): string => withWords(text, words)
  const target: NodeTarget | null = line.target && { ...line.target, text: fill(line.target.text) }
  return aNode({
    id: request.newId(),
    parentId,
    position,
    kind: line.kind,
    text: fill(line.text),
    topic: line.topic,
    lead: line.lead && { kind: 'role', role: line.lead },
    supporting: line.supporting.map((role) => ({ kind: 'role', role })),
    ...(line.when ? daysOf(line.when, request.year, request.observances) : {}),
    when: line.when,
    product: line.product && fill(line.product),
    target,
    templateLine: line.id,
  })
}

function wordsOf({ year, unit }: Pick<DraftRequest, 'year' | 'unit'>): Readonly<Record<string, string>> {
  return { year: String(year), nextYear: String(year + 1), name: unit.name, parent: unit.parentName ?? 'cấp trên' }
}

/** The superior's report dates as tasks: a report line near the date takes it, else a line is added. */
function withReports(nodes: readonly PlanNode[], points: readonly SuperiorPoint[], request: DraftRequest): readonly PlanNode[] {
  let result = nodes
  const taken = new Set<string>()
  for (const point of points) {
    const lastDay = point.deadline && lastDayOf(point.deadline, request.year)
    if (point.kind !== 'report' || !lastDay) continue
    const dueOn = internalDayOf(lastDay, request.isWorkingDay)
    const facts = {
      text: `Hoàn thành và gửi ${reportName(point.text, lastDay)} cho ${request.unit.parentName ?? 'cấp trên'} chậm nhất ngày ${printDay(lastDay)}.`,
      topic: 'reporting',
      startOn: addDays(dueOn, -DAYS_OF_WRITING),
      dueOn,
      when: null,
      covers: [point.id],
    } as const
    const known = result.find(
      (node) => !taken.has(node.id) && node.kind === 'task' && node.topic === 'reporting' && isNear(node.dueOn ?? node.startOn, lastDay),
    )
    const id = known?.id ?? request.newId()
    taken.add(id)
    result = known ? result.map((node) => (node.id === id ? { ...node, ...facts } : node)) : addTask(result, aNode({ ...reporter(request), ...facts, id, kind: 'task' }))
  }
  return result
}

function reporter(request: DraftRequest): Pick<PlanNode, 'lead' | 'supporting' | 'product'> {
  const { lead } = standInFor(request.unit.kind, 'reporting')
  return { lead: { kind: 'role', role: lead }, supporting: [], product: 'Báo cáo' }
}

function reportName(text: string, lastDay: PlainDate): string {
  const year = lastDay.slice(0, 4)
  const quarter = /quý\s+(IV|III|II|I|[1-4])\b/iu.exec(text)
  if (/tháng hành động/iu.test(text)) return 'báo cáo kết quả Tháng hành động'
  if (quarter) return `báo cáo quý ${quarter[1]}`
  if (/0?6 tháng|sơ kết|giữa năm/iu.test(text)) return `báo cáo 6 tháng đầu năm ${year}`
  if (/cuối năm|hằng năm|tổng kết|báo cáo năm|cả năm/iu.test(text)) return `báo cáo năm ${year}`
  return lastDay.slice(5) < '08' ? `báo cáo 6 tháng đầu năm ${year}` : `báo cáo năm ${year}`
}

function isNear(day: PlainDate | null, lastDay: PlainDate): boolean {
  return day !== null && day >= addDays(lastDay, -SAME_REPORT_DAYS) && day <= addDays(lastDay, SAME_REPORT_DAYS)
}

/** Writes the best proposal for each point into the line; a number that the point names is taken over where none stands. */
function withLinks(nodes: readonly PlanNode[], points: readonly SuperiorPoint[]): readonly PlanNode[] {
  if (points.length === 0) return nodes
  const additions = new Map<string, SuperiorPoint[]>()
  for (const row of coverage(points, nodes).rows) {
    const best = row.links[0]
    if (best?.origin === 'proposed') additions.set(best.nodeId, [...(additions.get(best.nodeId) ?? []), row.point])
  }
  return nodes.map((node) => {
    const answered = additions.get(node.id)
    if (!answered) return node
    const named = answered.find((point) => point.target !== null)?.target ?? null
    return { ...node, covers: [...node.covers, ...answered.map((point) => point.id)], target: node.target ?? (named && asTarget(named)) }
  })
}

function asTarget({ subject, op, value, unit }: NonNullable<SuperiorPoint['target']>): NodeTarget {
  return { text: subject, indicator: null, op, value, unit }
}

/** A line for every point that has none: from the unit's kit, else the point told in the unit's own words. */
function withAnswers(nodes: readonly PlanNode[], points: readonly SuperiorPoint[], request: DraftRequest): readonly PlanNode[] {
  const kit = answersOf(request.unit.kind)
  let result = nodes
  for (const point of leafPoints(points)) {
    if (point.ownDuty || result.some((node) => node.covers.includes(point.id))) continue
    const covers = [point.id]
    if (point.kind === 'target' && point.target) {
      result = addUnderPart(result, 'objectives', aNode({ id: request.newId(), text: targetText(point), covers, target: asTarget(point.target), topic: point.topics[0] ?? null }))
      continue
    }
    const line = suggestIn(point, kit)[0]?.line
    const used = line && result.find((node) => node.templateLine === line.id)
    if (used) {
      result = result.map((node) => (node.id === used.id ? { ...node, covers: [...node.covers, point.id] } : node))
      continue
    }
    const node = line ? lineNode(line, null, 'V', request) : ownWordsNode(point, request)
    result = addTask(result, { ...node, covers, target: node.target ?? (point.target && asTarget(point.target)) })
  }
  return result
}

function ownWordsNode(point: SuperiorPoint, request: DraftRequest): PlanNode {
  const topic = point.topics[0] ?? null
  const { lead, by, when } = standInFor(request.unit.kind, topic)
  const time: When = when
  return aNode({
    id: request.newId(),
    kind: 'task',
    text: inOwnWords(point.text, point.labelPath, request.unit.kind),
    topic,
    lead: { kind: 'role', role: lead },
    supporting: [{ kind: 'role', role: by }],
    ...daysOf(time, request.year, request.observances),
    when: time,
  })
}

function targetText({ text, target }: SuperiorPoint): string {
  const sign = { '=': 'đạt', '>=': 'đạt ít nhất', '<=': 'không quá', '<': 'dưới', '>': 'đạt trên' }[target?.op ?? '=']
  const unit = target?.unit ?? ''
  const value = String(target?.value ?? '').replace('.', ',').replace(/\B(?=(\d{3})+$)/g, '.')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}: ${sign} ${value}${unit === '%' || unit === '' ? unit : ` ${unit}`}.`
}

/** Adds a task to the group of tasks that speaks most of its topic, else to the last group, else to the tasks themselves. */
function addTask(nodes: readonly PlanNode[], task: PlanNode): readonly PlanNode[] {
  const roots = treeOf(nodes)
  const tasks = roots.find((root) => root.node.part === 'tasks') ?? roots.at(-1)
  const groups = (tasks?.children ?? []).filter((child) => child.node.kind === 'section')
  const count = (group: PlacedNode): number => group.children.filter((child) => child.node.topic === task.topic && task.topic !== null).length
  const group = [...groups].sort((a, b) => count(b) - count(a))[0]
  const target = group && count(group) > 0 ? group : (groups.at(-1) ?? tasks)
  return applyChange(nodes, insertUnder(nodes, target?.node.id ?? null, task))
}

function addUnderPart(nodes: readonly PlanNode[], part: PlanPart, node: PlanNode): readonly PlanNode[] {
  const root = treeOf(nodes).find((candidate) => candidate.node.part === part)
  if (!root) return addTask(nodes, { ...node, kind: 'task' })
  const group = root.children.filter((child) => child.node.kind === 'section').at(-1)
  return applyChange(nodes, insertUnder(nodes, (group ?? root).node.id, node))
}

/** Groups of tasks in the order of the superior's headings that they answer; groups that answer none follow. */
function arranged(nodes: readonly PlanNode[], points: readonly SuperiorPoint[]): readonly PlanNode[] {
  const headings = points.filter((point) => point.parentId === null)
  const headingOf = new Map<string, number>(headings.map((heading, order) => [heading.id, order]))
  for (const point of points) if (point.parentId !== null) headingOf.set(point.id, headingOf.get(point.parentId) ?? -1)
  const tasks = treeOf(nodes).find((root) => root.node.part === 'tasks')
  const groups = (tasks?.children ?? []).map((group, order) => ({ id: group.node.id, order, rank: rankOf(group, headingOf) }))
  const sorted = [...groups].sort((a, b) => a.rank - b.rank || a.order - b.order)
  const keys = positionsBetween(null, null, sorted.length)
  const positions = new Map(sorted.map((group, order) => [group.id, keys[order] ?? nth(order)]))
  const moved = nodes.map((node) => ({ ...node, position: positions.get(node.id) ?? node.position }))
  return inReadingOrder(moved).map((row) => row.node)
}

/** The superior's heading that a group answers most often; the first of equals. */
function rankOf(group: PlacedNode, headingOf: ReadonlyMap<string, number>): number {
  const counts = new Map<number, number>()
  for (const child of group.children) {
    for (const id of child.node.covers) {
      const heading = headingOf.get(id) ?? -1
      if (heading >= 0) counts.set(heading, (counts.get(heading) ?? 0) + 1)
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return ranked[0]?.[0] ?? Number.MAX_SAFE_INTEGER
}

function withNewIds(nodes: readonly PlanNode[], newId: () => string): readonly PlanNode[] {
  const ids = new Map(nodes.map((node) => [node.id, newId()]))
  return nodes.map((node) => ({ ...node, id: ids.get(node.id) ?? node.id, parentId: node.parentId && (ids.get(node.parentId) ?? null) }))
}

const KEYS = positionsBetween(null, null, 100)

function nth(order: number): string {
  return KEYS[order] ?? KEYS.at(-1) ?? 'V'
}
