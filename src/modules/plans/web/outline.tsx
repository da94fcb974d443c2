import type { ReactNode } from 'react'
import { Button } from '#platform/web/button.tsx'
import type { Choice } from '#platform/web/choice.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import { showToast } from '#platform/web/toasts.tsx'
import type { Comment, Plan } from '../contract.ts'
import { labelsOf } from '../model/numbering.ts'
import { aNode, type PlanNode } from '../model/plan-node.ts'
import { editNode, inReadingOrder, insertUnder, removeSubtree, siblingsOf, subtreeOf, treeOf, type PlacedNode } from '../model/plan-tree.ts'
import { focusLine } from './line-focus.ts'
import { LineForm } from './line-form.tsx'
import { movesOf } from './line-moves.ts'
import { LineNotice } from './line-notice.tsx'
import { LineRow } from './line-row.tsx'
import { partyChoices, type NamedPerson } from './party-choices.ts'
import type { PlanEditor } from './use-plan-editor.ts'

export interface OutlineProps {
  plan: Plan
  editor: PlanEditor
  people: readonly NamedPerson[]
  points: readonly Choice[]
  /** Labels of points by the line that answers them. */
  followed: ReadonlyMap<string, readonly string[]>
  marked: ReadonlySet<string>
  shown: (placed: PlacedNode) => boolean
  openId: string | null
  onOpen: (id: string | null) => void
  comments: readonly Comment[]
  selection: (placed: PlacedNode, label: string) => ReactNode
  commentThread: (nodeId: string) => ReactNode
}

/** The plan as it reads in Word; only the chosen line is open as a form. */
export function Outline({ plan, editor, people, points, followed, marked, shown, openId, onOpen, comments, selection, commentThread }: OutlineProps) {
  const { nodes, notices } = editor.state
  const tree = treeOf(nodes)
  const labels = labelsOf(tree)
  const parties = partyChoices(plan.unit.kind, people, nodes.flatMap((node) => [...(node.lead ? [node.lead] : []), ...node.supporting]))
  const rows = inReadingOrder(nodes).filter((placed) => shown(placed) || placed.node.id === openId)
  const removed = (nodeId: string, count: number) => {
    onOpen(null)
    const gone = new Set(subtreeOf(nodes, nodeId).map((node) => node.id))
    const at = rows.findIndex((row) => row.node.id === nodeId)
    const next = rows.slice(at).find((row) => !gone.has(row.node.id)) ?? rows[at - 1]
    if (next) focusLine(next.node.id)
    showToast(['plans.line_removed', { n: count }], { action: { label: 'plans.undo', run: editor.undo } })
  }
  const close = (node: PlanNode) => {
    const isLeftBlank = isBlank(node) && siblingsOf(nodes, node.id).length === 0
    if (isLeftBlank) editor.edit(removeSubtree(nodes, node.id))
    onOpen(null)
    const before = isLeftBlank ? rows[rows.findIndex((row) => row.node.id === node.id) - 1]?.node.id : node.id
    if (before) focusLine(before)
  }
  const addSection = () => {
    const section = aNode({ id: newOperationId(), kind: 'section', part: 'other' })
    editor.edit(insertUnder(nodes, null, section))
    onOpen(section.id)
  }
  return (
    <>
      <ol className="outline plain">
        {rows.map((placed) => {
          const { node } = placed
          const label = labels.get(node.id) ?? ''
          const moves = editor.isEditable ? movesOf(editor, placed, onOpen, removed) : null
          const notice = notices.find(({ nodeId }) => nodeId === node.id)
          const noticeView = notice && <LineNotice notice={notice} editor={editor} current={node} />
          if (moves && node.id === openId) {
            return (
              <LineForm
                key={node.id}
                node={node}
                label={label}
                year={plan.year}
                parties={parties}
                people={people}
                points={points}
                moves={moves}
                onEdit={(patch) => editor.edit(editNode(nodes, node.id, patch))}
                onClose={() => close(node)}
              >
                {noticeView}
                {commentThread(node.id)}
              </LineForm>
            )
          }
          return (
            <LineRow
              key={node.id}
              placed={placed}
              label={label}
              kind={plan.unit.kind}
              follows={followed.get(node.id) ?? []}
              isMarked={marked.has(node.id)}
              comments={comments.filter((comment) => comment.nodeId === node.id && !comment.settled).length}
              moves={moves}
              onOpen={() => onOpen(node.id)}
              selection={selection(placed, label)}
              notice={noticeView}
            />
          )
        })}
      </ol>
      {editor.isEditable && <Button kind="ghost" icon="plus" label="plans.add_section" onClick={addSection} />}
    </>
  )
}

/** A line that was begun and left: nothing would be lost with it. */
function isBlank({ text, lead, covers, product, target, budget }: PlanNode): boolean {
  return text.trim() === '' && lead === null && covers.length === 0 && product === null && target === null && budget === null
}
