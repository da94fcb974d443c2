import { newOperationId } from '#platform/web/operation-id.ts'
import { aNode, type PlanNode } from '../model/plan-node.ts'
import { indent, insertAfter, insertUnder, kindAt, moveDown, moveUp, outdent, removeSubtree, subtreeOf, type PlacedNode } from '../model/plan-tree.ts'
import type { PlanEditor } from './use-plan-editor.ts'

/** What can be done with a line, by menu, button or key. */
export interface LineMoves {
  add(): void
  addChild(): void
  up(): void
  down(): void
  outdent(): void
  indent(): void
  remove(): void
}

/**
 * The moves of one line.
 * @param onOpen    opens a line that was added
 * @param onRemoved tells which line went and how many with it
 */
export function movesOf(editor: PlanEditor, { node, depth }: PlacedNode, onOpen: (id: string) => void, onRemoved: (nodeId: string, count: number) => void): LineMoves {
  const { nodes } = editor.state
  const open = (added: PlanNode, change: ReturnType<typeof insertAfter>) => {
    editor.edit(change)
    onOpen(added.id)
  }
  return {
    add: () => {
      const added = aNode({ id: newOperationId(), kind: node.kind })
      open(added, insertAfter(nodes, node.id, added))
    },
    addChild: () => {
      const added = aNode({ id: newOperationId(), kind: kindAt('task', depth + 1, node.kind) })
      open(added, insertUnder(nodes, node.id, added))
    },
    up: () => editor.edit(moveUp(nodes, node.id)),
    down: () => editor.edit(moveDown(nodes, node.id)),
    outdent: () => editor.edit(outdent(nodes, node.id)),
    indent: () => editor.edit(indent(nodes, node.id)),
    remove: () => {
      const count = subtreeOf(nodes, node.id).length
      editor.edit(removeSubtree(nodes, node.id))
      onRemoved(node.id, count)
    },
  }
}
