import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { ButtonLink } from '#platform/web/link.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { correctReport, presentReport, recallReport, submitReport, type ReportView } from '../contract.ts'

const AFTER = { invalidate: ['reports', 'todos'] }

/** The next step of the report that this person may take. */
export function ReportActions({ report, beforeActing }: { report: ReportView; beforeActing: () => Promise<boolean> }) {
  const { t } = useWords()
  const [isCorrecting, setCorrecting] = useState(false)
  const present = useCommand(presentReport, { ...AFTER, onDone: () => showToast('reports.presented_toast') })
  const recall = useCommand(recallReport, { ...AFTER, onDone: () => showToast('reports.recalled_toast') })
  const submit = useCommand(submitReport, { ...AFTER, onDone: () => showToast('reports.submitted_toast') })
  const can = (action: string) => report.actions.includes(action)
  const blocking = report.checks.some(({ severity, note }) => severity === 'error' || (severity === 'doubt' && note === null))
  const send = async () => {
    if (await beforeActing()) present.mutate({ reportId: report.id })
  }
  const error = present.error ?? recall.error ?? submit.error
  const hasStep = ['present', 'sign', 'submit', 'recall', 'takeBack', 'correct'].some(can)
  if (!hasStep) return null
  return (
    <section className="card stack" aria-labelledby="step-title">
      <h2 id="step-title">{t('reports.next_step')}</h2>
      {can('present') && <Button label="reports.present" busy={present.isPending} disabled={blocking} onClick={() => void send()} />}
      {can('present') && blocking && <p className="hint">{t('reports.present_blocked')}</p>}
      {can('sign') && <ButtonLink to={`/bao-cao/${report.id}/ky`} label="reports.sign_open" />}
      {report.state === 'review' && !can('sign') && <p className="hint">{t('reports.waits_for_head')}</p>}
      {can('submit') && <Button label={['reports.submit', { unit: report.round.unitName }]} busy={submit.isPending} onClick={() => submit.mutate({ reportId: report.id })} />}
      {(can('recall') || can('takeBack')) && <Button kind="ghost" label={report.state === 'submitted' ? 'reports.take_back' : 'reports.recall'} busy={recall.isPending} onClick={() => recall.mutate({ reportId: report.id })} />}
      {can('correct') && <Button kind="secondary" label="reports.correct" onClick={() => setCorrecting(true)} />}
      {error && <ErrorNote error={error} />}
      {isCorrecting && <CorrectDialog report={report} onClose={() => setCorrecting(false)} />}
    </section>
  )
}

function CorrectDialog({ report, onClose }: { report: ReportView; onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const correct = useCommand(correctReport, { ...AFTER, onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title="reports.correct_title"
      actions={<Button label="reports.correct_go" busy={correct.isPending} disabled={reason.trim().length < 5} onClick={() => correct.mutate({ reportId: report.id, reason })} />}
    >
      <p>{t(['reports.correct_text', { number: report.version }])}</p>
      <AutoText label="reports.correct_reason" value={reason} onChange={setReason} />
      {correct.error && <ErrorNote error={correct.error} />}
    </Dialog>
  )
}
