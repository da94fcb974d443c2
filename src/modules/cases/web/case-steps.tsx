import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { readStep, type CaseView } from '../contract.ts'
import { safetyLevel } from '../model/safety.ts'
import type { StepBody, StepKind } from '../model/steps.ts'
import { Lines } from './case-words.tsx'
import { ClosingDialog } from './closing-dialog.tsx'
import { UpwardDialog } from './upward-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'

/** Steps that are offered on their own, while they are still to be done. */
const FIRST: readonly StepKind[] = ['tagged', 'assessed', 'told']

/** What has been done, by whom and when; and what can be noted next. */
export function CaseSteps({ view }: { view: CaseView }) {
  const { t } = useWords()
  const format = useFormat()
  const [open, setOpen] = useState<StepKind | 'any' | 'closing' | 'upward' | null>(null)
  const steps = view.steps.filter(({ kind }) => kind !== 'message_in' && kind !== 'message_out')
  const missing = FIRST.filter((kind) => steps.every((step) => step.kind !== kind))
  const canAdd = view.canHandle && view.state !== 'closed'
  return (
    <section className="card stack">
      <h2>{t('cases.steps_title')}</h2>
      {steps.length === 0 && <p className="hint">{t('cases.steps_none')}</p>}
      <ol className="plain-list stack stack-tight">
        {steps.map(({ id, kind, at, by, body, mayRead }) => (
          <li key={id}>
            <b>{t(body ? `cases.step_${body.kind}` : kind === 'accused' ? 'cases.step_accused' : 'cases.step_apart')}</b> <span className="hint">{format.instant(at)}{body?.kind === 'left' ? '' : `, ${by ?? t('cases.the_reporter')}`}</span>
            {body ? <StepText body={body} /> : mayRead ? <ApartStep caseId={view.id} stepId={id} /> : <p className="hint">{t('cases.step_for_others')}</p>}
          </li>
        ))}
      </ol>
      {canAdd && (
        <div className="row">
          {missing.map((kind, index) => (
            <Button key={kind} kind={index === 0 ? 'primary' : 'secondary'} label={`cases.step_${kind}`} onClick={() => setOpen(kind)} />
          ))}
          <Button kind="secondary" icon="plus" label="cases.add_step" onClick={() => setOpen('any')} />
          {view.channel !== 'upward' && <Button kind="ghost" label="cases.report_up" onClick={() => setOpen('upward')} />}
          {view.state === 'open' && <Button kind="ghost" label="cases.ask_closing" onClick={() => setOpen('closing')} />}
        </div>
      )}
      {open && open !== 'closing' && open !== 'upward' && <StepDialog view={view} first={open === 'any' ? 'noted' : open} onClose={() => setOpen(null)} />}
      {open === 'upward' && <UpwardDialog caseId={view.id} onClose={() => setOpen(null)} />}
      {open === 'closing' && <ClosingDialog caseId={view.id} onClose={() => setOpen(null)} />}
    </section>
  )
}

/** A step for some alone: opened by a click, which is written down. */
function ApartStep({ caseId, stepId }: { caseId: string; stepId: string }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <div>
        <Button small kind="secondary" icon="lock" label="cases.open_step" onClick={() => setOpen(true)} />
      </div>
    )
  }
  return <OpenedStep caseId={caseId} stepId={stepId} label={t('cases.step_readers')} />
}

function OpenedStep({ caseId, stepId, label }: { caseId: string; stepId: string; label: string }) {
  const read = useOperation(readStep, { caseId, stepId }, { readOnce: true })
  return (
    <OperationView read={read}>
      {({ body, readers }) => (
        <>
          <StepText body={body} />
          <p className="hint">
            {label} {readers.join(', ')}
          </p>
        </>
      )}
    </OperationView>
  )
}

function StepText({ body }: { body: StepBody }) {
  const { t } = useWords()
  const parts = partsOf(body)
  return (
    <>
      {parts.length > 0 && <p>{parts.map((words) => t(words)).join(' · ')}</p>}
      {body.kind === 'accused' && body.name && <p>{body.name}</p>}
      {'note' in body && body.note && <Lines text={body.note} />}
    </>
  )
}

/** What was chosen in a step, in words. */
function partsOf(body: StepBody) {
  switch (body.kind) {
    case 'tagged':
      return [...body.tags.map((tag) => `cases.tag_${tag}` as const), `cases.age_${body.age}` as const, `cases.sex_${body.sex}` as const, `cases.happened_${body.place}` as const, ...(body.isSexual ? (['cases.is_sexual'] as const) : [])]
    case 'assessed':
      return [`cases.level_${safetyLevel(body.answers)}` as const]
    case 'told':
      return [`cases.told_${body.who}` as const, `cases.means_${body.means}` as const]
    case 'referred':
      return [`cases.place_${body.to}` as const, `cases.referral_${body.state}` as const]
    case 'referral_answered':
      return [`cases.referral_${body.state}` as const]
    case 'coordinated':
      return body.with.map((place) => `cases.place_${place}` as const)
    case 'followed_up':
      return [`cases.safe_${body.safe}` as const]
    case 'accused':
      return [`cases.relation_${body.relation}` as const, `cases.sex_${body.sex}` as const, `cases.age_${body.age}` as const, `cases.criminal_${body.isCriminal}` as const, `cases.counselled_${body.isCounselled}` as const]
    case 'supported':
      return [`cases.support_${body.what}` as const]
    case 'closing_asked':
      return body.outcome ? [`cases.outcome_${body.outcome}` as const] : []
    default:
      return []
  }
}
