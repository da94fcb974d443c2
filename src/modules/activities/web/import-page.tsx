import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { hrefOf } from '#platform/web/api.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { useFormat } from '#platform/web/format.ts'
import { DownloadLink } from '#platform/web/link.tsx'
import { useGo } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table } from '#platform/web/table.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { type FaultGroup, groupFaults } from '../import/group-faults.ts'
import { exportActivities, type ImportAnswer, importSheet } from '../sheet-contract.ts'

const MOST_BYTES = 20 * 1_048_576

/** A workbook is tried first: what it would change and which cells are wrong; only then it is written. */
export default function ImportPage() {
  const { active } = useSession()
  const { t } = useWords()
  const go = useGo()
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState<ImportAnswer | null>(null)
  const upload = useUpload(importSheet, {
    invalidate: ['activities', 'todos'],
    onDone: (answer) => {
      setTried(answer)
      if (answer.isDry) return
      showToast(['activities.import_done', { fresh: answer.fresh, changed: answer.changed }])
      go('/hoat-dong')
    },
  })
  const { unitId } = active
  const template = hrefOf({ ...exportActivities, route: `${exportActivities.route}.xlsx` }, { unitId })
  const send = (mode: 'thu' | 'ghi', chosen: File) => void upload.send({ unitId, mode }, chosen)
  return (
    <>
      <PageHead title="activities.import_title" trail={[{ to: '/hoat-dong', text: t('activities.title') }]} actions={<DownloadLink href={template} label="activities.import_template" />} />
      <p>{t('activities.import_text')}</p>
      <FileDrop
        label="activities.import_file"
        accept={['.xlsx']}
        maxBytes={MOST_BYTES}
        sending={upload.sending}
        onFiles={([chosen]) => {
          setFile(chosen ?? null)
          setTried(null)
          if (chosen) send('thu', chosen)
        }}
      />
      <ErrorNote error={upload.error} />
      {tried && file && <Outcome tried={tried} isBusy={upload.sending !== null} onWrite={() => send('ghi', file)} />}
    </>
  )
}

function Outcome({ tried, isBusy, onWrite }: { tried: ImportAnswer; isBusy: boolean; onWrite: () => void }) {
  const { t, find } = useWords()
  const format = useFormat()
  const { fresh, changed, same, faults, sample } = tried
  if (faults.length > 0) {
    return (
      <>
        <Note tone="bad" alert>
          <p>{t('activities.import_faults', { count: faults.length })}</p>
        </Note>
        <Table
          caption="activities.import_fault_table"
          cards
          rows={groupFaults(faults).map((group, at) => ({ ...group, at }))}
          keyOf={({ at }) => String(at)}
          columns={[
            { key: 'problem', header: 'activities.import_problem', isName: true, cell: ({ code, params }) => find(`errors.activities.fault_${code}`, params) ?? code },
            { key: 'cell', header: 'activities.import_cell', cell: ({ places }) => <Places places={places} /> },
            { key: 'sheet', header: 'activities.import_sheet', cell: ({ sheet }) => sheet || '—' },
          ]}
        />
      </>
    )
  }
  const label: Record<(typeof sample)[number]['what'], MessageKey> = { fresh: 'activities.import_fresh', changed: 'activities.import_changed', same: 'activities.import_same' }
  return (
    <section className="card">
      <p aria-live="polite">{t('activities.import_outcome', { fresh, changed, same })}</p>
      {fresh + changed === 0 ? (
        <p>{t('activities.import_nothing')}</p>
      ) : (
        <>
          <Table
            caption="activities.import_sample"
            cards
            rows={sample}
            keyOf={({ sheet, row }) => `${sheet}.${row}`}
            columns={[
              { key: 'title', header: 'activities.name', isName: true, cell: ({ title }) => title },
              { key: 'day', header: 'activities.day', cell: ({ onDay }) => format.day(onDay) },
              { key: 'what', header: 'activities.import_what', cell: ({ what }) => t(label[what]) },
            ]}
          />
          <Button label={['activities.import_write', { count: fresh + changed }]} icon="check" busy={isBusy} onClick={onWrite} />
        </>
      )}
    </section>
  )
}

/** `M2, M3 (Học sinh – Nữ)`: where to look, as the spreadsheet program names it. */
function Places({ places }: { places: FaultGroup['places'] }) {
  return (
    <ul className="plain">
      {places.map(({ column, cells }) => (
        <li key={column}>
          <b>{cells.join(', ')}</b> {column && `(${column})`}
        </li>
      ))}
    </ul>
  )
}
