import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { ReasonDialog } from '#platform/web/reason-dialog.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { acceptAssignment, cancelAssignment, getAssignment, reopenAssignment, startAssignment, type AssignmentDetail } from '../contract.ts'
import { DueDay, EVENT_WORDS, Responsible, StateTags } from './assignment-words.tsx'
import { FinishDialog } from './finish-dialog.tsx'
import { GiveDialog } from './give-dialog.tsx'

const LEAST_REASON = 5
const OLD = ['assignments', 'todos', 'agenda', 'notifications']

/** One piece of work: what, who, until when, what to do next, and how it came to be so. */
export default function AssignmentPage() {
  const read = useOperation(getAssignment, { assignmentId: useParam('assignmentId') })
  const { t } = useWords()
  return (
    <OperationView read={read}>
      {(assignment) => (
        <>
          <PageHead title={{ text: assignment.text }} trail={[{ to: '/phan-cong', text: t('assignments.title') }, { to: `/ke-hoach/${assignment.planId}`, text: assignment.planTitle }]} />
          <div className="stack">
            <Facts assignment={assignment} />
            <Actions assignment={assignment} />
            <History assignment={assignment} />
          </div>
        </>
      )}
    </OperationView>
  )
}

function Facts({ assignment }: { assignment: AssignmentDetail }) {
  const { t } = useWords()
  const { product, doneProduct, doneLink, doneRecordId, reason, extensions, needsPerson } = assignment
  return (
    <section className="card stack">
      <StateTags assignment={assignment} />
      {needsPerson && <Note tone="warn">{t('assignments.needs_person')}</Note>}
      {reason && <Note tone="mute">{t(['assignments.reason_is', { reason }])}</Note>}
      <dl className="facts">
        <div>
          <dt>{t('assignments.column_who')}</dt>
          <dd>
            <Responsible assignment={assignment} />
          </dd>
        </div>
        <div>
          <dt>{t('assignments.column_due')}</dt>
          <dd>
            <DueDay full assignment={assignment} />
            {extensions > 0 && <div className="hint">{t(['assignments.extended', { n: extensions }])}</div>}
          </dd>
        </div>
        {product && (
          <div>
            <dt>{t('assignments.product')}</dt>
            <dd>{product}</dd>
          </div>
        )}
        {doneProduct && (
          <div>
            <dt>{t('assignments.done_product')}</dt>
            <dd>
              {doneProduct}
              {doneLink && (
                <div>
                  <a href={doneLink} rel="noreferrer" target="_blank">{doneLink}</a>
                </div>
              )}
              {doneRecordId && (
                <div>
                  <TextLink to={`/hoat-dong/${doneRecordId}`}>{t('assignments.done_activity')}</TextLink>
                </div>
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

type Open = 'finish' | 'give' | 'cancel' | 'reopen'

function Actions({ assignment }: { assignment: AssignmentDetail }) {
  const { id: assignmentId, actions, people } = assignment
  const { t } = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const accept = useCommand(acceptAssignment, { invalidate: OLD, onDone: () => showToast('assignments.accepted') })
  const start = useCommand(startAssignment, { invalidate: OLD, onDone: () => showToast('assignments.started') })
  const cancel = useCommand(cancelAssignment, { invalidate: OLD, onDone: close })
  const reopen = useCommand(reopenAssignment, { invalidate: OLD, onDone: close })
  if (actions.length === 0) return null
  const has = (action: string) => actions.includes(action)
  return (
    <>
      <div className="row row-center">
        {has('accept') && <Button label="assignments.accept" icon="check" busy={accept.isPending} onClick={() => accept.mutate({ assignmentId })} />}
        {has('finish') && <Button kind={has('accept') ? 'secondary' : 'primary'} label="assignments.finish" icon="check" onClick={() => setOpen('finish')} />}
        {has('start') && !has('accept') && <Button kind="secondary" label="assignments.start" busy={start.isPending} onClick={() => start.mutate({ assignmentId })} />}
        {has('hand_over') && <Button kind="secondary" label="assignments.hand_over" icon="people" onClick={() => setOpen('give')} />}
        {has('reopen') && <Button kind="secondary" label="assignments.reopen" icon="undo" onClick={() => setOpen('reopen')} />}
        {has('cancel') && <Button kind="ghost-danger" label="assignments.cancel" onClick={() => setOpen('cancel')} />}
      </div>
      <ErrorNote error={accept.error ?? start.error} />
      {open === 'finish' && <FinishDialog assignment={assignment} onClose={close} />}
      {open === 'give' && <GiveDialog assignments={[assignment]} people={people} onClose={close} onDone={close} />}
      {open === 'cancel' && (
        <ReasonDialog title="assignments.cancel" label="assignments.reason" action="assignments.cancel" danger isBusy={cancel.isPending} error={cancel.error} onClose={close} least={LEAST_REASON} onDone={(reason) => cancel.mutate({ assignmentId, reason })}>
          <p>{t('assignments.cancel_text')}</p>
        </ReasonDialog>
      )}
      {open === 'reopen' && (
        <ReasonDialog title="assignments.reopen" label="assignments.reason" action="assignments.reopen" isBusy={reopen.isPending} error={reopen.error} onClose={close} least={LEAST_REASON} onDone={(reason) => reopen.mutate({ assignmentId, reason })}>
          <p>{t('assignments.reopen_text')}</p>
        </ReasonDialog>
      )}
    </>
  )
}

function History({ assignment }: { assignment: AssignmentDetail }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <section>
      <h2>{t('assignments.history')}</h2>
      <ol className="stack stack-tight plain">
        {assignment.history.map(({ id, at, action, byName, before, after, reason }) => (
          <li key={id}>
            {t([EVENT_WORDS[action], detailsOf(before, after)])}
            <div className="hint">{[format.instant(at), byName ?? t('assignments.by_program'), ...(reason ? [reason] : [])].join(' · ')}</div>
          </li>
        ))}
      </ol>
    </section>
  )

  function detailsOf(before: Record<string, string | number | null>, after: Record<string, string | number | null>) {
    const words = (value: string | number | null | undefined) => (value === null || value === undefined ? '—' : /^\d{4}-\d\d-\d\d$/.test(String(value)) ? format.day(String(value)) : String(value))
    return { from: words(before['name'] ?? before['dueOn']), to: words(after['name'] ?? after['dueOn']), product: words(after['product'] ?? before['product']), lead: words(after['leadName'] ?? before['leadName']) }
  }
}
