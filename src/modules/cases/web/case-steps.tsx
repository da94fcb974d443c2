import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import type { CaseView } from '../contract.ts'
import { safetyLevel } from '../model/safety.ts'
import type { StepBody, StepKind } from '../model/steps.ts'
import { Lines } from './case-words.tsx'
import { ClosingDialog } from './closing-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'

/** Steps that are offered on their own, while they are still to be done. */
const FIRST: readonly StepKind[] = ['tagged', 'assessed', 'told']

/** What has been done, by whom and when; and what can be noted next. */
export function CaseSteps({ view }: { view: CaseView }) {
  const { t } = useWords()
  const format = useFormat()
  const [open, setOpen] = useState<StepKind | 'any' | 'closing' | null>(null)
  const steps = view.steps.filter(({ kind }) => kind !== 'message_in' && kind !== 'message_out')
  const missing = FIRST.filter((kind) => steps.every((step) => step.kind !== kind))
  const canAdd = view.canHandle && view.state !== 'closed'
  return (
    <section className="card stack">
      <h2>{t('cases.steps_title')}</h2>
      {steps.length === 0 && <p className="hint">{t('cases.steps_none')}</p>}
      <ol className="plain-list stack stack-tight">
        {steps.map(({ id, at, by, body }) => (
          <li key={id}>
            <b>{t(body ? `cases.step_${body.kind}` : 'cases.step_noted')}</b> <span className="hint">{format.instant(at)}{body?.kind === 'left' ? '' : `, ${by ?? t('cases.the_reporter')}`}</span>
            {body ? <StepText body={body} /> : <p className="hint">{t('cases.step_for_others')}</p>}
          </li>
        ))}
      </ol>
      {canAdd && (
        <div className="row">
          {missing.map((kind, index) => (
            <Button key={kind} kind={index === 0 ? 'primary' : 'secondary'} label={`cases.step_${kind}`} onClick={() => setOpen(kind)} />
          ))}
          <Button kind="secondary" icon="plus" label="cases.add_step" onClick={() => setOpen('any')} />
          {view.state === 'open' && <Button kind="ghost" label="cases.ask_closing" onClick={() => setOpen('closing')} />}
        </div>
      )}
      {open && open !== 'closing' && <StepDialog caseId={view.id} first={open === 'any' ? 'noted' : open} onClose={() => setOpen(null)} />}
      {open === 'closing' && <ClosingDialog caseId={view.id} onClose={() => setOpen(null)} />}
    </section>
  )
}

function StepText({ body }: { body: StepBody }) {
  const { t } = useWords()
  const parts = partsOf(body)
  return (
    <>
      {parts.length > 0 && <p>{parts.map((words) => t(words)).join(' · ')}</p>}
      {'note' in body && body.note && <Lines text={body.note} />}
    </>
  )
}

/** What was chosen in a step, in words. */
function partsOf(body: StepBody) {
  switch (body.kind) {
    case 'tagged':
      return [...body.tags.map((tag) => `cases.tag_${tag}` as const), `cases.age_${body.age}` as const, ...(body.isSexual ? (['cases.is_sexual'] as const) : [])]
    case 'assessed':
      return [`cases.level_${safetyLevel(body.answers)}` as const]
    case 'told':
      return [`cases.told_${body.who}` as const, `cases.means_${body.means}` as const]
    case 'referred':
      return [`cases.place_${body.to}` as const, `cases.referral_${body.state}` as const]
    case 'supported':
      return [`cases.support_${body.what}` as const]
    case 'closing_asked':
      return body.outcome ? [`cases.outcome_${body.outcome}` as const] : []
    default:
      return []
  }
}
