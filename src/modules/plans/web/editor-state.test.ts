import { describe, expect, it } from 'vitest'
import { aNode } from '../model/plan-node.ts'
import { editNode, insertAfter, removeSubtree } from '../model/plan-tree.ts'
import { answered, edit, notSent, openEditor, overheard, redo, sending, undo, unsaved, type EditorState } from './editor-state.ts'

const first = aNode({ id: 'a', position: 'A', text: 'Tuyên truyền' })
const second = aNode({ id: 'b', position: 'B', text: 'Tập huấn' })

function opened(): EditorState {
  return openEditor(5, [first, second])
}

function typed(state: EditorState, id: string, text: string): EditorState {
  return edit(state, editNode(state.nodes, id, { text }))
}

function textOf(state: EditorState, id: string): string | undefined {
  return state.nodes.find((node) => node.id === id)?.text
}

describe('what is not saved yet', () => {
  it('is nothing on opening', () => {
    expect(unsaved(opened())).toEqual([])
  })

  it('is the line before and after, also for new and removed lines', () => {
    let state = typed(opened(), 'a', 'Tuyên truyền luật')
    state = edit(state, insertAfter(state.nodes, 'a', aNode({ id: 'c', text: 'Mới' })))
    state = edit(state, removeSubtree(state.nodes, 'b'))
    const change = unsaved(state)
    expect(change.map(({ before, after }) => [before?.text ?? null, after?.text ?? null])).toEqual([
      ['Tuyên truyền', 'Tuyên truyền luật'],
      [null, 'Mới'],
      ['Tập huấn', null],
    ])
  })

  it('is still there when a sending failed', () => {
    const state = typed(opened(), 'a', 'x')
    expect(unsaved(notSent(sending(state, unsaved(state))))).toHaveLength(1)
  })

  it('is nothing once the server answered', () => {
    const state = typed(opened(), 'a', 'x')
    const done = answered(sending(state, unsaved(state)), { revision: 6, nodes: [{ id: 'a', node: { ...first, text: 'x' } }], conflicts: [] })
    expect(unsaved(done)).toEqual([])
    expect(done.revision).toBe(6)
  })

  it('is what was typed while the sending was under way', () => {
    let state = typed(opened(), 'a', 'x')
    state = sending(state, unsaved(state))
    state = typed(state, 'a', 'xy')
    state = answered(state, { revision: 6, nodes: [{ id: 'a', node: { ...first, text: 'x' } }], conflicts: [] })
    expect(textOf(state, 'a')).toBe('xy')
    expect(unsaved(state)).toMatchObject([{ before: { text: 'x' }, after: { text: 'xy' } }])
  })
})

describe('edits of others', () => {
  it('show at once on lines that are untouched here, with a notice', () => {
    const state = overheard(opened(), { revision: 7, nodes: [{ id: 'b', node: { ...second, text: 'Tập huấn GV' }, byName: 'Hà', byMe: false }] })
    expect(textOf(state, 'b')).toBe('Tập huấn GV')
    expect(state.notices).toMatchObject([{ nodeId: 'b', byName: 'Hà', conflicts: [] }])
    expect(unsaved(state)).toEqual([])
  })

  it('join edits of other fields of the same line', () => {
    let state = typed(opened(), 'b', 'Tập huấn kỹ năng')
    state = overheard(state, { revision: 7, nodes: [{ id: 'b', node: { ...second, dueOn: '2026-08-15' }, byName: 'Hà', byMe: false }] })
    expect(state.nodes.find((node) => node.id === 'b')).toMatchObject({ text: 'Tập huấn kỹ năng', dueOn: '2026-08-15' })
  })

  it('never overwrite what is being typed', () => {
    let state = typed(opened(), 'b', 'của tôi')
    state = overheard(state, { revision: 7, nodes: [{ id: 'b', node: { ...second, text: 'của Hà' }, byName: 'Hà', byMe: false }] })
    expect(textOf(state, 'b')).toBe('của tôi')
    expect(unsaved(state)).toMatchObject([{ before: { text: 'Tập huấn' }, after: { text: 'của tôi' } }])
  })

  it('in conflict keep my version to choose from', () => {
    let state = typed(opened(), 'b', 'của tôi')
    state = sending(state, unsaved(state))
    state = answered(state, { revision: 8, nodes: [{ id: 'b', node: { ...second, text: 'của Hà' } }], conflicts: [{ id: 'b', fields: ['text'], byName: 'Hà' }] })
    expect(textOf(state, 'b')).toBe('của Hà')
    expect(state.notices).toMatchObject([{ nodeId: 'b', conflicts: ['text'], mine: { text: 'của tôi' } }])
  })

  it('in the links to points alone are taken in without a notice', () => {
    const state = overheard(opened(), { revision: 7, nodes: [{ id: 'b', node: { ...second, covers: ['p1'] }, byName: 'Hà', byMe: false }] })
    expect(state.nodes.find((node) => node.id === 'b')).toMatchObject({ covers: ['p1'] })
    expect(state.notices).toEqual([])
    expect(unsaved(state)).toEqual([])
  })

  it('that the answer already brought make no notice', () => {
    const state = overheard(opened(), { revision: 7, nodes: [{ id: 'a', node: first, byName: 'Tôi', byMe: true }] })
    expect(state.notices).toEqual([])
  })
})

describe('undo', () => {
  it('takes back a run of typing in one step, and redo brings it again', () => {
    const state = typed(typed(typed(opened(), 'a', 'T'), 'a', 'Tu'), 'a', 'Tuy')
    expect(textOf(undo(state), 'a')).toBe('Tuyên truyền')
    expect(textOf(redo(undo(state)), 'a')).toBe('Tuy')
  })

  it('leaves what others changed in the same line', () => {
    let state = typed(opened(), 'b', 'x')
    state = sending(state, unsaved(state))
    state = answered(state, { revision: 6, nodes: [{ id: 'b', node: { ...second, text: 'x', dueOn: '2026-08-15' } }], conflicts: [] })
    expect(undo(state).nodes.find((node) => node.id === 'b')).toMatchObject({ text: 'Tập huấn', dueOn: '2026-08-15' })
  })

  it('with nothing to take back changes nothing', () => {
    const state = opened()
    expect(undo(state)).toBe(state)
  })
})
