import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { ButtonLink } from '#platform/web/link.tsx'
import { useGo } from '#platform/web/location.ts'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { approveConsolidation, discardConsolidation, fillFromConsolidation, freezeConsolidation, issueConsolidation, recomputeConsolidation, reopenConsolidation, type ConsolidationView } from '../consolidation-contract.ts'
import { IssueDialog } from './issue-dialog.tsx'
import type { ConsolidationEditing } from './use-consolidation-editing.ts'

const AFTER = { invalidate: ['reports', 'todos', 'documents'] }

/** The steps of a consolidation that this person may take. */
export function ConsolidationSteps({ view, editing }: { view: ConsolidationView; editing: ConsolidationEditing }) {
  const { t } = useWords()
  const go = useGo()
  const [isIssuing, setIssuing] = useState(false)
  const freeze = useCommand(freezeConsolidation, AFTER)
  const reopen = useCommand(reopenConsolidation, AFTER)
  const approve = useCommand(approveConsolidation, AFTER)
  const issue = useCommand(issueConsolidation, { ...AFTER, onDone: () => setIssuing(false) })
  const discard = useCommand(discardConsolidation, { ...AFTER, onDone: () => go(`/dot-bao-cao/${view.roundId}/tong-hop`) })
  const can = (action: string) => view.actions.includes(action)
  const id = { consolidationId: view.id }
  const error = editing.error ?? freeze.error ?? reopen.error ?? approve.error ?? discard.error
  return (
    <>
      <section className="card stack" aria-labelledby="steps-title">
        <h2 id="steps-title">{t('reports.next_step')}</h2>
        {can('edit') && <Button label="reports.save" busy={editing.isSaving} disabled={!editing.isChanged} onClick={editing.save} />}
        {can('freeze') && <Button kind="secondary" label="reports.freeze" busy={freeze.isPending} disabled={editing.isChanged} onClick={() => freeze.mutate(id)} />}
        {can('approve') && <Button label="reports.approve" busy={approve.isPending} onClick={() => view.digest && approve.mutate({ ...id, digest: view.digest })} />}
        {can('issue') && <Button label="reports.issue" onClick={() => setIssuing(true)} />}
        {can('reopen') && <Button kind="ghost" label="reports.reopen" busy={reopen.isPending} onClick={() => reopen.mutate(id)} />}
        {can('discard') && <Button kind="ghost-danger" label="reports.discard" busy={discard.isPending} onClick={() => discard.mutate(id)} />}
        {error && <ErrorNote error={error} />}
      </section>
      {can('edit') && <Recompute view={view} />}
      {view.fills.length > 0 && <Fills view={view} />}
      {isIssuing && <IssueDialog title="reports.issue" busy={issue.isPending} error={issue.error} onIssue={(chosen) => issue.mutate({ ...id, ...chosen })} onClose={() => setIssuing(false)} />}
    </>
  )
}

function Recompute({ view }: { view: ConsolidationView }) {
  const [cutOff, setCutOff] = useState<string | null>(view.cutOff)
  const [withSubmitted, setWithSubmitted] = useState(view.withSubmitted)
  const recompute = useCommand(recomputeConsolidation, AFTER)
  return (
    <section className="card stack">
      <DateInput label="reports.cut_off" value={cutOff} onChange={setCutOff} max={today()} />
      <Checkbox label="reports.with_submitted" checked={withSubmitted} onChange={setWithSubmitted} />
      <Button small kind="secondary" label="reports.recompute" busy={recompute.isPending} disabled={!cutOff} onClick={() => cutOff && recompute.mutate({ consolidationId: view.id, cutOff, withSubmitted })} />
      {recompute.error && <ErrorNote error={recompute.error} />}
    </section>
  )
}

/** Reports of the unit itself to those above it, over the same time. */
function Fills({ view }: { view: ConsolidationView }) {
  const { t } = useWords()
  const fill = useCommand(fillFromConsolidation, { ...AFTER, onDone: () => showToast('reports.filled_toast') })
  return (
    <section className="card stack">
      <h2>{t('reports.fill_title')}</h2>
      {view.fills.map((report) => (
        <div key={report.reportId} className="stack stack-tight">
          {report.isFilled && <p>{t('reports.filled_from')}</p>}
          {['not_started', 'draft', 'returned'].includes(report.state) && (
            <Button small kind="secondary" label={['reports.fill_report', { title: report.title, unit: report.unitName }]} busy={fill.isPending} onClick={() => fill.mutate({ consolidationId: view.id, reportId: report.reportId })} />
          )}
          <ButtonLink small kind="ghost" to={`/bao-cao/${report.reportId}`} label="reports.open_report" />
        </div>
      ))}
      {fill.error && <ErrorNote error={fill.error} />}
    </section>
  )
}
