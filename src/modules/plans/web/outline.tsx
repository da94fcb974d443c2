import type { ReactNode } from 'react'
import { Button } from '#platform/web/button.tsx'
import type { Choice } from '#platform/web/choice.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import { showToast } from '#platform/web/toasts.tsx'
import type { Comment, Plan } from '../contract.ts'
import { labelsOf } from '../model/numbering.ts'
import { aNode } from '../model/plan-node.ts'
import { editNode, inReadingOrder, insertUnder, treeOf, type PlacedNode } from '../model/plan-tree.ts'
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
  const removed = (count: number) => {
    onOpen(null)
    showToast(['plans.line_removed', { n: count }], { action: { label: 'plans.undo', run: editor.undo } })
  }
  const addSection = () => {
    const section = aNode({ id: newOperationId(), kind: 'section', part: 'other' })
    editor.edit(insertUnder(nodes, null, section))
    onOpen(section.id)
  }
  return (
    <>
      <ol className="outline">
        {inReadingOrder(nodes)
          .filter((placed) => shown(placed) || placed.node.id === openId)
          .map((placed) => {
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
                  onClose={() => onOpen(null)}
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
