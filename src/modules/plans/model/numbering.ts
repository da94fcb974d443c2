import { letterOf, romanOf } from '@songhanh/vanban/ordinals'
import type { PlacedNode } from './plan-tree.ts'

/**
 * The label of a line from its depth and its order among its siblings (both from 1): I, 1, a), -, +.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d; documents without Điều: Mục V.6.b
 */
export function labelOf(depth: number, order: number): string {
  if (depth === 1) return `${romanOf(order)}.`
  if (depth === 2) return `${order}.`
  if (depth === 3) return `${letterOf(order)})`
  return depth === 4 ? '-' : '+'
}

/**
 * Labels of all lines by node id.
 *
 * A lone paragraph directly under a section is not numbered.
 */
export function labelsOf(tree: readonly PlacedNode[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const walk = (siblings: readonly PlacedNode[], parent: PlacedNode | null): void => {
    siblings.forEach((placed, index) => {
      labels.set(placed.node.id, parent && isLoneParagraph(parent, placed) ? '' : labelOf(placed.depth, index + 1))
      walk(placed.children, placed)
    })
  }
  walk(tree, null)
  return labels
}

/** The way from the top, `II.1.a`: how people speak of a line, on a small screen too. */
export function pathsOf(tree: readonly PlacedNode[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  const walk = (siblings: readonly PlacedNode[], above: string): void => {
    siblings.forEach((placed, index) => {
      const label = placed.depth <= 3 ? labelOf(placed.depth, index + 1).replace(/[.)]$/, '') : String(index + 1)
      const path = above === '' ? label : `${above}.${label}`
      paths.set(placed.node.id, path)
      walk(placed.children, path)
    })
  }
  walk(tree, '')
  return paths
}

/** True for the only line of a section, when it is a paragraph without lines of its own. */
export function isLoneParagraph(parent: PlacedNode, placed: PlacedNode): boolean {
  const isLeaf = placed.node.kind === 'point' && placed.children.length === 0
  return parent.node.kind === 'section' && parent.children.length === 1 && isLeaf
}
