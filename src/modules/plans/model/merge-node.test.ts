import { expect, test } from 'vitest'
import { mergeNode, undoOn } from './merge-node.ts'
import { aNode, type PlanNode } from './plan-node.ts'
import { applyChange, editNode, insertUnder, removeSubtree } from './plan-tree.ts'

const BASE = aNode({ id: 'n', text: 'Tập huấn', covers: ['p1'], dueOn: '2026-05-01' })
const union = { kind: 'role', role: 'union' } as const
const youth = { kind: 'role', role: 'youth_union' } as const
const edited = (patch: Partial<PlanNode>): PlanNode => ({ ...BASE, ...patch })

test('edits of different fields are both kept', () => {
  const { node, conflicts } = mergeNode(BASE, edited({ text: 'Tập huấn giới' }), edited({ lead: union }))
  expect(node).toEqual(edited({ text: 'Tập huấn giới', lead: union }))
  expect(conflicts).toEqual([])
})

test('the same field edited differently keeps what is saved and is reported', () => {
  const { node, conflicts } = mergeNode(BASE, edited({ text: 'A' }), edited({ text: 'B' }))
  expect(node?.text).toBe('B')
  expect(conflicts).toEqual(['text'])
})

test('the same edit by both is no conflict', () => {
  expect(mergeNode(BASE, edited({ text: 'A' }), edited({ text: 'A' })).conflicts).toEqual([])
})

test('begin and end of a time are taken from one person', () => {
  const { node, conflicts } = mergeNode(BASE, edited({ startOn: '2026-04-20' }), edited({ dueOn: '2026-04-10' }))
  expect(conflicts).toEqual(['time'])
  expect([node?.startOn, node?.dueOn]).toEqual([null, '2026-04-10'])
})

test('links and supporting parties are joined one by one', () => {
  const mine = edited({ covers: ['p2'], supporting: [union] })
  const theirs = edited({ covers: ['p1', 'p3'], supporting: [youth] })
  const { node, conflicts } = mergeNode(BASE, mine, theirs)
  expect(conflicts).toEqual([])
  expect(node?.covers).toEqual(['p3', 'p2'])
  expect(node?.supporting).toEqual([youth, union])
})

test('a line that one removed and the other changed is a question for people', () => {
  expect(mergeNode(BASE, null, edited({ text: 'A' }))).toEqual({ node: edited({ text: 'A' }), conflicts: ['existence'] })
  expect(mergeNode(BASE, null, BASE)).toEqual({ node: null, conflicts: [] })
})

test('undo leaves what others did to the same line', () => {
  const plan = [BASE]
  const mine = editNode(plan, 'n', { text: 'A' })
  const later = applyChange(applyChange(plan, mine), editNode(applyChange(plan, mine), 'n', { lead: union }))
  const { change, blocked } = undoOn(later, mine)
  expect(blocked).toEqual([])
  expect(applyChange(later, change)).toEqual([edited({ lead: union })])
})

test('undo says so where somebody else has rewritten the words', () => {
  const plan = [BASE]
  const mine = editNode(plan, 'n', { text: 'A' })
  const after = applyChange(plan, mine)
  const later = applyChange(after, editNode(after, 'n', { text: 'B' }))
  expect(undoOn(later, mine)).toEqual({ change: [], blocked: ['n'] })
})

test('undo of an insertion or a removal works once', () => {
  const empty: readonly PlanNode[] = []
  const inserted = insertUnder(empty, null, aNode({ id: 's', kind: 'section' }))
  const plan = applyChange(empty, inserted)
  expect(applyChange(plan, undoOn(plan, inserted).change)).toEqual([])
  const removed = removeSubtree(plan, 's')
  expect(applyChange([], undoOn([], removed).change)).toEqual(plan)
})
