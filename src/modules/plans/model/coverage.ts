import { addDays } from './days.ts'
import { lastDayOf } from './deadlines.ts'
import { featuresOf, matchIndex, PROPOSAL_SCORE, type Features, type MatchIndex } from './matching.ts'
import type { Party, PlanNode, PlanPart } from './plan-node.ts'
import { treeOf, type PlacedNode } from './plan-tree.ts'
import { leafPoints, type PointChanges, type SuperiorPoint } from './superior-points.ts'

/** What a person said about a point: it is answered by this line, it is not, it does not concern the unit, or it does. */
export type PointDecision =
  | { readonly pointId: string; readonly verdict: 'confirmed' | 'rejected'; readonly nodeId: string }
  | { readonly pointId: string; readonly verdict: 'not_applicable'; readonly reason: string }
  // What was proposed as the superior's own duty is the unit's as well.
  | { readonly pointId: string; readonly verdict: 'applies' }

export type CoverageState = 'covered' | 'partial' | 'not_applicable' | 'missing'

/** What an answered point still lacks: who, by when, in time for the superior, how much; a look at what the superior changed. */
export type Gap = 'person' | 'date' | 'late' | 'number' | 'changed'

export interface CoverageLink {
  readonly nodeId: string
  /** `linked` stands in the line itself, `proposed` comes from topic and wording. */
  readonly origin: 'confirmed' | 'linked' | 'proposed'
  /** 0–1. */
  readonly score: number
}

export interface CoverageRow {
  readonly point: SuperiorPoint
  readonly state: CoverageState
  /** Best first. */
  readonly links: readonly CoverageLink[]
  readonly missing: readonly Gap[]
  /** A person has confirmed an answer or said why there is none; of a heading: of all points under it. */
  readonly isConfirmed: boolean
  /** Why it does not apply, in a person's words; null of what is only proposed as the superior's own duty. */
  readonly reason: string | null
}

/** Counts over the points that have none under them. */
export interface CoverageSummary {
  readonly total: number
  readonly covered: number
  readonly partial: number
  readonly notApplicable: number
  readonly missing: number
  /** Covered or not applicable. */
  readonly answered: number
  readonly confirmed: number
}

export interface Coverage {
  readonly rows: readonly CoverageRow[]
  readonly summary: CoverageSummary
}

interface Line extends PlacedNode {
  readonly lead: Party | null
  readonly startOn: string | null
  readonly dueOn: string | null
  readonly heading: string
}

/** No more lines than this are proposed for a point, and none much weaker than the best. */
const PROPOSALS = 3
const NEAR_BEST = 0.8

const ANSWERING_PARTS: readonly PlanPart[] = ['tasks', 'organisation', 'objectives', 'budget', 'other']

/**
 * The coverage matrix of a plan against its superior's points.
 *
 * What a person confirmed or rejected holds; links in the lines come next; only a point without either gets proposals.
 * A reopened point is not answered by proposals, nor by what was said of the point above it. What is the superior's own
 * duty is proposed as not applicable, until a line answers it or a person says that it applies.
 * Meant to be called at every key stroke: nodes that are the same objects as before are not read again.
 */
export function coverage(
  points: readonly SuperiorPoint[],
  nodes: readonly PlanNode[],
  decisions: readonly PointDecision[] = [],
): Coverage {
  const lines = linesOf(nodes)
  const linesById = new Map(lines.map((line) => [line.node.id, line]))
  const proposals = proposalsFor(points, lines)
  const childrenOf = groupByParent(points)
  const rows = new Map<string, CoverageRow>()

  const judge = (point: SuperiorPoint, inherited: string | null): CoverageRow => {
    const own = decisions.filter((decision) => decision.pointId === point.id)
    const reason = own.find((decision) => decision.verdict === 'not_applicable')?.reason ?? (point.isReopened ? null : inherited)
    const children = (childrenOf.get(point.id) ?? []).map((child) => judge(child, reason))
    const row =
      children.length > 0
        ? rollUp(point, children, reason)
        : judgeLeaf(point, own, reason, linesById, proposals.get(point.id) ?? [])
    rows.set(point.id, row)
    return row
  }
  for (const point of childrenOf.get(null) ?? []) judge(point, null)
  const ordered = points.flatMap((point) => rows.get(point.id) ?? [])
  return { rows: ordered, summary: summarise(points, rows) }
}

/** Carries decisions over to an amended plan: what reads as before keeps its decision, what changed is open again. */
export function carryDecisions(
  changes: PointChanges,
  decisions: readonly PointDecision[],
): readonly PointDecision[] {
  const renamed = new Map(changes.unchanged.map((pair) => [pair.old.id, pair.now.id]))
  return decisions.flatMap((decision) => {
    const pointId = renamed.get(decision.pointId)
    return pointId === undefined ? [] : [{ ...decision, pointId }]
  })
}

/** Carries the ids of points over to an amended plan; those of points that changed or were removed fall away. */
export function carryPointIds(changes: PointChanges, ids: readonly string[]): readonly string[] {
  const renamed = new Map(changes.unchanged.map((pair) => [pair.old.id, pair.now.id]))
  return ids.flatMap((id) => renamed.get(id) ?? [])
}

/** Ids of the points that stand open again: changed, new, or reopened by an earlier amendment. */
export function reopenedPoints(changes: PointChanges, before: readonly string[]): readonly string[] {
  return [...new Set([...carryPointIds(changes, before), ...changes.changed.map((pair) => pair.now.id), ...changes.added.map((point) => point.id)])]
}

function judgeLeaf(
  point: SuperiorPoint,
  decisions: readonly PointDecision[],
  reason: string | null,
  lines: ReadonlyMap<string, Line>,
  proposals: readonly CoverageLink[],
): CoverageRow {
  const said = (verdict: 'confirmed' | 'rejected'): readonly string[] =>
    decisions.flatMap((decision) => (decision.verdict === verdict ? [decision.nodeId] : []))
  const confirmed = said('confirmed').filter((id) => lines.has(id))
  const rejected = said('rejected')
  const linked = [...lines.values()]
    .filter((line) => line.node.covers.includes(point.id))
    .map((line) => line.node.id)
    .filter((id) => !confirmed.includes(id) && !rejected.includes(id))
  const known: readonly CoverageLink[] = [
    ...confirmed.map((nodeId) => ({ nodeId, origin: 'confirmed' as const, score: 1 })),
    ...linked.map((nodeId) => ({ nodeId, origin: 'linked' as const, score: 1 })),
  ]
  const links = known.length > 0 ? known : bestOf(proposals.filter((link) => !rejected.includes(link.nodeId)))
  if (reason !== null) return { point, state: 'not_applicable', links: [], missing: [], isConfirmed: true, reason }
  const gaps = links.length === 0 ? [] : gapsOf(point, links.flatMap((link) => lines.get(link.nodeId) ?? []))
  // A line that answers says more than the wording of the point.
  const isLeft = known.length === 0 && point.ownDuty !== undefined && !decisions.some((decision) => decision.verdict === 'applies')
  if (isLeft) return { point, state: 'not_applicable', links: [], missing: [], isConfirmed: false, reason: null }
  const missing: readonly Gap[] = point.isReopened && links.length > 0 && known.length === 0 ? ['changed', ...gaps] : gaps
  const state = links.length === 0 ? 'missing' : missing.length > 0 ? 'partial' : 'covered'
  return { point, state, links, missing, isConfirmed: confirmed.length > 0, reason: null }
}

function rollUp(point: SuperiorPoint, children: readonly CoverageRow[], reason: string | null): CoverageRow {
  const all = (...states: readonly CoverageState[]): boolean => children.every((row) => states.includes(row.state))
  const state = all('not_applicable')
    ? 'not_applicable'
    : all('covered', 'not_applicable')
      ? 'covered'
      : all('missing', 'not_applicable')
        ? 'missing'
        : 'partial'
  return { point, state, links: [], missing: [], isConfirmed: children.every((row) => row.isConfirmed), reason }
}

/** What all answering lines together leave open. */
function gapsOf(point: SuperiorPoint, lines: readonly Line[]): readonly Gap[] {
  const gaps: Gap[] = []
  const lastDay = point.deadline ? lastDayOf(point.deadline, Number(point.deadline.date.slice(0, 4)) || 0) : null
  const needsDoer = point.kind !== 'target' && !lines.some((line) => line.part === 'budget')
  if (needsDoer && !lines.some((line) => line.lead !== null)) gaps.push('person')
  const dated = lines.filter((line) => line.dueOn !== null || line.startOn !== null)
  if (needsDoer && dated.length === 0) gaps.push('date')
  if (lastDay !== null && dated.length > 0 && dated.every((line) => (line.dueOn ?? line.startOn ?? '') > lastDay)) gaps.push('late')
  if (point.target !== null && !lines.some((line) => line.node.target?.value !== null && line.node.target !== null)) gaps.push('number')
  return gaps
}

function bestOf(links: readonly CoverageLink[]): readonly CoverageLink[] {
  const best = links[0]?.score ?? 0
  return links.filter((link) => link.score >= best * NEAR_BEST).slice(0, PROPOSALS)
}

/** Lines that can answer, with who and when taken from the nearest line above that says so. */
function linesOf(nodes: readonly PlanNode[]): readonly Line[] {
  const lines: Line[] = []
  const walk = (placed: PlacedNode, above: Pick<Line, 'lead' | 'startOn' | 'dueOn' | 'heading'>): void => {
    const { node } = placed
    const ownTime = node.startOn !== null || node.dueOn !== null
    const line: Line = {
      ...placed,
      lead: node.lead ?? above.lead,
      startOn: ownTime ? node.startOn : above.startOn,
      dueOn: ownTime ? node.dueOn : above.dueOn,
      heading: above.heading,
    }
    if (ANSWERING_PARTS.includes(placed.part)) lines.push(line)
    for (const child of placed.children) walk(child, { ...line, heading: placed.depth === 1 ? '' : node.text })
  }
  for (const root of treeOf(nodes)) walk(root, { lead: null, startOn: null, dueOn: null, heading: '' })
  return lines
}

interface PointIndex {
  readonly leaves: readonly SuperiorPoint[]
  readonly index: MatchIndex
  /** Scores by node object; kept as long as the node is. */
  readonly scores: WeakMap<PlanNode, { readonly heading: string; readonly values: Float64Array }>
}

const indexes = new WeakMap<readonly SuperiorPoint[], PointIndex>()

function indexOf(points: readonly SuperiorPoint[]): PointIndex {
  const known = indexes.get(points)
  if (known) return known
  const texts = new Map(points.map((point) => [point.id, point.text]))
  const leaves = leafPoints(points)
  const features = leaves.map(
    (point): Features => featuresOf({ text: point.text, heading: texts.get(point.parentId ?? '') ?? '', topic: point.kind === 'report' ? 'reporting' : null }),
  )
  const built = { leaves, index: matchIndex(features), scores: new WeakMap() }
  indexes.set(points, built)
  return built
}

function proposalsFor(points: readonly SuperiorPoint[], lines: readonly Line[]): ReadonlyMap<string, readonly CoverageLink[]> {
  const { leaves, index, scores } = indexOf(points)
  const proposals = new Map<string, CoverageLink[]>(leaves.map((point) => [point.id, []]))
  for (const line of lines) {
    if (line.node.kind === 'section' || line.node.text.trim() === '') continue
    let known = scores.get(line.node)
    if (!known || known.heading !== line.heading) {
      const { text, topic } = line.node
      known = { heading: line.heading, values: index.scores(featuresOf({ text, heading: line.heading, topic })) }
      scores.set(line.node, known)
    }
    leaves.forEach((point, order) => {
      const score = adjusted(known.values[order] ?? 0, point, line)
      if (score >= PROPOSAL_SCORE) proposals.get(point.id)?.push({ nodeId: line.node.id, origin: 'proposed', score })
    })
  }
  for (const links of proposals.values()) links.sort((a, b) => b.score - a.score)
  return proposals
}

/** Days between a report of the unit and the superior's date within which they are the same report. */
const SAME_REPORT_DAYS = 45

/** A paragraph that names a goal or what somebody is there for answers less than a task does. */
const PARAGRAPH_SHARE = 0.75

/** Numbers are answered by goals, duties by tasks, and reports are told apart by their dates, not by their words. */
function adjusted(score: number, point: SuperiorPoint, line: Line): number {
  const isGoal = point.kind === 'target' && line.node.target !== null
  const weighed = line.node.kind === 'task' || line.part === 'budget' || isGoal ? score : score * PARAGRAPH_SHARE
  if (point.kind !== 'report' || point.deadline === null) return weighed
  const day = line.dueOn ?? line.startOn
  const lastDay = lastDayOf(point.deadline, Number(day?.slice(0, 4) ?? 0))
  if (day === null || lastDay === null) return weighed
  const isNear = day >= addDays(lastDay, -SAME_REPORT_DAYS) && day <= addDays(lastDay, SAME_REPORT_DAYS)
  return isNear ? weighed : 0
}

function groupByParent(points: readonly SuperiorPoint[]): ReadonlyMap<string | null, readonly SuperiorPoint[]> {
  const groups = new Map<string | null, SuperiorPoint[]>()
  for (const point of points) groups.set(point.parentId, [...(groups.get(point.parentId) ?? []), point])
  return groups
}

function summarise(points: readonly SuperiorPoint[], rows: ReadonlyMap<string, CoverageRow>): CoverageSummary {
  const leaves = leafPoints(points).flatMap((point) => rows.get(point.id) ?? [])
  const count = (state: CoverageState): number => leaves.filter((row) => row.state === state).length
  const [covered, partial, notApplicable, missing] = [count('covered'), count('partial'), count('not_applicable'), count('missing')]
  return {
    total: leaves.length,
    covered,
    partial,
    notApplicable,
    missing,
    answered: covered + notApplicable,
    confirmed: leaves.filter((row) => row.isConfirmed).length,
  }
}
