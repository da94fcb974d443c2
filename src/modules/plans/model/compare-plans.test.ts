import { expect, it } from 'vitest'
import { comparePlans } from './compare-plans.ts'
import { aNode } from './plan-node.ts'
import { applyChange, editNode, insertUnder, moveDown, removeSubtree } from './plan-tree.ts'

const head = aNode({ id: 's', position: 'A', kind: 'section', part: 'tasks', text: 'NỘI DUNG' })
const first = aNode({ id: 'a', parentId: 's', position: 'A', kind: 'task', text: 'Sinh hoạt dưới cờ chủ đề bạn bè bình đẳng' })
const second = aNode({ id: 'b', parentId: 's', position: 'B', kind: 'task', text: 'Tập huấn cho giáo viên chủ nhiệm' })
const plan = [head, first, second]

function changes(after: Parameters<typeof comparePlans>[1]): string[] {
  return comparePlans(plan, after).map(({ kind, path, before, after }) => `${kind} ${path} ${(after ?? before)!.text}`)
}

it('the same plan has no differences', () => {
  expect(changes([...plan])).toEqual([])
})

it('names what was changed, added and removed, with its place', () => {
  let after = applyChange(plan, editNode(plan, 'a', { dueOn: '2026-03-09' }))
  after = applyChange(after, removeSubtree(after, 'b'))
  after = applyChange(after, insertUnder(after, 's', aNode({ id: 'c', kind: 'task', text: 'Khảo sát' })))
  expect(changes(after)).toEqual(['changed I.1 Sinh hoạt dưới cờ chủ đề bạn bè bình đẳng', 'added I.2 Khảo sát', 'removed I.2 Tập huấn cho giáo viên chủ nhiệm'])
})

it('tells a line that changed its place from one that changed its words', () => {
  expect(changes(applyChange(plan, moveDown(plan, 'a')))).toEqual(['moved I.2 Sinh hoạt dưới cờ chủ đề bạn bè bình đẳng'])
})

it('pairs lines of a version that was written anew by their words', () => {
  const anew = plan.map((node) => ({ ...node, id: `x${node.id}`, parentId: node.parentId && `x${node.parentId}` }))
  expect(changes(anew)).toEqual([])
})
