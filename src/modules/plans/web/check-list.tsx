import { useMemo } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { groupsOf, TONES } from '#platform/web/remarks.ts'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Plan } from '../contract.ts'
import { checkPlan, type PlanCheck } from '../model/check-plan.ts'
import type { PlanNode } from '../model/plan-node.ts'

/** Of one kind no more than this many are told one by one. */
const SHOWN = 4

/** What must or should be mended before the plan is submitted, as it stands on the screen. */
export function usePlanChecks(plan: Plan, nodes: readonly PlanNode[]): readonly PlanCheck[] {
  const { year, directive, decisions } = plan
  return useMemo(() => checkPlan({ year, nodes, points: directive?.pointList ?? [], decisions }), [year, nodes, directive, decisions])
}

export interface CheckListProps {
  checks: readonly PlanCheck[]
  /** Leads to a line; without it the list is for reading. */
  onOpenLine?: ((nodeId: string) => void) | undefined
}

export function CheckCard({ title = 'plans.checks_title', ...props }: CheckListProps & { title?: Words }) {
  const { t } = useWords()
  const errors = props.checks.filter((check) => check.severity === 'error').length
  return (
    <section className="card stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{t(title)}</h2>
      <p className="hint">{props.checks.length === 0 ? t('plans.checks_none') : t(['plans.checks_errors', { n: errors, m: props.checks.length - errors }])}</p>
      <CheckList {...props} />
    </section>
  )
}

/** Errors first, alike ones together. */
export function CheckList({ checks, onOpenLine }: CheckListProps) {
  const { t } = useWords()
  return (
    <ul className="stack stack-tight checks plain">
      {groupsOf(checks).map(([code, group]) => (
        <li key={code}>
          <Tag tone={TONES[group[0]!.severity]} label={`plans.check_${group[0]!.severity}`} />
          <ul>
            {group.slice(0, SHOWN).map((check) => (
              <li key={`${check.nodeId}:${check.pointId}`}>
                <CheckWords check={check} onOpenLine={onOpenLine} />
              </li>
            ))}
            {group.length > SHOWN && <li className="hint">{t(['plans.checks_more', { n: group.length - SHOWN }])}</li>}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function CheckWords({ check, onOpenLine }: { check: PlanCheck; onOpenLine: CheckListProps['onOpenLine'] }) {
  const { t } = useWords()
  const words = t([check.code, check.params])
  const { nodeId } = check
  if (!nodeId || !onOpenLine) return words
  return (
    <button type="button" className="as-link" onClick={() => onOpenLine(nodeId)}>
      {words}
    </button>
  )
}
