import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { DownloadLink } from '#platform/web/link.tsx'
import { Note } from '#platform/web/note.tsx'
import { type Column, Table } from '#platform/web/table.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { readFile, type Book, type FileReading } from '../contract.ts'
import type { SnapshotKind } from '../model/columns.ts'

const MOST_BYTES = 5 * 1024 * 1024
/** Tells the table on the same page what was read; nothing is sent. */
export const FILE_READ = 'learners:file-read'

interface BookFileProps {
  book: Book
  place: { readonly unitId: string; readonly schoolYear: number; readonly kind: SnapshotKind }
}

/** The register as a file, out and in. */
export function BookFile({ book, place }: BookFileProps) {
  const [isOpen, setOpen] = useState(false)
  const path = `/api/units/${place.unitId}/learners/${place.schoolYear}/${place.kind}/si-so.xlsx`
  return (
    <>
      <DownloadLink href={path} label="learners.download" />
      {book.canEdit && <Button kind="secondary" icon="upload" label="learners.file" onClick={() => setOpen(true)} />}
      {isOpen && <FileDialog place={place} onClose={() => setOpen(false)} />}
    </>
  )
}

function FileDialog({ place, onClose }: { place: BookFileProps['place']; onClose: () => void }) {
  const { t } = useWords()
  const [reading, setReading] = useState<FileReading | null>(null)
  const read = useUpload(readFile, { onDone: setReading })
  const send = ([file]: readonly File[]) => {
    setReading(null)
    if (file) void read.send({ unitId: place.unitId, schoolYear: String(place.schoolYear), kind: place.kind }, file)
  }
  const use = () => {
    window.dispatchEvent(new CustomEvent(FILE_READ, { detail: reading }))
    onClose()
  }
  const count = reading?.faults.length ?? 0
  return (
    <Dialog open onClose={onClose} title="learners.file" wide actions={reading && reading.classes.length > 0 && <Button label="learners.file_use" onClick={use} />}>
      <div className="stack">
        <p className="hint">{t('learners.file_hint')}</p>
        <FileDrop label="learners.file" accept={['.xlsx']} maxBytes={MOST_BYTES} onFiles={send} sending={read.sending} />
        <ErrorNote error={read.error} />
        {reading && reading.classes.length > 0 && <Note tone={count > 0 ? 'warn' : 'ok'}>{t('learners.file_read', { classes: reading.classes.length, dropouts: reading.dropouts.length })}</Note>}
        {reading && count > 0 && <FaultTable faults={reading.faults} />}
      </div>
    </Dialog>
  )
}

type Fault = FileReading['faults'][number]

function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t } = useWords()
  const columns: readonly Column<Fault>[] = [
    { key: 'cell', header: 'learners.file_cell', isName: true, cell: (fault) => fault.cell ?? '—' },
    { key: 'sheet', header: 'learners.file_sheet', cell: (fault) => fault.sheet || '—' },
    { key: 'what', header: 'learners.file_what', cell: (fault) => t(`learners.file.${fault.code}` as MessageKey, fault.params) },
  ]
  return <Table caption={['learners.file_faults', { count: faults.length }]} columns={columns} rows={faults.slice(0, 200)} keyOf={(fault) => `${fault.sheet} ${fault.cell} ${fault.code} ${JSON.stringify(fault.params)}`} cards />
}
