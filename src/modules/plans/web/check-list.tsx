import { useMemo } from 'react'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Plan } from '../contract.ts'
import { checkPlan, type Fault } from '../model/check-plan.ts'
import type { Coverage } from '../model/coverage.ts'
import type { PlanNode } from '../model/plan-node.ts'

export interface CheckListProps {
  plan: Plan
  nodes: readonly PlanNode[]
  matrix: Coverage
  pathOf: (nodeId: string) => string
  /** Leads to a line; without it the list is for reading. */
  onOpenLine?: (nodeId: string) => void
}

/** What must or should be mended before the plan is submitted. */
export function CheckList({ plan, nodes, matrix, pathOf, onOpenLine }: CheckListProps) {
  const { t } = useWords()
  const { year, frame, directive } = plan
  const faults = useMemo(() => checkPlan({ year, frame, nodes, coverage: directive ? matrix : null }), [year, frame, nodes, directive, matrix])
  const errors = faults.filter((fault) => fault.severity === 'error').length
  return (
    <section className="card stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('plans.checks_title')}</h2>
      <p className="hint">{faults.length === 0 ? t('plans.checks_none') : t(['plans.checks_errors', { n: errors, m: faults.length - errors }])}</p>
      <ul className="stack stack-tight">
        {groupsOf(faults).map(([code, group]) => (
          <li key={code}>
            <Tag tone={group[0]!.severity === 'error' ? 'bad' : 'warn'} label={`plans.fault_${code}`} />{' '}
            {group.map((fault) => (
              <FaultPlace key={`${fault.nodeId}:${fault.pointId}`} fault={fault} place={placeOf(fault)} onOpenLine={onOpenLine} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )

  function placeOf({ nodeId, pointId }: Fault): string {
    if (nodeId) return pathOf(nodeId)
    return directive?.pointList.find((point) => point.id === pointId)?.labelPath ?? ''
  }
}

function FaultPlace({ fault, place, onOpenLine }: { fault: Fault; place: string; onOpenLine: CheckListProps['onOpenLine'] }) {
  const { t } = useWords()
  const { nodeId } = fault
  if (place === '') return null
  if (!nodeId || !onOpenLine) return <span className="fault-place">{place}</span>
  return (
    <button type="button" className="as-link fault-place" aria-label={`${t('plans.check_go')}: ${place}`} onClick={() => onOpenLine(nodeId)}>
      {place}
    </button>
  )
}

function groupsOf(faults: readonly Fault[]): readonly (readonly [Fault['code'], readonly Fault[]])[] {
  const groups = new Map<Fault['code'], Fault[]>()
  for (const fault of faults) groups.set(fault.code, [...(groups.get(fault.code) ?? []), fault])
  return [...groups]
}
