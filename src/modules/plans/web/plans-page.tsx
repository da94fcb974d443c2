import { useSession, useCan } from '#core/access/web/session.ts'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { Prose } from '#platform/web/prose.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import { listPlans, type PlanSummary } from '../contract.ts'
import { planLook } from './plan-words.ts'

export default function PlansPage() {
  const { active } = useSession()
  const can = useCan()
  const read = useOperation(listPlans, { unitId: active.unitId })
  const start = can('plans.edit') && <ButtonLink to="/ke-hoach/bat-dau" label="plans.start" icon="plus" />
  return (
    <>
      <PageHead title="plans.title" actions={start} />
      <OperationView read={read}>
        {(plans) => (plans.length === 0 ? <EmptyState title="plans.empty_title" text="plans.empty_text" icon="plan" action={start} /> : <PlanTable plans={plans} />)}
      </OperationView>
    </>
  )
}

function PlanTable({ plans }: { plans: readonly PlanSummary[] }) {
  const { t } = useWords()
  const columns: readonly Column<PlanSummary>[] = [
    {
      key: 'title',
      header: 'plans.column_plan',
      isName: true,
      cell: (plan) => (
        <>
          <TextLink to={`/ke-hoach/${plan.id}`}>{plan.title}</TextLink>
          {plan.amendsId && <div className="hint">{t('plans.amendment')}</div>}
        </>
      ),
    },
    { key: 'year', header: 'plans.column_year', cell: (plan) => plan.year },
    { key: 'state', header: 'plans.column_state', cell: (plan) => <Tag {...planLook(plan)} /> },
    { key: 'number', header: 'plans.column_number', cell: (plan) => <Prose text={plan.numberText ?? '–'} /> },
    {
      key: 'answered',
      header: 'plans.column_answered',
      cell: (plan) => (plan.points === 0 ? '–' : t(['plans.answered_of', { answered: plan.answered, points: plan.points }])),
    },
  ]
  return <Table caption="plans.list_caption" hideCaption columns={columns} rows={plans} keyOf={(plan) => plan.id} cards />
}
