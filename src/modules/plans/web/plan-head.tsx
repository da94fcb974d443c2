import { useSession } from '#core/access/web/session.ts'
import { Note } from '#platform/web/note.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { Steps } from '#platform/web/steps.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Plan } from '../contract.ts'
import { planLook } from './plan-words.ts'

/** Whose plan it is, how far it has come and what that means for the reader. */
export function PlanHead({ plan }: { plan: Plan }) {
  const { t } = useWords()
  const { active } = useSession()
  const isOwn = plan.unitId === active.unitId
  const trail = isOwn ? { to: '/ke-hoach', text: t('plans.title') } : { to: '/doi-chieu', text: t('plans.nav_board') }
  return (
    <>
      <PageHead title={{ text: plan.title }} trail={[trail]} />
      {isOwn && plan.state !== 'withdrawn' ? (
        <Steps label="plans.steps" steps={STEPS} current={stepOf(plan)} />
      ) : (
        <p className="row row-center">
          {!isOwn && <b>{plan.unit.name}</b>}
          <Tag {...planLook(plan)} />
          {plan.numberText && <span>{t(['plans.number_is', { number: plan.numberText }])}</span>}
        </p>
      )}
      <StateNote plan={plan} isOwn={isOwn} />
    </>
  )
}

const STEPS = ['plans.step_receive', 'plans.step_write', 'plans.step_comments', 'plans.step_approve', 'plans.step_issue'] as const

function stepOf({ state, comments }: Plan): number {
  if (state === 'issued') return STEPS.length
  if (state === 'approved') return 4
  if (state === 'submitted') return 3
  return comments.some((comment) => !comment.settled) ? 2 : 1
}

function StateNote({ plan, isOwn }: { plan: Plan; isOwn: boolean }) {
  const { t } = useWords()
  if (!isOwn) return <Note>{t(['plans.read_only', { unit: plan.unit.name }])}</Note>
  if (plan.state === 'returned' && plan.returnReason) return <Note tone="returned">{t(['plans.returned_because', { reason: plan.returnReason }])}</Note>
  const can = (action: string) => plan.actions.includes(action)
  if (plan.state === 'submitted') return <Note>{t(can('recall') ? 'plans.locked' : 'plans.waits_for_approval')}</Note>
  if (plan.state === 'approved') return <Note>{t('plans.locked_approved')}</Note>
  if (plan.state === 'withdrawn') return <Note tone="bad">{t(plan.documentId ? 'plans.is_revoked' : 'plans.is_withdrawn')}</Note>
  if (plan.state === 'issued') return <Note>{t(can('amend') ? 'plans.locked_issued' : 'plans.is_issued')}</Note>
  return can('edit') ? null : <Note>{t('plans.read_only_draft')}</Note>
}
