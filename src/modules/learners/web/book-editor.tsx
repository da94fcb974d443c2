import { useEffect, useMemo, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { DraftNotice } from '#platform/web/draft-notice.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { ReasonDialog } from '#platform/web/reason-dialog.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useDraft } from '#platform/web/use-draft.ts'
import { useWords } from '#platform/web/words.ts'
import { saveBook, type Book, type FileReading } from '../contract.ts'
import { checkBook, type Fault } from '../model/check-book.ts'
import { columnsOf, type SnapshotKind } from '../model/columns.ts'
import { schoolYearName } from '../model/school-year.ts'
import { FILE_READ } from './book-file.tsx'
import { CountTable } from './count-table.tsx'
import { type CellFault, draftOf, type DraftBook, emptyClass, newId, readDraft } from './draft-book.ts'
import { DropoutTable } from './dropout-table.tsx'
import { LastYear } from './last-year.tsx'

interface BookEditorProps {
  book: Book
  place: { readonly unitId: string; readonly schoolYear: number; readonly kind: SnapshotKind }
}

/** The register of a school at one point of a year. */
export function BookEditor({ book, place }: BookEditorProps) {
  const { t } = useWords()
  const { kind } = place
  const saved = useMemo<DraftBook>(() => ({ onDay: book.snapshot?.onDay ?? book.usualDay, classes: book.classes.map((row) => draftOf(kind, row)), dropouts: book.dropouts }), [book, kind])
  const [draft, setDraft] = useState(saved)
  const [shown, setShown] = useState<readonly Fault[]>([])
  const [isAsking, setAsking] = useState(false)
  const isSaved = JSON.stringify(draft) === JSON.stringify(saved)
  const kept = useDraft(`learners.${place.unitId}.${place.schoolYear}.${kind}`, draft, isSaved)
  const save = useCommand(saveBook, { invalidate: ['learners', 'indicators', 'reports'], onDone: () => showToast('learners.saved') })
  const read = readDraft(kind, draft.classes)
  const isFinal = book.snapshot?.state === 'final'
  const change = (part: Partial<DraftBook>) => setDraft({ ...draft, ...part })

  useEffect(() => {
    const use = (event: Event) => {
      const { classes, dropouts } = (event as CustomEvent<FileReading>).detail
      setDraft((before) => ({ ...before, classes: classes.map((row) => draftOf(kind, row)), dropouts }))
    }
    window.addEventListener(FILE_READ, use)
    return () => window.removeEventListener(FILE_READ, use)
  }, [kind])

  const send = (state: 'draft' | 'final', reason: string | null = null) => {
    const faults = state === 'final' ? checkBook(kind, read.classes, draft.dropouts) : []
    setShown(faults)
    if (faults.length > 0 || read.faults.length > 0) return
    if (state === 'final' && isFinal && book.holders.length > 0 && reason === null) return setAsking(true)
    save.mutate({ ...place, onDay: draft.onDay, state, revision: book.snapshot?.revision ?? 0, classes: read.classes.map((row) => ({ ...row, numbers: { ...row.numbers } })), dropouts: draft.dropouts.filter(({ classId }) => draft.classes.some(({ id }) => id === classId)), reason })
    setAsking(false)
  }
  const marked = new Set([...read.faults.map(({ classId, column }) => `${classId} ${column}`), ...shown.map(({ classId, column }) => `${classId} ${column}`)])
  return (
    <div className="stack">
      <BookHead book={book} onDay={draft.onDay} onChange={(onDay) => change({ onDay })} />
      {book.canEdit ? <DraftNotice draft={kept} onUse={setDraft} /> : <Note>{t('learners.read_only')}</Note>}
      {draft.classes.length === 0 && book.canEdit && <Note>{t('learners.empty')}</Note>}
      {draft.classes.length > 0 && <CountTable kind={kind} grades={book.grades} classes={draft.classes} marked={marked} readOnly={!book.canEdit} onChange={(classes) => change({ classes })} />}
      {book.canEdit && (
        <div className="row">
          <Button kind="secondary" icon="plus" label="learners.add_class" onClick={() => change({ classes: [...draft.classes, emptyClass(draft.classes.at(-1)?.grade ?? '')] })} />
          {draft.classes.length === 0 && book.latest && (
            <Button kind="secondary" label={['learners.copy_classes', { year: schoolYearName(book.latest.schoolYear) }]} onClick={() => change({ classes: book.latest!.classes.map(({ grade, name }) => ({ ...emptyClass(grade, name), id: newId() })) })} />
          )}
        </div>
      )}
      {book.canEdit && draft.classes.length > 0 && <p className="hint">{t('learners.keys_hint')} {kind === 'end' && t('learners.due_hint')}</p>}
      {kind === 'end' && (draft.classes.length > 0 || draft.dropouts.length > 0) && <DropoutTable classes={draft.classes} dropouts={draft.dropouts} readOnly={!book.canEdit} onChange={(dropouts) => change({ dropouts })} />}
      <FaultList draft={draft} kind={kind} faults={shown} cells={read.faults} />
      <ErrorNote error={save.error} />
      {book.canEdit && (
        <div className="row">
          <Button label={isFinal ? 'learners.save_correction' : 'learners.finalize'} busy={save.isPending} disabled={draft.classes.length === 0 || draft.onDay > today() || (isFinal && isSaved)} onClick={() => send('final')} />
          {!isFinal && <Button kind="secondary" label="learners.save_draft" busy={save.isPending} disabled={isSaved} onClick={() => send('draft')} />}
        </div>
      )}
      {book.lastYear && <LastYear lastYear={book.lastYear} classes={read.classes} grades={book.grades} />}
      {isAsking && (
        <ReasonDialog title="learners.correction_title" label="learners.correction_reason" action="learners.save_correction" isBusy={save.isPending} error={null} onClose={() => setAsking(false)} onDone={(reason) => send('final', reason)}>
          <Holders holders={book.holders} />
        </ReasonDialog>
      )}
    </div>
  )
}

function BookHead({ book, onDay, onChange }: { book: Book; onDay: string; onChange: (day: string) => void }) {
  const format = useFormat()
  const state = book.snapshot?.state ?? 'none'
  return (
    <FieldRow>
      <DateInput label="learners.on_day" hint={['learners.usual_day', { day: format.day(book.usualDay), source: book.usualDaySource }]} value={onDay} disabled={!book.canEdit} onChange={(day) => day && onChange(day)} />
      <p>
        <Tag tone={state === 'final' ? 'ok' : state === 'draft' ? 'warn' : 'mute'} label={`learners.state_${state}`} />
      </p>
    </FieldRow>
  )
}

interface FaultListProps {
  draft: DraftBook
  kind: SnapshotKind
  faults: readonly Fault[]
  cells: readonly CellFault[]
}

function FaultList({ draft, kind, faults, cells }: FaultListProps) {
  const { t } = useWords()
  if (faults.length + cells.length === 0) return null
  const nameOf = (classId: string | null) => draft.classes.find(({ id }) => id === classId)?.name || t('learners.unnamed')
  const columnName = (column: string | null) => {
    const found = columnsOf(kind).find(({ key }) => key === column)
    if (found) return `${t(`learners.group_${found.group}`)}, ${t(`learners.part_${found.part === '' ? 'whole' : found.part}`)}`
    return t(column === 'grade' ? 'learners.grade' : column === 'dropouts' ? 'learners.dropouts' : 'learners.class')
  }
  const line = (classId: string | null, column: string | null, what: string) => (classId === null ? what : t('learners.fault_of', { name: nameOf(classId), column: columnName(column), what }))
  return (
    <Note tone="bad" alert>
      <p>{t('learners.faults_title', { count: faults.length + cells.length })}</p>
      <ul>
        {cells.map((cell) => (
          <li key={`${cell.classId} ${cell.column}`}>{line(cell.classId, cell.column, t(`learners.count.${cell.fault}`, { value: cell.value }))}</li>
        ))}
        {faults.map((fault) => (
          <li key={`${fault.classId} ${fault.column} ${fault.code}`}>{line(fault.classId, fault.column, t(`learners.fault.${fault.code}`))}</li>
        ))}
      </ul>
    </Note>
  )
}

/** Which reports stand on the figures. */
function Holders({ holders }: { holders: Book['holders'] }) {
  const { t } = useWords()
  return (
    <>
      <p>{t('learners.frozen', { count: holders.length })}</p>
      <ul>
        {holders.map((holder) => (
          <li key={holder.holderId}>{t('learners.frozen_one', { title: holder.title, unit: holder.unitName })}</li>
        ))}
      </ul>
    </>
  )
}
