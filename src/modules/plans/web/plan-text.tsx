import { useFormat } from '#platform/web/format.ts'
import type { Plan } from '../contract.ts'
import { labelsOf } from '../model/numbering.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { inReadingOrder, treeOf } from '../model/plan-tree.ts'
import { partyName } from '../model/task-table.ts'

/** A plan to be read, not edited. */
export function PlanText({ plan, nodes }: { plan: Pick<Plan, 'unit'>; nodes: readonly PlanNode[] }) {
  const format = useFormat()
  const labels = labelsOf(treeOf(nodes))
  return (
    <ol className="plain">
      {inReadingOrder(nodes).map(({ node, depth }) => {
        const facts = [node.lead && partyName(node.lead, plan.unit.kind), node.dueOn && format.day(node.dueOn)].filter(Boolean).join(' · ')
        return (
          <li key={node.id} className={`line line-${depth}`}>
            <span className="line-label">{labels.get(node.id)}</span>
            <div className="line-body">
              <span className="line-text">{node.text}</span>
              {facts && <div className="line-facts">{facts}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
