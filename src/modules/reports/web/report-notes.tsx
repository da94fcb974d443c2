import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { Note } from '#platform/web/note.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { issueReport, writeApart, type ReportView } from '../contract.ts'
import { IssueDialog } from './issue-dialog.tsx'

/** When, which version, with what digest the report was given. */
export function Receipt({ report }: { report: ReportView }) {
  const { t } = useWords()
  const format = useFormat()
  const [isIssuing, setIssuing] = useState(false)
  const issue = useCommand(issueReport, {
    invalidate: ['reports', 'todos', 'documents'],
    onDone: ({ numberText }) => {
      setIssuing(false)
      showToast(['reports.issued_toast', { number: numberText }])
    },
  })
  const { receipt, document } = report
  if (!receipt) return null
  return (
    <section className="card stack stack-tight" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('reports.receipt_title')}</h2>
      <p>
        {t(['reports.receipt_line', { number: receipt.number, time: format.instant(receipt.submittedAt), unit: report.round.unitName }])}
        {' · '}
        {t([receipt.isLate ? 'reports.receipt_late' : 'reports.receipt_in_time', { day: format.day(receipt.dueOn) }])}
      </p>
      {document && (
        <p>
          <TextLink to={`/van-ban/${document.documentId}`}>{t(['reports.issued_document', { number: document.numberText, day: format.day(document.issuedOn) }])}</TextLink>
        </p>
      )}
      {report.actions.includes('issue') && (
        <div>
          <Button kind="secondary" label="reports.issue_report" onClick={() => setIssuing(true)} />
        </div>
      )}
      <p className="hint">{t(['reports.receipt_digest', { digest: receipt.digest }])}</p>
      {isIssuing && (
        <IssueDialog title="reports.issue_report" hint="reports.issue_report_hint" busy={issue.isPending} error={issue.error} onIssue={(chosen) => issue.mutate({ reportId: report.id, ...chosen })} onClose={() => setIssuing(false)} />
      )}
    </section>
  )
}

/** Which other reports take along what is written here, and the way out of it and back. */
export function InStep({ report, beforeChange }: { report: ReportView; beforeChange: () => Promise<boolean> }) {
  const { t } = useWords()
  const write = useCommand(writeApart, { invalidate: ['reports'], onDone: ({ isApart }) => showToast(isApart ? 'reports.apart_toast' : 'reports.together_toast') })
  const { inStep, isApart } = report
  if (inStep.length === 0) return null
  const change = async () => {
    if (await beforeChange()) write.mutate({ reportId: report.id, isApart: !isApart })
  }
  return (
    <Note tone="info">
      {inStep.map((other) => (
        <p key={other.reportId}>
          {t([isApart ? 'reports.in_step_not' : other.isApart ? 'reports.in_step_other' : 'reports.in_step', { superior: other.superiorName }])} <TextLink to={`/bao-cao/${other.reportId}`}>{other.title}</TextLink>.{' '}
          {other.apart > 0 && t(['reports.in_step_apart', { n: other.apart }])}
        </p>
      ))}
      {report.actions.includes('edit') && (isApart || inStep.some((other) => !other.isApart)) && (
        <div className="row row-center">
          <Button small kind="secondary" label={isApart ? 'reports.write_together' : 'reports.write_apart'} busy={write.isPending} onClick={() => void change()} />
          <span className="hint">{t(isApart ? 'reports.write_together_text' : ['reports.write_apart_text', { superior: report.round.unitName }])}</span>
        </div>
      )}
      {write.error && <ErrorNote error={write.error} />}
    </Note>
  )
}

/** What was corrected beneath the submitted version, and which figures differ now. */
export function Corrections({ report }: { report: ReportView }) {
  const { t } = useWords()
  const format = useFormat()
  const { corrections, differences } = report
  if (corrections.length === 0 && differences.length === 0) return null
  return (
    <Note tone="warn">
      <p>{report.state === 'signed' ? t(['reports.moved_since_signing', { n: differences.length }]) : t(['reports.disagrees', { n: differences.length, number: report.version }])}</p>
      <ul>
        {corrections.map((correction) => (
          <li key={correction.id}>{t(['reports.correction_line', { unit: correction.sourceUnitName, time: format.instant(correction.at), reason: correction.reason }])}</li>
        ))}
        {differences.slice(0, 12).map(({ key, given, now }) => (
          <li key={key}>{t(['reports.difference_line', { place: placeOf(report, key), given: format.number(given), now: format.number(now) }])}</li>
        ))}
      </ul>
      {report.actions.includes('correct') && <p>{t('reports.disagrees_do')}</p>}
    </Note>
  )
}

/** The words of a cell: row and column of its table, name of its indicator. */
function placeOf({ form, body }: ReportView, key: string): string {
  const [partKey, rowKey, columnKey] = key.split('/')
  const part = body.parts.find((one) => one.key === partKey)
  const named = part && (part.kind === 'figures' || part.kind === 'table') ? part.cells.find((cell) => cell.key === key)?.name : null
  if (named) return named
  const sections = [...form.sections, ...form.sections.flatMap((section) => section.sections ?? [])]
  const table = sections.flatMap((section) => section.parts).find((one) => one.key === partKey)
  if (table?.kind !== 'table') return key
  const row = table.table.rows.find((one) => one.key === rowKey)
  const column = table.table.columns.find((one) => one.key === columnKey)
  return `${table.table.code} · ${row?.label ?? ''}, ${column?.label ?? ''}`
}

/** What happened to the report, by whom, newest first. */
export function History({ report }: { report: ReportView }) {
  const { t } = useWords()
  const format = useFormat()
  if (report.steps.length === 0) return null
  return (
    <section className="card stack stack-tight" aria-labelledby="history-title">
      <h2 id="history-title">{t('reports.history')}</h2>
      <ul className="stack stack-tight plain lined">
        {[...report.steps].reverse().map((step) => (
          <li key={`${step.action}-${step.at.getTime()}`}>
            {/* Steps are the actions of the lifecycle; each has its word. */}
            <b>{t(`reports.step.${step.action}` as MessageKey)}</b> · {format.instant(step.at)}
            {step.personName && <div className="hint">{step.personName}</div>}
            {step.note && <div>{step.note}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}
