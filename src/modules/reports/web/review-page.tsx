import './reports.css'
import { useEffect, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { useGo, useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { nextInQueue } from '../board-contract.ts'
import { acceptReport, getReport, type ReportView } from '../contract.ts'
import { READING } from './reading.ts'
import { ReportChecks } from './report-checks.tsx'
import { Corrections, History, Receipt } from './report-notes.tsx'
import { ReportSections } from './report-sections.tsx'
import { REPORT_LOOK } from './report-words.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { useKeys } from './use-keys.ts'

/** The superior reads what a unit gave, accepts or returns it, and goes on to the next one that waits. */
export default function ReviewPage() {
  const reportId = useParam('reportId')
  const read = useOperation(getReport, { reportId })
  return <OperationView read={read}>{(report) => <Review key={report.id} report={report} />}</OperationView>
}

function Review({ report }: { report: ReportView }) {
  const { t } = useWords()
  const format = useFormat()
  const go = useGo()
  const roundId = useParam('roundId')
  const [shownSources, showSources] = useState<string | null>(null)
  const [isReturning, setReturning] = useState(false)
  const queue = useOperation(nextInQueue, { roundId, after: report.id })
  const next = queue.data?.reportId ?? null
  const previous = queue.data?.previousId ?? null
  const place = (id: string) => `/dot-bao-cao/${roundId}/xem/${id}`
  const goOn = (words: 'reports.accepted_toast' | 'reports.returned_toast') => {
    showToast([words, { unit: report.unitName }])
    go(next ? place(next) : `/dot-bao-cao/${roundId}`)
  }
  const accept = useCommand(acceptReport, { invalidate: ['reports', 'todos'], onDone: () => goOn('reports.accepted_toast') })
  const can = (action: string) => report.actions.includes(action)
  const keys = useKeys({
    j: () => next && go(place(next)),
    k: () => previous && go(place(previous)),
    a: () => can('accept') && accept.mutate({ reportId: report.id, number: report.version }),
    r: () => can('return') && setReturning(true),
  })
  return (
    <>
      <PageHead
        title={{ text: report.unitName }}
        trail={[
          { to: '/dot-bao-cao', text: t('reports.rounds_title') },
          { to: `/dot-bao-cao/${roundId}`, text: report.round.title },
        ]}
        actions={
          <>
            {previous && <ButtonLink kind="ghost" to={place(previous)} label="reports.review_previous" icon="left" iconOnly />}
            {next && <ButtonLink kind="ghost" to={place(next)} label="reports.review_next" icon="right" iconOnly />}
          </>
        }
      />
      <div className="stack">
        <div className="row row-center">
          <Tag {...REPORT_LOOK[report.state]} />
          {report.submittedAt && <span>{format.instant(report.submittedAt)}</span>}
          {report.isLate && <Tag tone="bad" label="reports.late" />}
          {queue.data && <span>{queue.data.waiting > 0 ? t(['reports.review_waiting', { n: queue.data.waiting }]) : t('reports.review_done')}</span>}
        </div>
        {report.returnReason && <Note tone="warn">{report.returnReason}</Note>}
        <Corrections report={report} />
        <div className="report-grid">
          <ReportSections report={report} editing={READING} shownSources={shownSources} onSources={showSources} />
          <aside className="stack" aria-label={t('reports.aside')}>
            <section className="card stack" aria-labelledby="decide-title">
              <h2 id="decide-title">{t('reports.next_step')}</h2>
              {can('accept') && <Button label="reports.accept" busy={accept.isPending} onClick={() => accept.mutate({ reportId: report.id, number: report.version })} />}
              {can('return') && <Button kind="secondary" label="reports.return" onClick={() => setReturning(true)} />}
              {!can('accept') && next && <ButtonLink to={place(next)} label="reports.review_next" />}
              <Checkbox label="reports.keys" checked={keys.isOn} onChange={keys.setOn} />
              {accept.error && <ErrorNote error={accept.error} />}
            </section>
            <Receipt report={report} />
            <ReportChecks report={report} editing={null} />
            <section className="card stack">
              <h2>{t('reports.files')}</h2>
              <div className="row">
                <DownloadLink small href={`/api/reports/${report.id}/report.pdf`} label="reports.file_pdf" icon="eye" />
                <DownloadLink small href={`/api/reports/${report.id}/report.xlsx`} label="reports.file_xlsx" />
              </div>
            </section>
            <History report={report} />
          </aside>
        </div>
      </div>
      {isReturning && <ReturnDialog report={report} onClose={() => setReturning(false)} onReturned={() => goOn('reports.returned_toast')} />}
    </>
  )
}
