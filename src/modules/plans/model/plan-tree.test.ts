import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aNode, type NodeKind, type PlanNode } from './plan-node.ts'
import {
  applyChange,
  indent,
  inReadingOrder,
  insertAfter,
  insertUnder,
  invertChange,
  MAX_DEPTH,
  moveDown,
  moveUp,
  outdent,
  removeSubtree,
  subtreeOf,
  treeOf,
  type Change,
} from './plan-tree.ts'

/** Builds a plan from an outline: two blanks per level, the text is the id. */
function aPlan(outline: string): readonly PlanNode[] {
  let nodes: readonly PlanNode[] = []
  const open: string[] = []
  for (const line of outline.split('\n').filter((text) => text.trim() !== '')) {
    const depth = line.search(/\S/) / 2
    const id = line.trim()
    const parentId = depth === 0 ? null : (open[depth - 1] ?? null)
    nodes = applyChange(nodes, insertUnder(nodes, parentId, aNode({ id, text: id, kind: depth < 2 ? 'section' : 'task' })))
    open[depth] = id
  }
  return nodes
}

function outlineOf(nodes: readonly PlanNode[]): string {
  return inReadingOrder(nodes)
    .map(({ node, depth }) => '  '.repeat(depth - 1) + node.id)
    .join('\n')
}

const PLAN = aPlan(`
A
  A1
    a
    b
      b-
        b+
    c
  A2
B
`)

test.each([
  ['a line goes under the one above it, behind what is there', indent(PLAN, 'c'), '      b-\n        b+\n      c\n  A2'],
  ['a line leaves its parent and stands behind it', outdent(PLAN, 'b'), '  A1\n    a\n    c\n  b\n    b-\n      b+\n  A2'],
  ['a line changes places with the one above', moveUp(PLAN, 'c'), '    a\n    c\n    b\n      b-'],
  ['a line changes places with the one below', moveDown(PLAN, 'a'), '    b\n      b-\n        b+\n    a\n    c'],
  ['a section takes its lines along', moveUp(PLAN, 'B'), 'B\nA\n  A1'],
])('%s', (_rule, change, expected) => {
  expect(outlineOf(applyChange(PLAN, change))).toContain(expected)
})

test('nothing is pushed below the fifth level', () => {
  expect(indent(PLAN, 'b')).toEqual([])
  const shallow = applyChange(PLAN, removeSubtree(PLAN, 'b+'))
  expect(outlineOf(applyChange(shallow, indent(shallow, 'b')))).toContain('    a\n      b\n        b-')
})

test('what is not possible changes nothing', () => {
  expect(indent(PLAN, 'A')).toEqual([])
  expect(outdent(PLAN, 'A')).toEqual([])
  expect(moveUp(PLAN, 'a')).toEqual([])
  expect(moveDown(PLAN, 'c')).toEqual([])
  expect(indent(PLAN, 'nobody')).toEqual([])
})

test('an insertion touches no other line', () => {
  const change = insertAfter(PLAN, 'a', aNode({ id: 'new', kind: 'task' }))
  expect(change).toHaveLength(1)
  expect(outlineOf(applyChange(PLAN, change))).toContain('    a\n    new\n    b')
})

test('two people who insert at the same place both keep their line, in one order for everybody', () => {
  const mine = insertAfter(PLAN, 'a', aNode({ id: 'x', kind: 'task' }))
  const theirs = insertAfter(PLAN, 'a', aNode({ id: 'y', kind: 'task' }))
  const one = applyChange(applyChange(PLAN, mine), theirs)
  const other = applyChange(applyChange(PLAN, theirs), mine)
  expect(outlineOf(one)).toBe(outlineOf(other))
  const between = applyChange(one, insertAfter(one, 'x', aNode({ id: 'z', kind: 'task' })))
  expect(outlineOf(between)).toContain('    x\n    z\n    y')
})

test('a line whose parent was removed by somebody else stays readable at the end', () => {
  const orphaned = PLAN.filter((node) => node.id !== 'A1')
  expect(inReadingOrder(orphaned)).toHaveLength(orphaned.length)
  expect(treeOf(orphaned).at(-1)?.node.id).toBe('c')
})

test('a circle of parents does not hide a line', () => {
  const circle = PLAN.map((node) => (node.id === 'A' ? { ...node, parentId: 'c' } : node))
  expect(inReadingOrder(circle)).toHaveLength(circle.length)
})

test('a heading that moves under a task becomes a task; at the top level everything is a section', () => {
  const kinds = (nodes: readonly PlanNode[]): Record<string, NodeKind> =>
    Object.fromEntries(nodes.map((node) => [node.id, node.kind]))
  const plan = aPlan('A\n  A1\n    a\nB')
  const raised = applyChange(plan, outdent(plan, 'a'))
  const top = applyChange(raised, outdent(raised, 'a'))
  expect(kinds(top)['a']).toBe('section')
  const under = applyChange(raised, insertAfter(raised, 'a', aNode({ id: 'h', kind: 'section' })))
  expect(kinds(applyChange(under, indent(under, 'h')))['h']).toBe('task')
})

type Step = readonly [operation: number, target: number]

function doStep(nodes: readonly PlanNode[], [operation, target]: Step, serial: number): Change {
  const id = nodes[target % Math.max(1, nodes.length)]?.id ?? ''
  const fresh = aNode({ id: `n${serial}`, kind: (['section', 'task', 'point'] as const)[target % 3] ?? 'task' })
  switch (operation % 7) {
    case 0:
      return indent(nodes, id)
    case 1:
      return outdent(nodes, id)
    case 2:
      return moveUp(nodes, id)
    case 3:
      return moveDown(nodes, id)
    case 4:
      return insertAfter(nodes, id, fresh)
    case 5:
      return insertUnder(nodes, target % 2 === 0 ? id : null, fresh)
    default:
      return target % 4 === 0 ? removeSubtree(nodes, id) : []
  }
}

const steps = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 500 })), { maxLength: 60 })
const inOrder = (nodes: readonly PlanNode[]): readonly PlanNode[] => inReadingOrder(nodes).map((row) => row.node)

test('any sequence of edits leaves a forest of at most five levels with unique ids', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      let nodes = PLAN
      sequence.forEach((step, serial) => {
        nodes = applyChange(nodes, doStep(nodes, step, serial))
      })
      const rows = inReadingOrder(nodes)
      const ids = new Set(nodes.map((node) => node.id))
      expect(rows.map((row) => row.node.id).sort()).toEqual([...ids].sort())
      for (const { node, depth } of rows) {
        expect(depth).toBeLessThanOrEqual(MAX_DEPTH)
        if (node.parentId !== null) expect(ids.has(node.parentId)).toBe(true)
        if (depth === 1) expect(node.kind).toBe('section')
        if (depth > 3) expect(node.kind).not.toBe('section')
      }
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('undoing every edit restores the plan, one by one and in whole', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      let nodes = PLAN
      const done: { before: readonly PlanNode[]; change: Change }[] = []
      sequence.forEach((step, serial) => {
        const change = doStep(nodes, step, serial)
        done.push({ before: nodes, change })
        nodes = applyChange(nodes, change)
      })
      for (const { before, change } of done.reverse()) {
        nodes = applyChange(nodes, invertChange(change))
        expect(inOrder(nodes)).toEqual(inOrder(before))
      }
    }),
    { seed: 13, numRuns: 200 },
  )
})

test('up then down, and in then out, come back', () => {
  const up = applyChange(PLAN, moveUp(PLAN, 'c'))
  expect(outlineOf(applyChange(up, moveDown(up, 'c')))).toBe(outlineOf(PLAN))
  const inside = applyChange(PLAN, indent(PLAN, 'c'))
  expect(outlineOf(applyChange(inside, outdent(inside, 'c')))).toBe(outlineOf(PLAN))
})

test('a subtree is the line and all that hangs under it, in order', () => {
  expect(subtreeOf(PLAN, 'b').map((node) => node.id)).toEqual(['b', 'b-', 'b+'])
})
