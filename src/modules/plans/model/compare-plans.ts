import type { PlanNode } from './plan-node.ts'
import { pathsOf } from './numbering.ts'
import { inReadingOrder, treeOf, type PlacedNode } from './plan-tree.ts'
import { likeness } from './wording.ts'

/** Fields of a line that a reader compares. */
export const COMPARED_FIELDS = ['text', 'lead', 'supporting', 'startOn', 'dueOn', 'product', 'target', 'budget'] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

export interface ComparedLine {
  readonly state: 'same' | 'changed' | 'added' | 'removed'
  /** Under another heading or in another order among its siblings. */
  readonly isMoved: boolean
  readonly before: PlanNode | null
  readonly after: PlanNode | null
  /** `II.1.a` in each version. */
  readonly beforePath: string | null
  readonly afterPath: string | null
  readonly fields: readonly ComparedField[]
}

export interface PlanComparison {
  /** In the reading order of the later version, removed lines where they stood. */
  readonly lines: readonly ComparedLine[]
  readonly summary: Readonly<Record<'same' | 'changed' | 'added' | 'removed' | 'moved', number>>
}

/** Lines without a common id are versions of one another from this share of common words on. */
const SAME_LINE = 0.6

/** Two versions of a plan side by side; lines are paired by id, then by wording. */
export function comparePlans(before: readonly PlanNode[], after: readonly PlanNode[]): PlanComparison {
  const [old, now] = [inReadingOrder(before), inReadingOrder(after)]
  const [oldPaths, nowPaths] = [pathsOf(treeOf(before)), pathsOf(treeOf(after))]
  const pairOf = pairLines(old, now)
  const oldById = new Map(old.map((placed) => [placed.node.id, placed.node]))
  const moved = movedLines(old, now, pairOf)
  const later = now.map(({ node }): ComparedLine => {
    const previous = oldById.get(pairOf.get(node.id) ?? '') ?? null
    const fields = previous ? COMPARED_FIELDS.filter((field) => JSON.stringify(previous[field]) !== JSON.stringify(node[field])) : []
    return {
      state: previous === null ? 'added' : fields.length > 0 ? 'changed' : 'same',
      isMoved: moved.has(node.id),
      before: previous,
      after: node,
      beforePath: previous && (oldPaths.get(previous.id) ?? null),
      afterPath: nowPaths.get(node.id) ?? null,
      fields,
    }
  })
  const lines = withRemoved(later, old, new Set(pairOf.values()), oldPaths)
  const count = (state: ComparedLine['state']): number => lines.filter((line) => line.state === state).length
  return {
    lines,
    summary: { same: count('same'), changed: count('changed'), added: count('added'), removed: count('removed'), moved: moved.size },
  }
}

/** Ids of the earlier version by ids of the later one. */
function pairLines(old: readonly PlacedNode[], now: readonly PlacedNode[]): ReadonlyMap<string, string> {
  const oldIds = new Set(old.map(({ node }) => node.id))
  const pairs = new Map(now.filter(({ node }) => oldIds.has(node.id)).map(({ node }) => [node.id, node.id]))
  const openOld = old.filter(({ node }) => !pairs.has(node.id))
  const openNow = now.filter(({ node }) => !pairs.has(node.id))
  const candidates = openOld
    .flatMap((from) => openNow.map((to) => ({ from: from.node.id, to: to.node.id, score: from.node.text === to.node.text ? 2 : likeness(from.node.text, to.node.text) })))
    .filter(({ score }) => score >= SAME_LINE)
    .sort((a, b) => b.score - a.score)
  const taken = new Set<string>()
  for (const { from, to } of candidates) {
    if (taken.has(from) || pairs.has(to)) continue
    taken.add(from)
    pairs.set(to, from)
  }
  return pairs
}

/** Lines under another parent, and the fewest that must have moved to explain the order among siblings. */
function movedLines(old: readonly PlacedNode[], now: readonly PlacedNode[], pairOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  const oldOrder = new Map(old.map(({ node }, order) => [node.id, order]))
  const oldParent = new Map(old.map(({ node }) => [node.id, node.parentId]))
  const moved = new Set<string>()
  const stayed = new Map<string | null, { readonly id: string; readonly order: number }[]>()
  for (const { node } of now) {
    const from = pairOf.get(node.id)
    if (from === undefined) continue
    const parentBefore = oldParent.get(from) ?? null
    const parentNow = node.parentId === null ? null : (pairOf.get(node.parentId) ?? undefined)
    if (parentBefore !== parentNow) moved.add(node.id)
    else stayed.set(node.parentId, [...(stayed.get(node.parentId) ?? []), { id: node.id, order: oldOrder.get(from) ?? 0 }])
  }
  for (const siblings of stayed.values()) {
    const kept = longestRising(siblings.map(({ order }) => order))
    siblings.forEach(({ id }, index) => {
      if (!kept.has(index)) moved.add(id)
    })
  }
  return moved
}

/** Indexes of a longest rising run (not necessarily without gaps). */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const length: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    length[index] = 1
    previous[index] = -1
    for (let earlier = 0; earlier < index; earlier++) {
      if ((values[earlier] ?? 0) < value && (length[earlier] ?? 0) + 1 > (length[index] ?? 0)) {
        length[index] = (length[earlier] ?? 0) + 1
        previous[index] = earlier
      }
    }
  })
  const kept = new Set<number>()
  let at = length.indexOf(Math.max(0, ...length))
  while (at >= 0) {
    kept.add(at)
    at = previous[at] ?? -1
  }
  return kept
}

/** Puts each removed line behind the line that stood before it. */
function withRemoved(
  lines: readonly ComparedLine[],
  old: readonly PlacedNode[],
  kept: ReadonlySet<string>,
  paths: ReadonlyMap<string, string>,
): readonly ComparedLine[] {
  const removedBehind = new Map<string | null, ComparedLine[]>()
  let last: string | null = null
  for (const { node } of old) {
    if (kept.has(node.id)) {
      last = node.id
      continue
    }
    const line: ComparedLine = { state: 'removed', isMoved: false, before: node, after: null, beforePath: paths.get(node.id) ?? null, afterPath: null, fields: [] }
    removedBehind.set(last, [...(removedBehind.get(last) ?? []), line])
  }
  return [...(removedBehind.get(null) ?? []), ...lines.flatMap((line) => [line, ...(line.before ? (removedBehind.get(line.before.id) ?? []) : [])])]
}
