import { mergeNode, undoOn } from '../model/merge-node.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { applyChange, type Change } from '../model/plan-tree.ts'

/** Somebody else's edit that the writer should know of. */
export interface Notice {
  readonly nodeId: string
  readonly byName: string | null
  /** Another window of the same person. */
  readonly byMe: boolean
  /** Where both changed the same thing; empty when nothing of mine was touched. */
  readonly conflicts: readonly string[]
  /** My version of a line in conflict, to choose from. */
  readonly mine: PlanNode | null
}

/** A plan on the screen: what the server has, what is typed, what is on its way. */
export interface EditorState {
  readonly revision: number
  /** Lines as the server last told them. */
  readonly saved: ReadonlyMap<string, PlanNode>
  /** Lines as they stand on the screen. */
  readonly nodes: readonly PlanNode[]
  /** Lines that were sent and not answered yet, as they were sent. */
  readonly sent: ReadonlyMap<string, PlanNode | null>
  readonly undo: readonly Change[]
  readonly redo: readonly Change[]
  readonly notices: readonly Notice[]
}

export interface ServerNode {
  readonly id: string
  readonly node: PlanNode | null
}

const UNDO_DEPTH = 100

export function openEditor(revision: number, nodes: readonly PlanNode[]): EditorState {
  return { revision, saved: byId(nodes), nodes, sent: new Map(), undo: [], redo: [], notices: [] }
}

/**
 * Carries out an edit on the screen. Edits of the text of one line that follow each other are one step to undo.
 */
export function edit(state: EditorState, change: Change): EditorState {
  if (change.length === 0) return state
  const last = state.undo.at(-1)
  const joined = last && isTyping(last, change) ? [...state.undo.slice(0, -1), joinTyping(last, change)] : [...state.undo, change].slice(-UNDO_DEPTH)
  return { ...state, nodes: applyChange(state.nodes, change), undo: joined, redo: [] }
}

/** Takes the last edit back; what others changed in the same lines meanwhile stays. */
export function undo(state: EditorState): EditorState {
  return step(state, 'undo', 'redo')
}

export function redo(state: EditorState): EditorState {
  return step(state, 'redo', 'undo')
}

function step(state: EditorState, from: 'undo' | 'redo', to: 'undo' | 'redo'): EditorState {
  const last = state[from].at(-1)
  if (!last) return state
  const { change } = undoOn(state.nodes, last)
  return { ...state, nodes: applyChange(state.nodes, change), [from]: state[from].slice(0, -1), [to]: [...state[to], change] }
}

/** What the server does not have yet. */
export function unsaved(state: EditorState): Change {
  const now = byId(state.nodes)
  const ids = new Set([...now.keys(), ...state.saved.keys()])
  return [...ids].flatMap((id) => {
    const [before, after] = [state.saved.get(id) ?? null, now.get(id) ?? null]
    return before === after ? [] : [{ before, after }]
  })
}

/** Marks a change as under way. */
export function sending(state: EditorState, change: Change): EditorState {
  return { ...state, sent: new Map(change.map(({ before, after }) => [(after ?? before)!.id, after])) }
}

/** The sending did not arrive: it will be sent again. */
export function notSent(state: EditorState): EditorState {
  return { ...state, sent: new Map() }
}

/** The server has answered a sending: lines as they now stand there, and where others stood in the way. */
export function answered(
  state: EditorState,
  answer: { readonly revision: number; readonly nodes: readonly ServerNode[]; readonly conflicts: readonly { readonly id: string; readonly fields: readonly string[]; readonly byName: string | null }[] },
): EditorState {
  const taken = takeIn(state, answer.nodes, (id) => state.sent.get(id) ?? null)
  const notices = answer.conflicts.map(({ id, fields, byName }) => ({ nodeId: id, byName, byMe: false, conflicts: fields, mine: state.sent.get(id) ?? null }))
  return { ...taken, revision: Math.max(state.revision, answer.revision), sent: new Map(), notices: [...state.notices.filter((notice) => !notices.some(({ nodeId }) => nodeId === notice.nodeId)), ...notices] }
}

/** Lines that others saved meanwhile. */
export function overheard(
  state: EditorState,
  news: { readonly revision: number; readonly nodes: readonly (ServerNode & { readonly byName: string | null; readonly byMe: boolean })[] },
): EditorState {
  const fresh = news.nodes.filter(({ id, node }) => !isSame(state.saved.get(id) ?? null, node))
  const taken = takeIn(state, fresh, (id) => state.saved.get(id) ?? null)
  // Which points a line answers shows in the matrix: its words are as they were.
  const reworded = fresh.filter(({ id, node }) => !isSame(withoutCovers(state.saved.get(id) ?? null), withoutCovers(node)))
  const notices = reworded.map(({ id, byName, byMe }) => ({ nodeId: id, byName, byMe, conflicts: [], mine: null }))
  const known = new Set(notices.map((notice) => notice.nodeId))
  return { ...taken, revision: Math.max(state.revision, news.revision), notices: [...state.notices.filter((notice) => !known.has(notice.nodeId)), ...notices] }
}

/** The person has seen a notice. */
export function dismiss(state: EditorState, nodeId: string): EditorState {
  return { ...state, notices: state.notices.filter((notice) => notice.nodeId !== nodeId) }
}

/**
 * Lines from the server replace those that are untouched here; edits that were typed meanwhile are put on top of them.
 *
 * Where both changed the same thing, what is being typed stays on the screen against its old base, so that the server
 * sees the conflict at the next sending and says so.
 */
function takeIn(state: EditorState, incoming: readonly ServerNode[], baseOf: (id: string) => PlanNode | null): EditorState {
  const saved = new Map(state.saved)
  const nodes = byId(state.nodes)
  for (const { id, node } of incoming) {
    const { node: merged, conflicts } = mergeNode(baseOf(id), nodes.get(id) ?? null, node)
    if (conflicts.length > 0) continue
    if (merged) nodes.set(id, merged)
    else nodes.delete(id)
    if (node) saved.set(id, node)
    else saved.delete(id)
  }
  return { ...state, saved, nodes: [...nodes.values()] }
}

function withoutCovers(node: PlanNode | null): PlanNode | null {
  return node && { ...node, covers: [] }
}

function isTyping(last: Change, next: Change): boolean {
  const [a, b] = [last[0], next[0]]
  if (last.length !== 1 || next.length !== 1 || !a?.before || !a.after || !b?.before || !b.after) return false
  return a.after.id === b.after.id && onlyTextDiffers(a.before, a.after) && onlyTextDiffers(b.before, b.after)
}

function joinTyping(last: Change, next: Change): Change {
  return [{ before: last[0]!.before, after: next[0]!.after }]
}

function onlyTextDiffers(a: PlanNode, b: PlanNode): boolean {
  return a.text !== b.text && isSame({ ...a, text: '' }, { ...b, text: '' })
}

function byId(nodes: readonly PlanNode[]): Map<string, PlanNode> {
  return new Map(nodes.map((node) => [node.id, node]))
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
