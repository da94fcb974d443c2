import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePlans } from './compare-plans.ts'
import { aNode, type PlanNode } from './plan-node.ts'
import { applyChange, editNode, insertAfter, moveUp, outdent, removeSubtree } from './plan-tree.ts'
import { wordDiff } from './word-diff.ts'

const line = (id: string, parentId: string | null, text = `Dòng ${id}`): PlanNode =>
  aNode({ id, parentId, position: id, kind: parentId === null ? 'section' : 'task', text })
const PLAN = [line('A', null), line('a', 'A'), line('b', 'A'), line('c', 'A'), line('B', null), line('d', 'B')]

function changesOf(after: readonly PlanNode[]): readonly string[] {
  return comparePlans(PLAN, after).lines.flatMap(({ state, isMoved, before, after: now, fields }) => {
    const id = now?.id ?? before?.id
    return state === 'same' && !isMoved ? [] : [`${state}${isMoved ? ' moved' : ''} ${id} ${fields.join()}`.trim()]
  })
}

test('a plan compared with itself is the same', () => {
  expect(changesOf(PLAN)).toEqual([])
  expect(comparePlans(PLAN, PLAN).summary).toEqual({ same: 6, changed: 0, added: 0, removed: 0, moved: 0 })
})

test.each([
  ['another text', editNode(PLAN, 'b', { text: 'Dòng khác' }), ['changed b text']],
  ['another day and leader', editNode(PLAN, 'b', { dueOn: '2026-05-01', lead: { kind: 'words', text: 'Cô Mai' } }), ['changed b lead,dueOn']],
  ['a line more', insertAfter(PLAN, 'a', line('x', null)), ['added x']],
  ['a line less', removeSubtree(PLAN, 'b'), ['removed b']],
  ['an order changed moves one line, not all', moveUp(PLAN, 'c'), ['same moved b']],
  ['another parent', outdent(PLAN, 'c'), ['same moved c']],
])('%s is told', (_case, change, expected) => {
  expect(changesOf(applyChange(PLAN, change))).toEqual(expected)
})

test('a removed line is shown where it stood', () => {
  const { lines } = comparePlans(PLAN, applyChange(PLAN, removeSubtree(PLAN, 'b')))
  expect(lines.map((entry) => entry.before?.id)).toEqual(['A', 'a', 'b', 'c', 'B', 'd'])
  expect(lines[2]).toMatchObject({ beforePath: 'I.2', afterPath: null })
})

test('without common ids lines are paired by their words', () => {
  const renamed = PLAN.map((node) => ({ ...node, id: `${node.id}2`, parentId: node.parentId && `${node.parentId}2` }))
  expect(comparePlans(PLAN, renamed).summary).toMatchObject({ same: 6, added: 0, removed: 0, moved: 0 })
})

test('the words that changed are told, and both sentences can be read off', () => {
  expect(wordDiff('Tập huấn cho giáo viên trong tháng 8', 'Tập huấn kỹ năng cho giáo viên trong tháng 9')).toEqual([
    { op: 'same', text: 'Tập huấn' },
    { op: 'added', text: 'kỹ năng' },
    { op: 'same', text: 'cho giáo viên trong tháng' },
    { op: 'removed', text: '8' },
    { op: 'added', text: '9' },
  ])
  const words = fc.array(fc.constantFrom('một', 'hai', 'ba', 'bốn'), { maxLength: 12 }).map((list) => list.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const without = (op: string): string => wordDiff(before, after).filter((part) => part.op !== op).map((part) => part.text).join(' ')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
    }),
    { seed: 3 },
  )
})
