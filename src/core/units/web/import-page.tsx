import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { Note } from '#platform/web/note.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { type Column, Table } from '#platform/web/table.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { type ImportOutcome, importUnits, previewUnitImport } from '../contract.ts'

const MOST_BYTES = 15 * 1024 * 1024

/** How many faults are shown at once; mending the first ones often mends the rest. */
const SHOWN = 200

/** A file is checked first; then the same file is written, all of it or its good rows. */
export default function ImportPage() {
  const { t } = useWords()
  const { active } = useSession()
  const [file, setFile] = useState<File | null>(null)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const preview = useUpload(previewUnitImport, { onDone: setOutcome })
  const commit = useUpload(importUnits, { invalidate: ['units'], onDone: setOutcome })
  const check = ([chosen]: readonly File[]) => {
    if (!chosen) return
    setFile(chosen)
    setOutcome(null)
    commit.forget()
    void preview.send({ unitId: active.unitId }, chosen)
  }
  const forget = () => {
    preview.forget()
    commit.forget()
  }
  const write = (take: 'all' | 'good') => {
    if (file && outcome && !commit.sending) void commit.send({ unitId: active.unitId, digest: outcome.digest, take }, file)
  }
  return (
    <>
      <PageHead title="units.import_title" trail={[{ to: '/don-vi', text: t('units.title') }]} actions={<DownloadLink href="/api/unit-import-template.xlsx" label="units.template" />} />
      <div className="stack">
        <Note>{t('units.import_note')}</Note>
        <FileDrop label="units.import_file" accept={['.xlsx', '.csv']} maxBytes={MOST_BYTES} onFiles={check} onRefused={forget} sending={preview.sending ?? commit.sending} />
        <ErrorNote error={preview.error ?? commit.error} />
        {outcome && file && (
          <section className="card stack" aria-labelledby="import-outcome" aria-live="polite">
            <h2 id="import-outcome">{file.name}</h2>
            <Outcome outcome={outcome} />
            {outcome.written ? (
              <div className="row">
                <ButtonLink to="/don-vi" label="units.import_show" />
              </div>
            ) : (
              <ImportButtons outcome={outcome} isBusy={commit.sending !== null} onWrite={write} />
            )}
          </section>
        )}
      </div>
    </>
  )
}

function ImportButtons({ outcome, isBusy, onWrite }: { outcome: ImportOutcome; isBusy: boolean; onWrite: (take: 'all' | 'good') => void }) {
  const { t } = useWords()
  const count = outcome.created + outcome.changed
  if (count === 0) return <p>{t(outcome.refused > 0 ? 'units.import_all_faulty' : 'units.import_nothing_new')}</p>
  if (outcome.refused === 0) {
    return (
      <div className="row">
        <Button label={['units.import_all', { count }]} busy={isBusy} onClick={() => onWrite('all')} />
      </div>
    )
  }
  return (
    <div className="row">
      <Button kind="secondary" label={['units.import_good', { count, refused: outcome.refused }]} busy={isBusy} onClick={() => onWrite('good')} />
    </div>
  )
}

function Outcome({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useWords()
  const { rows, created, changed, same, refused, faults, ignoredColumns, written } = outcome
  return (
    <>
      <Note tone={written ? 'ok' : refused > 0 ? 'warn' : 'info'}>{t([written ? 'units.import_written' : 'units.import_summary', { rows, created, changed, same, refused }])}</Note>
      {ignoredColumns.length > 0 && <p className="hint">{t(['units.import_ignored', { columns: ignoredColumns.join(', ') }])}</p>}
      {faults.length > 0 && <FaultTable faults={faults.slice(0, SHOWN)} />}
      {faults.length > SHOWN && <p className="hint">{t(['units.import_more_faults', { count: faults.length - SHOWN }])}</p>}
    </>
  )
}

type Fault = ImportOutcome['faults'][number]

function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t } = useWords()
  const columns: readonly Column<Fault>[] = [
    { key: 'row', header: 'units.import_row', isName: true, cell: (fault) => fault.row, isNumber: true },
    { key: 'column', header: 'units.import_column', cell: (fault) => t(`units.column_${fault.column}`) },
    { key: 'what', header: 'units.import_what', cell: (fault) => t([`units.import.${fault.code}`, fault.params]) },
  ]
  return <Table caption="units.import_faults" columns={columns} rows={faults} keyOf={(fault) => `${fault.row} ${fault.column} ${fault.code}`} cards />
}
