import './reports.css'
import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { useGo, useParam } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { getReport, sendBackReport, signReport, submitReport, type ReportView } from '../contract.ts'
import { ReportChecks } from './report-checks.tsx'
import { Corrections, Receipt } from './report-notes.tsx'
import { READING } from './reading.ts'
import { ReportSections } from './report-sections.tsx'
import { REPORT_LOOK } from './report-words.ts'

const AFTER = { invalidate: ['reports', 'todos'] }

/** One page for the head of the unit: what was doubted, the whole text, sign or give back, then submit. */
export default function SignPage() {
  const reportId = useParam('reportId')
  const read = useOperation(getReport, { reportId })
  return <OperationView read={read}>{(report) => <Reading report={report} />}</OperationView>
}

function Reading({ report }: { report: ReportView }) {
  const { t } = useWords()
  const format = useFormat()
  const [shownSources, showSources] = useState<string | null>(null)
  return (
    <>
      <PageHead
        title={['reports.sign_head', { title: report.round.title }]}
        trail={[
          { to: '/bao-cao', text: t('reports.title') },
          { to: `/bao-cao/${report.id}`, text: report.round.title },
        ]}
      />
      <div className="stack">
        <div className="row row-center">
          <Tag {...REPORT_LOOK[report.state]} />
          <span>{t(['reports.due_short', { day: format.day(report.dueOn), unit: report.round.unitName }])}</span>
        </div>
        <Decide report={report} />
        <Corrections report={report} />
        <Receipt report={report} />
        <div className="report-grid">
          <ReportSections report={report} editing={READING} shownSources={shownSources} onSources={showSources} />
          <aside aria-label={t('reports.aside')}>
            <ReportChecks report={report} editing={null} />
          </aside>
        </div>
      </div>
    </>
  )
}

function Decide({ report }: { report: ReportView }) {
  const [isSendingBack, setSendingBack] = useState(false)
  const sign = useCommand(signReport, { ...AFTER, onDone: () => showToast('reports.signed_toast') })
  const submit = useCommand(submitReport, { ...AFTER, onDone: () => showToast('reports.submitted_toast') })
  const can = (action: string) => report.actions.includes(action)
  const error = sign.error ?? submit.error
  return (
    <>
      <div className="row row-center">
        {can('sign') && <Button label="reports.sign" busy={sign.isPending} onClick={() => sign.mutate({ reportId: report.id, digest: report.digest })} />}
        {can('submit') && <Button label={['reports.submit', { unit: report.round.unitName }]} busy={submit.isPending} onClick={() => submit.mutate({ reportId: report.id })} />}
        {can('sendBack') && <Button kind="secondary" label="reports.send_back" onClick={() => setSendingBack(true)} />}
        <DownloadLink kind="ghost" icon="eye" href={`/api/reports/${report.id}/report.pdf`} label="reports.file_pdf" />
        <ButtonLink kind="ghost" to={`/bao-cao/${report.id}`} label="reports.open" />
      </div>
      {error && <ErrorNote error={error} />}
      {isSendingBack && <SendBackDialog report={report} onClose={() => setSendingBack(false)} />}
    </>
  )
}

function SendBackDialog({ report, onClose }: { report: ReportView; onClose: () => void }) {
  const go = useGo()
  const [reason, setReason] = useState('')
  const send = useCommand(sendBackReport, {
    ...AFTER,
    onDone: () => {
      showToast('reports.sent_back_toast')
      go('/')
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title="reports.send_back_title"
      actions={<Button label="reports.send_back" busy={send.isPending} disabled={reason.trim().length < 5} onClick={() => send.mutate({ reportId: report.id, reason })} />}
    >
      <AutoText label="reports.send_back_reason" value={reason} onChange={setReason} />
      {send.error && <ErrorNote error={send.error} />}
    </Dialog>
  )
}
