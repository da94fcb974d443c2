import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { Note } from '#platform/web/note.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { importHandFigures, type SheetOutcome } from '../hand-contract.ts'
import { COLUMNS, HEADINGS } from '../model/hand-sheet.ts'

/** A workbook of figures: first what it would do, then written. */
export function HandImport({ unitId }: { unitId: string }) {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [outcome, setOutcome] = useState<SheetOutcome | null>(null)
  const upload = useUpload(importHandFigures, { invalidate: ['indicators'], onDone: setOutcome })
  return (
    <details className="card">
      <summary>{t('indicators.hand_import')}</summary>
      <div className="stack">
        <p className="hint">{t('indicators.hand_import_note')}</p>
        <FileDrop
          label="indicators.hand_import"
          accept={['.xlsx', '.csv']}
          maxBytes={5 * 1024 * 1024}
          sending={upload.sending}
          onFiles={([picked]) => {
            if (!picked) return
            setFile(picked)
            setOutcome(null)
            void upload.send({ unitId, mode: 'preview' }, picked)
          }}
        />
        <ErrorNote error={upload.error} />
        {outcome && <Outcome outcome={outcome} />}
        {outcome && file && !outcome.written && outcome.faults.length === 0 && outcome.changed > 0 && (
          <div>
            <Button label={['indicators.hand_import_write', { changed: outcome.changed }]} busy={upload.sending !== null} onClick={() => void upload.send({ unitId, mode: 'write' }, file)} />
          </div>
        )}
      </div>
    </details>
  )
}

function Outcome({ outcome }: { outcome: SheetOutcome }) {
  const { t } = useWords()
  if (outcome.written) return <Note tone="ok">{t(['indicators.hand_import_done', { changed: outcome.changed }])}</Note>
  if (outcome.faults.length === 0) return <Note>{t(['indicators.hand_import_result', { changed: outcome.changed, same: outcome.same }])}</Note>
  return (
    <Note tone="bad" alert>
      <p>{t(['indicators.hand_import_faults', { n: outcome.faults.length }])}</p>
      <ul>
        {outcome.faults.map((fault) => (
          <li key={`${fault.row}${fault.column}`}>
            {t(['indicators.sheet_row', { row: String(fault.row), column: HEADINGS[COLUMNS.find((column) => column === fault.column) ?? 'code'], problem: t([`indicators.sheet_${fault.code}`, { value: fault.value }]) }])}
          </li>
        ))}
      </ul>
    </Note>
  )
}
