import './plan.css'
import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { ButtonLink } from '#platform/web/link.tsx'
import { useGo, useParam } from '#platform/web/location.ts'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { Note } from '#platform/web/note.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { getPlan, getVersion, type Plan } from '../contract.ts'
import { approvePlan, issuePlan, returnPlan } from '../step-contract.ts'
import { coverage } from '../model/coverage.ts'
import { CheckCard, usePlanChecks } from './check-list.tsx'
import { ChangeList } from './change-list.tsx'
import { CommentThread } from './comment-thread.tsx'
import { STATE_LOOK } from './plan-words.ts'
import { PlanText } from './plan-text.tsx'
import { PreviewItems, PreviewLinks } from './preview-links.tsx'

/** One page for the head of the unit: what is new, what is left open, the whole text; approve or return. */
export default function ReviewPage() {
  const planId = useParam('planId')
  const read = useOperation(getPlan, { planId })
  return <OperationView read={read}>{(plan) => <Review plan={plan} />}</OperationView>
}

function Review({ plan }: { plan: Plan }) {
  const { t } = useWords()
  const matrix = coverage(plan.directive?.pointList ?? [], plan.nodes, plan.decisions)
  const checks = usePlanChecks(plan, plan.nodes)
  const waived = matrix.rows.filter((row) => row.reason !== null && row.links.length === 0 && row.state === 'not_applicable')
  return (
    <>
      <PageHead
        title={{ text: plan.title }}
        trail={[
          { to: '/ke-hoach', text: t('plans.title') },
          { to: `/ke-hoach/${plan.id}`, text: t(['plans.year', { year: plan.year }]) },
        ]}
      />
      <div className="stack">
        <div className="row row-center">
          <Tag {...STATE_LOOK[plan.state]} />
          {plan.submittedByName && <span>{t(['plans.review_submitted', { name: plan.submittedByName, answered: matrix.summary.answered, points: matrix.summary.total }])}</span>}
        </div>
        <Decide plan={plan} />
        {plan.state === 'submitted' && <CheckCard checks={checks} title="plans.checks_review_title" />}
        {waived.length > 0 && (
          <section className="card">
            <h2>{t('plans.waived_points')}</h2>
            <ul className="stack">
              {waived.map(({ point, reason }) => (
                <li key={point.id}>
                  <b>{point.labelPath}</b> {point.text}
                  <div className="hint">{t(['plans.reason_is', { reason: reason ?? '' }])}</div>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="card stack">
          <h2>{t('plans.review_changes')}</h2>
          <Changes plan={plan} />
        </section>
        <section className="card stack">
          <h2>{t('plans.review_text')}</h2>
          <PlanText plan={plan} nodes={plan.nodes} />
        </section>
        <section className="card">
          <CommentThread plan={plan} nodeId={null} />
        </section>
      </div>
    </>
  )
}

/** Against what was submitted before; of an amendment, against what it changes. */
function Changes({ plan }: { plan: Plan }) {
  const { t } = useWords()
  const last = plan.versions.findLastIndex((version) => version.event === 'submitted' && version.planId === plan.id)
  const before = plan.versions.slice(0, last === -1 ? plan.versions.length : last).findLast((version) => version.event === 'submitted' || version.planId !== plan.id)
  const read = useOperation(getVersion, { planId: before?.planId ?? plan.id, number: before?.number ?? 0 }, { enabled: before !== undefined })
  if (!before) return <p className="hint">{t('plans.review_no_changes')}</p>
  return <OperationView read={read}>{(version) => <ChangeList before={version.nodes} after={plan.nodes} />}</OperationView>
}

function Decide({ plan }: { plan: Plan }) {
  const go = useGo()
  const [isReturning, setReturning] = useState(false)
  const approve = useCommand(approvePlan, {
    invalidate: ['plans', 'todos'],
    onDone: () => showToast('plans.approved_toast'),
  })
  const can = (action: string) => plan.actions.includes(action)
  const comparison = `/ke-hoach/${plan.id}/so-sanh`
  return (
    <>
      <div className="row row-center plan-actions">
        {can('approve') && <Button label="plans.approve" busy={approve.isPending} onClick={() => approve.mutate({ planId: plan.id })} />}
        {can('return') && <Button kind="secondary" label="plans.return" onClick={() => setReturning(true)} />}
        <div className="wide-only">
          <PreviewLinks planId={plan.id} />
          <ButtonLink kind="ghost" to={comparison} label="plans.compare_title" />
        </div>
        <div className="narrow-only">
          <Menu label="kit.more_actions">
            <PreviewItems planId={plan.id} />
            <MenuItem label="plans.compare_title" icon="eye" onSelect={() => go(comparison)} />
          </Menu>
        </div>
        {plan.documentId && <ButtonLink kind="secondary" to={`/van-ban/${plan.documentId}`} label="plans.issued_open" />}
      </div>
      {approve.error && <ErrorNote error={approve.error} />}
      {can('issue') && <IssueForm plan={plan} />}
      {isReturning && <ReturnDialog plan={plan} onClose={() => setReturning(false)} onDone={() => go('/')} />}
    </>
  )
}

function ReturnDialog({ plan, onClose, onDone }: { plan: Plan; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const send = useCommand(returnPlan, {
    invalidate: ['plans', 'todos'],
    onDone: () => {
      showToast('plans.returned_toast')
      onDone()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title="plans.return_title"
      actions={<Button label="plans.return_go" busy={send.isPending} disabled={reason.trim().length < 5} onClick={() => send.mutate({ planId: plan.id, reason })} />}
    >
      <AutoText label="plans.return_reason" hint="plans.return_hint" value={reason} onChange={setReason} />
      {send.error && <ErrorNote error={send.error} />}
    </Dialog>
  )
}

function IssueForm({ plan }: { plan: Plan }) {
  const { t } = useWords()
  const [number, setNumber] = useState<number | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(today())
  const [toAllBelow, setToAllBelow] = useState(plan.unit.level !== 'school')
  const issue = useCommand(issuePlan, {
    invalidate: ['plans', 'documents', 'todos'],
    onDone: ({ numberText }) => showToast(['plans.issued_toast', { number: numberText }]),
  })
  const send = () => issuedOn && issue.mutate({ planId: plan.id, number, issuedOn, toAllBelow })
  return (
    <section className="card stack" aria-labelledby="issue-title">
      <h2 id="issue-title">{t('plans.issue_title')}</h2>
      <div className="field-row">
        <NumberInput label="plans.issue_number" hint="plans.issue_number_hint" optional min={1} value={number} onChange={setNumber} />
        <DateInput label="plans.issue_on" value={issuedOn} onChange={setIssuedOn} required />
      </div>
      {plan.unit.level !== 'school' && <Checkbox label="plans.issue_to_below" checked={toAllBelow} onChange={setToAllBelow} />}
      {issue.error && <ErrorNote error={issue.error} />}
      {!issuedOn && <Note tone="warn">{t('plans.issue_on_missing')}</Note>}
      <p className="hint">{t('plans.issue_final')}</p>
      <div>
        <Button label="plans.issue" busy={issue.isPending} disabled={!issuedOn} onClick={send} />
      </div>
    </section>
  )
}
