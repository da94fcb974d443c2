import './reports.css'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DraftNotice } from '#platform/web/draft-notice.tsx'
import { dueWords } from '#platform/web/due.ts'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { useParam } from '#platform/web/location.ts'
import { Message } from '#platform/web/message.tsx'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { operationKey } from '#platform/web/query-client.ts'
import { StatusLine } from '#platform/web/status-line.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useDraft } from '#platform/web/use-draft.ts'
import { useWords } from '#platform/web/words.ts'
import { getReport, startReport, type ReportView } from '../contract.ts'
import { ReportActions } from './report-actions.tsx'
import { ReportChecks } from './report-checks.tsx'
import { ReportOutline } from './report-outline.tsx'
import { ReportSections } from './report-sections.tsx'
import { Corrections, History, InStep, Receipt } from './report-notes.tsx'
import { goToField, REPORT_LOOK } from './report-words.ts'
import { useReportEditing } from './use-report-editing.ts'

const AdviceCard = lazy(() => import('./advice-card.tsx'))

export default function ReportPage() {
  const reportId = useParam('reportId')
  const read = useOperation(getReport, { reportId })
  const client = useQueryClient()
  const reread = ({ inStep }: ReportView) => {
    void read.refetch()
    for (const { reportId: other } of inStep) void client.invalidateQueries({ queryKey: operationKey(getReport, { reportId: other }) })
  }
  return <OperationView read={read}>{(report) => <Report key={report.id} report={report} onSaved={() => reread(report)} />}</OperationView>
}

function Report({ report, onSaved }: { report: ReportView; onSaved: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  const { state, dueDay, round } = report
  const isBegun = state !== 'not_started' && state !== 'exempt'
  const isOpen = ['not_started', 'draft', 'review', 'signed', 'returned'].includes(state)
  return (
    <>
      <PageHead title={{ text: round.title }} trail={[{ to: '/bao-cao', text: t('reports.title') }]} above={report.unitName} />
      <div className="stack">
        <div className="row row-center">
          <Tag {...REPORT_LOOK[state]} />
          {isOpen && (
            <span>
              <Message words={['reports.due_line', { unit: round.unitName, day: format.day(report.dueOn) }]} /> ({t(dueWords(today(), report.dueOn))})
            </span>
          )}
          {isBegun && report.toFill !== null && isOpen && <span>{t(['reports.filled_line', { filled: report.filled ?? 0, all: report.toFill }])}</span>}
        </div>
        {isOpen && dueDay.isHoliday && <p className="hint">{t(['reports.due_holiday', { day: format.day(dueDay.day), before: format.day(dueDay.workingDayBefore), until: format.day(dueDay.inTimeUntil) }])}</p>}
        {isOpen && round.acceptLateUntil && <p className="hint">{t(['reports.late_until', { day: format.day(round.acceptLateUntil) }])}</p>}
        {report.closed && (
          <Note tone="warn">
            <p>{t(['reports.unit_closed', { day: format.day(report.closed.on), units: report.closed.successors.join(', ') || '—' }])}</p>
          </Note>
        )}
        {report.exemptReason && <Note>{t(['reports.exempt_because', { reason: report.exemptReason }])}</Note>}
        {report.instructions && <Note>{report.instructions}</Note>}
        {state === 'not_started' && <Start report={report} />}
        {isBegun && <Writing report={report} onSaved={onSaved} />}
      </div>
    </>
  )
}

function Start({ report }: { report: ReportView }) {
  const { t } = useWords()
  const start = useCommand(startReport, { invalidate: ['reports', 'todos'] })
  return (
    <section className="card stack">
      <h2>{t('reports.start_title')}</h2>
      <p>{t('reports.start_text')}</p>
      {report.actions.includes('start') ? (
        <div>
          <Button label="reports.start" busy={start.isPending} onClick={() => start.mutate({ reportId: report.id })} />
        </div>
      ) : (
        <p className="hint">{t('reports.start_who')}</p>
      )}
      {start.error && <ErrorNote error={start.error} />}
    </section>
  )
}

function Writing({ report, onSaved }: { report: ReportView; onSaved: () => void }) {
  const { t } = useWords()
  const editing = useReportEditing(report, onSaved)
  const draft = useDraft(`reports.${report.id}`, editing.unsaved, editing.unsaved.length === 0)
  const [shownSources, showSources] = useState<string | null>(null)
  // A returned report opens where it is to be mended.
  const first = report.state === 'returned' ? report.openFields?.[0] : undefined
  useEffect(() => {
    if (first) goToField(first)
  }, [first])
  return (
    <>
      {report.returnReason && (
        <Note tone="warn">
          <p>
            <b>{t('reports.returned_because')}</b> {report.returnReason}
          </p>
          {report.openFields && <p>{t('reports.returned_fields')}</p>}
        </Note>
      )}
      {report.reason && <Note>{t(['reports.correcting', { reason: report.reason }])}</Note>}
      <InStep report={report} beforeChange={editing.flush} />
      <Corrections report={report} />
      <Receipt report={report} />
      {editing.isEditable && <DraftNotice draft={draft} onUse={editing.restore} />}
      {editing.conflicts.length > 0 && (
        <Note tone="warn" alert>
          <p>{t(['reports.conflicts', { n: editing.conflicts.length }])}</p>
          <Button small kind="ghost" label="reports.conflicts_seen" onClick={editing.dismiss} />
        </Note>
      )}
      {editing.refusal !== null && <ErrorNote error={editing.refusal as Error} />}
      <div className={editing.isEditable ? 'report-grid report-grid-edit' : 'report-grid'}>
        {editing.isEditable && <ReportOutline report={report} />}
        <ReportSections report={report} editing={editing} shownSources={shownSources} onSources={showSources} />
        <aside className="stack" aria-label={t('reports.aside')}>
          <StatusLine save={editing.save} />
          <ReportActions report={report} beforeActing={editing.flush} />
          <ReportChecks report={report} editing={editing} />
          {editing.isEditable && (
            <Suspense>
              <AdviceCard report={report} editing={editing} />
            </Suspense>
          )}
          <section className="card stack">
            <h2>{t('reports.files')}</h2>
            <div className="row">
              <DownloadLink small href={`/api/reports/${report.id}/report.pdf`} label="reports.file_pdf" icon="eye" />
              <DownloadLink small href={`/api/reports/${report.id}/report.docx`} label="reports.file_docx" />
              <DownloadLink small href={`/api/reports/${report.id}/report.xlsx`} label="reports.file_xlsx" />
            </div>
            {editing.isEditable && <ButtonLink small kind="ghost" to={`/bao-cao/${report.id}/nhap`} label="reports.import_title" />}
          </section>
          <History report={report} />
        </aside>
      </div>
    </>
  )
}
