import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { Note } from '#platform/web/note.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { attachFile } from '../incoming-contract.ts'
import { MOST_BYTES } from './accepted-files.ts'

/** A scan has no text: it is typed, or its Word file is added. */
export function ScanNotice({ documentId, canEdit, onAdded }: { documentId: string; canEdit: boolean; onAdded: () => void }) {
  const { t } = useWords()
  const { send, sending, error, forget, cancel } = useUpload(attachFile, { invalidate: ['documents', 'todos'], onDone: onAdded })
  return (
    <Note tone="warn">
      <h2>{t('documents.scan_title')}</h2>
      <p>{t('documents.scan_text')}</p>
      {canEdit && (
        <FileDrop
          label="documents.scan_add"
          accept={['.docx', '.pdf', '.txt']}
          maxBytes={MOST_BYTES}
          sending={sending}
          onCancel={cancel}
          onFiles={([file]) => file && void send({ documentId }, file)}
          onRefused={forget}
        />
      )}
      <ErrorNote error={error} />
    </Note>
  )
}
