import { pathsOf } from './numbering.ts'
import type { PlanNode } from './plan-node.ts'
import { inReadingOrder, treeOf } from './plan-tree.ts'
import { likeness } from './wording.ts'

/** How a line differs between two versions of a plan. */
export interface LineChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly before: PlanNode | null
  readonly after: PlanNode | null
  /** Place in the version where the line stands (`II.1.a`); of a removed line that in the earlier one. */
  readonly path: string
}

/** Two lines with other ids are one line when their words are at least this alike: a version that was written anew. */
const SAME_LINE = 0.7

/** The differences of two versions in reading order: lines are paired by id, then by their words. */
export function comparePlans(before: readonly PlanNode[], after: readonly PlanNode[]): readonly LineChange[] {
  const pairs = pairLines(before, after)
  const [oldPaths, newPaths] = [pathsOf(treeOf(before)), pathsOf(treeOf(after))]
  const present = inReadingOrder(after).flatMap(({ node }): readonly LineChange[] => {
    const old = pairs.get(node.id) ?? null
    const path = newPaths.get(node.id) ?? ''
    if (!old) return [{ kind: 'added', before: null, after: node, path }]
    if (contentOf(old) !== contentOf(node)) return [{ kind: 'changed', before: old, after: node, path }]
    return hasMoved(old, node, before, after, pairs) ? [{ kind: 'moved', before: old, after: node, path }] : []
  })
  const kept = new Set([...pairs.values()].map((node) => node.id))
  const gone: LineChange[] = inReadingOrder(before)
    .filter(({ node }) => !kept.has(node.id))
    .map(({ node }) => ({ kind: 'removed', before: node, after: null, path: oldPaths.get(node.id) ?? '' }))
  return [...present, ...gone]
}

/** The earlier line of each later one. */
function pairLines(before: readonly PlanNode[], after: readonly PlanNode[]): ReadonlyMap<string, PlanNode> {
  const byId = new Map(before.map((node) => [node.id, node]))
  const pairs = new Map(after.flatMap((node) => (byId.has(node.id) ? [[node.id, byId.get(node.id)!] as const] : [])))
  const free = new Set(before.filter((node) => !pairs.has(node.id)))
  for (const node of after) {
    if (pairs.has(node.id) || free.size === 0) continue
    const best = [...free].map((old) => ({ old, score: likeness(old.text, node.text) })).sort((a, b) => b.score - a.score)[0]
    if (!best || best.score < SAME_LINE) continue
    pairs.set(node.id, best.old)
    free.delete(best.old)
  }
  return pairs
}

/** What a reader would call the content: words, who, when, product, number, money. */
function contentOf({ text, kind, lead, supporting, startOn, dueOn, product, target, budget }: PlanNode): string {
  return JSON.stringify([text.trim(), kind, lead, supporting, startOn, dueOn, product, target, budget])
}

/** Under another heading, or in another order among the lines that both versions have there. */
function hasMoved(old: PlanNode, node: PlanNode, before: readonly PlanNode[], after: readonly PlanNode[], pairs: ReadonlyMap<string, PlanNode>): boolean {
  const oldParent = node.parentId === null ? null : (pairs.get(node.parentId)?.id ?? null)
  if (oldParent !== old.parentId) return true
  const above = (nodes: readonly PlanNode[], line: PlanNode) => nodes.filter((other) => other.parentId === line.parentId && other.position < line.position)
  const oldAbove = new Set(above(before, old).map((other) => other.id))
  return above(after, node).some((other) => {
    const twin = pairs.get(other.id)
    return twin !== undefined && twin.parentId === old.parentId && !oldAbove.has(twin.id)
  })
}
