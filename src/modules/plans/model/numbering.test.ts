import { expect, test } from 'vitest'
import { labelOf, labelsOf, pathsOf } from './numbering.ts'
import { aNode } from './plan-node.ts'
import { treeOf } from './plan-tree.ts'

test('the five levels are I. 1. a) - +', () => {
  expect([1, 2, 3, 4, 5].map((depth) => labelOf(depth, 5))).toEqual(['V.', '5.', 'đ)', '-', '+'])
})

test('a lone paragraph under a section has no number, and a line is addressed by its path', () => {
  const tree = treeOf([
    aNode({ id: 'S', position: 'A', kind: 'section' }),
    aNode({ id: 'lone', parentId: 'S' }),
    aNode({ id: 'T', position: 'B', kind: 'section' }),
    aNode({ id: 't1', parentId: 'T', position: 'A', kind: 'section' }),
    aNode({ id: 't1a', parentId: 't1', position: 'A', kind: 'task' }),
    aNode({ id: 't1a-', parentId: 't1a', position: 'A' }),
  ])
  const labels = labelsOf(tree)
  expect(['S', 'lone', 'T', 't1', 't1a', 't1a-'].map((id) => labels.get(id))).toEqual(['I.', '', 'II.', '1.', 'a)', '-'])
  expect(pathsOf(tree).get('t1a-')).toBe('II.1.a.1')
})
