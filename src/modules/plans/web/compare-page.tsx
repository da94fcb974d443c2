import './plan.css'
import type { ReactNode } from 'react'
import { useFormat } from '#platform/web/format.ts'
import { useListState, useParam } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import { getPlan, getVersion, type Plan } from '../contract.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { ChangeList } from './change-list.tsx'

/** Any two versions of a plan, side by side. */
export default function ComparePage() {
  const planId = useParam('planId')
  const read = useOperation(getPlan, { planId })
  return <OperationView read={read}>{(plan) => <Compare plan={plan} />}</OperationView>
}

const NOW = 'now'

function keyOf({ planId, number }: Plan['versions'][number]): string {
  return `${planId}:${number}`
}

function Compare({ plan }: { plan: Plan }) {
  const { t } = useWords()
  const format = useFormat()
  const last = plan.versions.at(-1)
  const [list, setList] = useListState({ old: last ? keyOf(last) : NOW, new: NOW })
  const choices = [
    ...plan.versions.map((version) => ({
      value: keyOf(version),
      text: t([version.planId === plan.id ? 'plans.version' : 'plans.version_amended', { number: version.number, event: t(`plans.event_${version.event}`), at: format.instant(version.madeAt) }]),
    })),
    { value: NOW, label: 'plans.version_now' as const },
  ]
  return (
    <>
      <PageHead
        title="plans.compare_title"
        trail={[
          { to: '/ke-hoach', text: t('plans.title') },
          { to: `/ke-hoach/${plan.id}`, text: plan.title },
        ]}
      />
      <section className="card stack">
        <div className="field-row">
          <Select label="plans.compare_old" value={list.old} onChange={(old) => setList({ old })} choices={choices} />
          <Select label="plans.compare_new" value={list.new} onChange={(next) => setList({ new: next })} choices={choices} />
        </div>
        <VersionLines plan={plan} which={list.old}>
          {(before) => (
            <VersionLines plan={plan} which={list.new}>
              {(after) => <ChangeList before={before} after={after} />}
            </VersionLines>
          )}
        </VersionLines>
      </section>
    </>
  )
}

/** The lines of a version, or of the plan as it stands. */
function VersionLines({ plan, which, children }: { plan: Plan; which: string; children: (nodes: readonly PlanNode[]) => ReactNode }) {
  const version = plan.versions.find((known) => keyOf(known) === which)
  const isNow = version === undefined
  const read = useOperation(getVersion, { planId: version?.planId ?? plan.id, number: version?.number ?? 0 }, { enabled: !isNow })
  if (isNow) return children(plan.nodes)
  return <OperationView read={read}>{(version) => children(version.nodes)}</OperationView>
}
