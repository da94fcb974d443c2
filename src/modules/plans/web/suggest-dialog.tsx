import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { newOperationId } from '#platform/web/operation-id.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import { suggestLines, type Plan } from '../contract.ts'
import { aNode, type PlanNode } from '../model/plan-node.ts'
import { insertUnder, treeOf } from '../model/plan-tree.ts'
import type { SuperiorPoint } from '../model/superior-points.ts'
import type { PlanEditor } from './use-plan-editor.ts'

interface SuggestDialogProps {
  plan: Plan
  editor: PlanEditor
  point: SuperiorPoint
  onClose: () => void
  onAdded: (nodeId: string) => void
}

/** Lines of the template that would answer a point; one click puts one where its like stand. */
export function SuggestDialog({ plan, editor, point, onClose, onAdded }: SuggestDialogProps) {
  const { t } = useWords()
  const read = useOperation(suggestLines, { planId: plan.id, pointId: point.id })
  const add = (node: PlanNode) => {
    const added = { ...node, id: newOperationId(), covers: [point.id] }
    editor.edit(insertUnder(editor.state.nodes, homeFor(added, editor.state.nodes), added))
    onClose()
    onAdded(added.id)
  }
  return (
    <Dialog open onClose={onClose} title="plans.suggest_title" wide actions={<Button kind="secondary" label="plans.suggest_blank" onClick={() => add(aNode({ id: '', kind: 'task', topic: point.topics[0] ?? null }))} />}>
      <p>{point.text}</p>
      <OperationView read={read} rows={3}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="hint">{t('plans.suggest_none')}</p>
          ) : (
            <ul className="stack stack-tight plain lined">
              {lines.map(({ lineId, text, node }) => (
                <li key={lineId} className="suggestion">
                  <span>{text}</span>
                  <Button small label="plans.suggest_add" aria-label={`${t('plans.suggest_add')}: ${text}`} onClick={() => add(node)} />
                </li>
              ))}
            </ul>
          )
        }
      </OperationView>
    </Dialog>
  )
}

/** The heading under which most lines of the same topic stand; else the first heading of the tasks. */
function homeFor(line: PlanNode, nodes: readonly PlanNode[]): string | null {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    if (node.parentId && node.topic !== null && node.topic === line.topic) counts.set(node.parentId, (counts.get(node.parentId) ?? 0) + 1)
  }
  const best = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
  if (best) return best
  const tasks = treeOf(nodes).find((placed) => placed.part === 'tasks')
  return tasks?.children[0]?.node.id ?? tasks?.node.id ?? null
}
