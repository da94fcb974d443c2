import type { PlanNode } from './plan-node.ts'
import type { Change } from './plan-tree.ts'

/** Fields that only make sense together are taken together. */
const FIELD_GROUPS = {
  place: ['parentId', 'position'],
  text: ['text'],
  kind: ['kind', 'part'],
  topic: ['topic'],
  lead: ['lead'],
  supporting: ['supporting'],
  time: ['startOn', 'dueOn', 'when'],
  product: ['product'],
  target: ['target'],
  budget: ['budget'],
  covers: ['covers'],
} as const satisfies Record<string, readonly (keyof PlanNode)[]>
export type FieldGroup = keyof typeof FIELD_GROUPS

/** Where two people changed the same thing differently; `existence` when one removed what the other changed. */
export type Conflict = FieldGroup | 'existence'

export interface MergedNode {
  /** The node with both sets of changes; in conflicts it holds theirs, which is already saved. Null when removed. */
  readonly node: PlanNode | null
  readonly conflicts: readonly Conflict[]
}

/**
 * Joins two edits of one node that started from the same state.
 *
 * @param base    the node that both saw; null when it did not exist
 * @param mine    the node as I leave it; null when I removed it
 * @param theirs  the node as it stands now; null when it was removed
 */
export function mergeNode(base: PlanNode | null, mine: PlanNode | null, theirs: PlanNode | null): MergedNode {
  if (isSame(mine, theirs) || isSame(base, mine)) return { node: theirs, conflicts: [] }
  if (isSame(base, theirs)) return { node: mine, conflicts: [] }
  if (!base || !mine || !theirs) return { node: theirs, conflicts: ['existence'] }

  let node = theirs
  const conflicts: Conflict[] = []
  for (const group of Object.keys(FIELD_GROUPS) as FieldGroup[]) {
    const fields: readonly (keyof PlanNode)[] = FIELD_GROUPS[group]
    const changedBy = (other: PlanNode): boolean => fields.some((field) => !isSame(base[field], other[field]))
    if (!changedBy(mine)) continue
    if (group === 'covers') node = { ...node, covers: mergeList(base.covers, mine.covers, node.covers) }
    else if (group === 'supporting') node = { ...node, supporting: mergeList(base.supporting, mine.supporting, node.supporting) }
    else if (!changedBy(theirs)) node = fields.reduce((merged, field) => ({ ...merged, [field]: mine[field] }), node)
    else if (fields.some((field) => !isSame(mine[field], theirs[field]))) conflicts.push(group)
  }
  return { node, conflicts }
}

/**
 * Takes a change back on a plan that others may have edited since: what they changed elsewhere in the same nodes stays.
 *
 * @returns what to apply, and the nodes on which somebody else's edit stands in the way
 */
export function undoOn(
  nodes: readonly PlanNode[],
  change: Change,
): { readonly change: Change; readonly blocked: readonly string[] } {
  const current = new Map(nodes.map((node) => [node.id, node]))
  const undo: { before: PlanNode | null; after: PlanNode | null }[] = []
  const blocked: string[] = []
  for (const { before, after } of [...change].reverse()) {
    const id = (before ?? after)?.id
    if (id === undefined) continue
    const now = current.get(id) ?? null
    const { node, conflicts } = mergeNode(after, before, now)
    if (conflicts.length > 0) blocked.push(id)
    if (!isSame(node, now)) undo.push({ before: now, after: node })
  }
  return { change: undo, blocked }
}

/** Elements that I added or took out are added to or taken out of theirs; order is theirs. */
function mergeList<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): readonly T[] {
  const has = (list: readonly T[], element: T): boolean => list.some((other) => isSame(other, element))
  const kept = theirs.filter((element) => has(mine, element) || !has(base, element))
  return [...kept, ...mine.filter((element) => !has(base, element) && !has(theirs, element))]
}

/** Equal as plain data. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => isSame(Reflect.get(a, key), Reflect.get(b, key)))
}
