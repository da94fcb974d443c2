import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { useFormat } from '#platform/web/format.ts'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { useGo, useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table } from '#platform/web/table.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { getReport, saveReport, type ReportView } from '../contract.ts'
import { readFigures, type FiguresRead, type SheetFault } from '../sheet-contract.ts'

const MOST_BYTES = 5 * 1_048_576

/** Figures filled in offline: the file is read first, with what it changes and which cells are wrong; only then it is saved. */
export default function ImportPage() {
  const reportId = useParam('reportId')
  const read = useOperation(getReport, { reportId })
  return <OperationView read={read}>{(report) => <Import report={report} />}</OperationView>
}

function Import({ report }: { report: ReportView }) {
  const { t } = useWords()
  const go = useGo()
  const [tried, setTried] = useState<FiguresRead | null>(null)
  const upload = useUpload(readFigures, { onDone: setTried })
  const save = useCommand(saveReport, {
    invalidate: ['reports', 'todos'],
    onDone: ({ conflicts }) => {
      showToast(conflicts.length > 0 ? ['reports.import_conflicts', { n: conflicts.length }] : 'reports.import_done')
      go(`/bao-cao/${report.id}`)
    },
  })
  const write = ({ changes }: FiguresRead) => save.mutate({ reportId: report.id, changes: changes.flatMap(changesOf) })
  return (
    <>
      <PageHead
        title="reports.import_title"
        trail={[
          { to: '/bao-cao', text: t('reports.title') },
          { to: `/bao-cao/${report.id}`, text: report.round.title },
        ]}
        actions={<DownloadLink href={`/api/reports/${report.id}/report.xlsx`} label="reports.import_template" />}
      />
      <div className="stack">
        <p>{t('reports.import_text')}</p>
        <FileDrop
          label="reports.import_file"
          accept={['.xlsx']}
          maxBytes={MOST_BYTES}
          sending={upload.sending}
          onFiles={([chosen]) => {
            setTried(null)
            if (chosen) void upload.send({ reportId: report.id }, chosen)
          }}
        />
        <ErrorNote error={upload.error ?? save.error} />
        {tried && tried.faults.length > 0 && <Faults faults={tried.faults} />}
        {tried && <Changes tried={tried} isBusy={save.isPending} onWrite={() => write(tried)} />}
        <div>
          <ButtonLink kind="ghost" icon="left" to={`/bao-cao/${report.id}`} label="reports.import_back" />
        </div>
      </div>
    </>
  )
}

/** A figure with its note, and the answer to its jump. */
function changesOf({ key, before, after, said }: FiguresRead['changes'][number]) {
  const cells = { kind: 'cells' as const, key, before, after }
  return said ? [cells, { kind: 'notes' as const, key: `jump:${key}`, ...said }] : [cells]
}

function Faults({ faults }: { faults: readonly SheetFault[] }) {
  const { t, find } = useWords()
  return (
    <>
      <Note tone="bad" alert>
        <p>{t(['reports.import_faults', { count: faults.length }])}</p>
      </Note>
      <Table
        caption="reports.import_fault_table"
        cards
        rows={faults.map((fault, at) => ({ ...fault, at }))}
        keyOf={({ at }) => String(at)}
        columns={[
          { key: 'cell', header: 'reports.import_cell', isName: true, cell: ({ cell }) => cell ?? '—' },
          { key: 'sheet', header: 'reports.import_sheet', cell: ({ sheet }) => sheet || '—' },
          { key: 'place', header: 'reports.import_place', cell: ({ place }) => place ?? '—' },
          { key: 'problem', header: 'reports.import_problem', cell: ({ code, params }) => find(`errors.reports.fault_${code}`, params) ?? code },
        ]}
      />
    </>
  )
}

function Changes({ tried, isBusy, onWrite }: { tried: FiguresRead; isBusy: boolean; onWrite: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  const { changes, same, faults } = tried
  const shown = (value: number | string | null) => (typeof value === 'number' ? format.number(value) : (value ?? '—'))
  return (
    <section className="card stack">
      <p aria-live="polite">{t(['reports.import_outcome', { changed: changes.length, same }])}</p>
      {changes.length > 0 && (
        <>
          <Table
            caption="reports.import_sample"
            cards
            rows={changes}
            keyOf={({ key }) => key}
            columns={[
              { key: 'place', header: 'reports.import_place', isName: true, cell: ({ place }) => place },
              { key: 'cell', header: 'reports.import_cell', cell: ({ sheet, cell }) => `${sheet} · ${cell}` },
              { key: 'was', header: 'reports.import_was', cell: ({ was }) => shown(was) },
              { key: 'becomes', header: 'reports.import_becomes', cell: ({ becomes }) => shown(becomes) },
            ]}
          />
          {faults.length === 0 ? <div><Button label={['reports.import_write', { count: changes.length }]} icon="check" busy={isBusy} onClick={onWrite} /></div> : <p>{t('reports.import_mend_first')}</p>}
        </>
      )}
    </section>
  )
}
