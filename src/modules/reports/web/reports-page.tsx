import { useSession } from '#core/access/web/session.ts'
import { dueWords } from '#platform/web/due.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { listReports, type ReportSummary } from '../contract.ts'
import { REPORT_LOOK } from './report-words.ts'

const OPEN: readonly string[] = ['not_started', 'draft', 'review', 'signed', 'returned']

/** What the unit has to report, and what it has given. */
export default function ReportsPage() {
  const { active } = useSession()
  const { t } = useWords()
  const read = useOperation(listReports, { unitId: active.unitId })
  return (
    <>
      <PageHead title="reports.title" />
      <OperationView read={read}>
        {(reports) => {
          const open = reports.filter(({ state }) => OPEN.includes(state)).reverse()
          const given = reports.filter(({ state }) => !OPEN.includes(state))
          if (reports.length === 0) return <EmptyState title="reports.empty_title" text="reports.empty_text" icon="report" />
          return (
            <div className="stack">
              <section className="stack" aria-labelledby="open-title">
                <h2 id="open-title">{t(['reports.open_title', { n: open.length }])}</h2>
                {open.length > 0 ? <ReportTable reports={open} isOpen /> : <p className="hint">{t('reports.open_none')}</p>}
              </section>
              {given.length > 0 && (
                <section className="stack" aria-labelledby="given-title">
                  <h2 id="given-title">{t('reports.given_title')}</h2>
                  <ReportTable reports={given} />
                </section>
              )}
            </div>
          )
        }}
      </OperationView>
    </>
  )
}

function ReportTable({ reports, isOpen }: { reports: readonly ReportSummary[]; isOpen?: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const columns: readonly Column<ReportSummary>[] = [
    {
      key: 'title',
      header: 'reports.column_report',
      isName: true,
      cell: (report) => (
        <>
          <TextLink to={`/bao-cao/${report.id}`}>{report.round.title}</TextLink>
          <div className="hint">{t(['reports.to_superior', { unit: report.round.unitName }])}</div>
        </>
      ),
    },
    {
      key: 'due',
      header: 'reports.column_due',
      cell: (report) => (
        <>
          {format.day(report.dueOn)}
          {isOpen && <div className="hint">{t(dueWords(today(), report.dueOn))}</div>}
        </>
      ),
    },
    {
      key: 'state',
      header: 'reports.column_state',
      cell: (report) => (
        <>
          <Tag {...REPORT_LOOK[report.state]} />
          {report.isLate && report.version > 0 && <div className="hint">{t('reports.late')}</div>}
          {report.state === 'returned' && <div className="hint">{report.returnReason}</div>}
          {report.exemptReason && <div className="hint">{report.exemptReason}</div>}
        </>
      ),
    },
    {
      key: 'progress',
      header: isOpen ? 'reports.column_filled' : 'reports.column_given',
      cell: (report) => (isOpen ? (report.toFill ? t(['reports.filled_of', { filled: report.filled ?? 0, all: report.toFill }]) : '–') : report.submittedAt ? format.instant(report.submittedAt) : '–'),
    },
  ]
  return <Table caption={isOpen ? 'reports.open_caption' : 'reports.given_title'} hideCaption columns={columns} rows={reports} keyOf={({ id }) => id} cards />
}
