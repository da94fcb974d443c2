import type { NodeKind, PlanNode, PlanPart } from './plan-node.ts'
import { positionBetween, positionsBetween } from './position.ts'

/** I. / 1. / a) / - / + */
export const MAX_DEPTH = 5

/** The deepest level at which a line may be a heading (`a)`). */
const MAX_SECTION_DEPTH = 3

/** One node before and after an edit; null before = inserted, null after = removed. */
export interface NodeChange {
  readonly before: PlanNode | null
  readonly after: PlanNode | null
}

/** What an edit does, in an order in which it can be applied. Empty when the edit is not possible. */
export type Change = readonly NodeChange[]

export interface PlacedNode {
  readonly node: PlanNode
  /** 1 for the top level. */
  readonly depth: number
  /** The part of the top section above it. */
  readonly part: PlanPart
  readonly children: readonly PlacedNode[]
}

/** Order among siblings: by key, then by id, so that two people who inserted at one place see the same order. */
export function bySiblingOrder(a: PlanNode, b: PlanNode): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * The forest of a plan, siblings in order.
 *
 * Total for any list: a node whose parent is gone, and one of each circle of parents, stands at the end of the top level.
 */
export function treeOf(nodes: readonly PlanNode[]): readonly PlacedNode[] {
  const byParent = childrenByParent(nodes)
  const placed = new Set<string>()
  const build = (node: PlanNode, depth: number, inherited: PlanPart): PlacedNode => {
    placed.add(node.id)
    const part = node.part ?? inherited
    const children = (byParent.get(node.id) ?? []).filter((child) => !placed.has(child.id))
    return { node, depth, part, children: children.map((child) => build(child, depth + 1, part)) }
  }
  const roots = (byParent.get(null) ?? []).map((root) => build(root, 1, root.part ?? 'other'))
  const ids = new Set(nodes.map((node) => node.id))
  const orphans = nodes.filter((node) => node.parentId !== null && !ids.has(node.parentId))
  for (const stray of [...orphans.sort(bySiblingOrder), ...[...nodes].sort(bySiblingOrder)]) if (!placed.has(stray.id)) roots.push(build(stray, 1, stray.part ?? 'other'))
  return roots
}

/** All nodes with depth and part, in the order in which they are read. */
export function inReadingOrder(nodes: readonly PlanNode[]): readonly PlacedNode[] {
  const rows: PlacedNode[] = []
  const walk = (placed: PlacedNode): void => {
    rows.push(placed)
    placed.children.forEach(walk)
  }
  treeOf(nodes).forEach(walk)
  return rows
}

/** The node itself and everything under it, in reading order. */
export function subtreeOf(nodes: readonly PlanNode[], id: string): readonly PlanNode[] {
  const row = inReadingOrder(nodes).find((placed) => placed.node.id === id)
  const collect = (placed: PlacedNode): PlanNode[] => [placed.node, ...placed.children.flatMap(collect)]
  return row ? collect(row) : []
}

/** Carries out a change. Nodes that it does not name stay as they are. */
export function applyChange(nodes: readonly PlanNode[], change: Change): readonly PlanNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const { before, after } of change) {
    if (after) byId.set(after.id, after)
    else if (before) byId.delete(before.id)
  }
  return [...byId.values()]
}

/** The change that takes `change` back: applied after it, the plan is as it was. */
export function invertChange(change: Change): Change {
  return [...change].reverse().map(({ before, after }) => ({ before: after, after: before }))
}

/** Replaces fields of one node. The place in the tree is changed by the moves below. */
export function editNode(
  nodes: readonly PlanNode[],
  id: string,
  patch: Partial<Omit<PlanNode, 'id' | 'parentId' | 'position'>>,
): Change {
  const before = nodes.find((node) => node.id === id)
  return before ? [{ before, after: { ...before, ...patch } }] : []
}

/** Inserts a node as the next sibling of `afterId`. */
export function insertAfter(nodes: readonly PlanNode[], afterId: string, node: PlanNode): Change {
  const sibling = nodes.find((candidate) => candidate.id === afterId)
  return sibling ? insertAt(nodes, node, sibling.parentId, afterId) : []
}

/** Inserts a node as the last child of `parentId`, or as the last section when that is null. */
export function insertUnder(nodes: readonly PlanNode[], parentId: string | null, node: PlanNode): Change {
  const last = siblingsOf(nodes, parentId).at(-1)
  return insertAt(nodes, node, parentId, last?.id ?? null)
}

/** Makes a node the last child of the sibling above it. */
export function indent(nodes: readonly PlanNode[], id: string): Change {
  const node = nodes.find((candidate) => candidate.id === id)
  if (!node) return []
  const siblings = siblingsOf(nodes, node.parentId)
  const above = siblings[siblings.findIndex((sibling) => sibling.id === id) - 1]
  return above ? moveNode(nodes, id, above.id, siblingsOf(nodes, above.id).at(-1)?.id ?? null) : []
}

/** Makes a node the next sibling of its parent. */
export function outdent(nodes: readonly PlanNode[], id: string): Change {
  const node = nodes.find((candidate) => candidate.id === id)
  const parent = nodes.find((candidate) => candidate.id === node?.parentId)
  return node && parent ? moveNode(nodes, id, parent.parentId, parent.id) : []
}

/** Changes places with the sibling above. */
export function moveUp(nodes: readonly PlanNode[], id: string): Change {
  const node = nodes.find((candidate) => candidate.id === id)
  if (!node) return []
  const siblings = siblingsOf(nodes, node.parentId)
  const index = siblings.findIndex((sibling) => sibling.id === id)
  return index > 0 ? moveNode(nodes, id, node.parentId, siblings[index - 2]?.id ?? null) : []
}

/** Changes places with the sibling below. */
export function moveDown(nodes: readonly PlanNode[], id: string): Change {
  const node = nodes.find((candidate) => candidate.id === id)
  if (!node) return []
  const siblings = siblingsOf(nodes, node.parentId)
  const below = siblings[siblings.findIndex((sibling) => sibling.id === id) + 1]
  return below ? moveNode(nodes, id, node.parentId, below.id) : []
}

/** Removes a node with everything under it. */
export function removeSubtree(nodes: readonly PlanNode[], id: string): Change {
  return [...subtreeOf(nodes, id)].reverse().map((before) => ({ before, after: null }))
}

/**
 * Puts a node under `parentId` (null: top level) behind `afterId` (null: first).
 *
 * Refused (empty) when it would stand under itself or anything under it deeper than level 5.
 * Kinds follow the level: the top level holds sections, what hangs under a task or below `a)` is no heading.
 */
export function moveNode(
  nodes: readonly PlanNode[],
  id: string,
  parentId: string | null,
  afterId: string | null,
): Change {
  const placed = inReadingOrder(nodes).find((row) => row.node.id === id)
  if (!placed || afterId === id || subtreeOf(nodes, id).some((inner) => inner.id === parentId)) return []
  if (depthOf(nodes, parentId) + heightOf(placed) > MAX_DEPTH) return []
  const others = nodes.filter((candidate) => candidate.id !== id)
  const { position, shifted } = placeBehind(others, parentId, afterId)
  const moved = nodes.map((candidate) => (candidate.id === id ? { ...candidate, parentId, position } : candidate))
  return withKindsSettled(nodes, applyChange(moved, shifted))
}

function insertAt(nodes: readonly PlanNode[], node: PlanNode, parentId: string | null, afterId: string | null): Change {
  if (nodes.some((existing) => existing.id === node.id) || depthOf(nodes, parentId) >= MAX_DEPTH) return []
  const { position, shifted } = placeBehind(nodes, parentId, afterId)
  return withKindsSettled(nodes, [...applyChange(nodes, shifted), { ...node, parentId, position }])
}

/** The kind that a line can have at a level: see `moveNode`. */
export function kindAt(kind: NodeKind, depth: number, parentKind: NodeKind | null): NodeKind {
  if (depth === 1) return 'section'
  if (kind === 'section' && (depth > MAX_SECTION_DEPTH || parentKind !== 'section')) return 'task'
  if (kind === 'task' && parentKind === 'point') return 'point'
  return kind
}

function withKindsSettled(before: readonly PlanNode[], after: readonly PlanNode[]): Change {
  const kinds = new Map<string, NodeKind>()
  const previous = new Map(before.map((node) => [node.id, node]))
  const changes: NodeChange[] = []
  for (const { node, depth } of inReadingOrder(after)) {
    const kind = kindAt(node.kind, depth, depth === 1 ? null : (kinds.get(node.parentId ?? '') ?? null))
    kinds.set(node.id, kind)
    const old = previous.get(node.id) ?? null
    const settled = kind === node.kind ? node : { ...node, kind }
    if (settled !== old) changes.push({ before: old, after: settled })
  }
  return changes
}

/** A key behind `afterId`; siblings that share its key (inserted by two people at once) get new ones. */
function placeBehind(
  nodes: readonly PlanNode[],
  parentId: string | null,
  afterId: string | null,
): { readonly position: string; readonly shifted: Change } {
  const siblings = siblingsOf(nodes, parentId)
  const index = afterId === null ? -1 : siblings.findIndex((sibling) => sibling.id === afterId)
  const previous = siblings[index]?.position ?? null
  const tied = siblings.slice(index + 1).filter((sibling) => sibling.position === previous)
  const next = siblings[index + 1 + tied.length]?.position ?? null
  const [position = positionBetween(previous, next), ...rest] = positionsBetween(previous, next, 1 + tied.length)
  const shifted = tied.map((sibling, order) => ({
    before: sibling,
    after: { ...sibling, position: rest[order] ?? sibling.position },
  }))
  return { position, shifted }
}

export function siblingsOf(nodes: readonly PlanNode[], parentId: string | null): readonly PlanNode[] {
  return nodes.filter((node) => node.parentId === parentId).sort(bySiblingOrder)
}

function heightOf(placed: PlacedNode): number {
  return 1 + Math.max(0, ...placed.children.map(heightOf))
}

function depthOf(nodes: readonly PlanNode[], id: string | null): number {
  if (id === null) return 0
  return inReadingOrder(nodes).find((row) => row.node.id === id)?.depth ?? MAX_DEPTH
}

function childrenByParent(nodes: readonly PlanNode[]): ReadonlyMap<string | null, readonly PlanNode[]> {
  const byParent = new Map<string | null, PlanNode[]>()
  for (const node of nodes) {
    const siblings = byParent.get(node.parentId)
    if (siblings) siblings.push(node)
    else byParent.set(node.parentId, [node])
  }
  for (const siblings of byParent.values()) siblings.sort(bySiblingOrder)
  return byParent
}
