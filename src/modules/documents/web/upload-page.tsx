import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { ButtonLink } from '#platform/web/link.tsx'
import { useGo } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { registerIncoming } from '../incoming-contract.ts'
import { ACCEPTED, MOST_BYTES } from './accepted-files.ts'

export default function UploadPage() {
  const { t } = useWords()
  const go = useGo()
  const { active } = useSession()
  const [twice, setTwice] = useState<{ documentId: string; earlierId: string } | null>(null)
  const { send, sending, error, forget, cancel } = useUpload(registerIncoming, {
    invalidate: ['documents', 'todos'],
    onDone: ({ documentId, duplicateOf }) => {
      if (duplicateOf === null) go(`/van-ban/${documentId}`)
      else setTwice({ documentId, earlierId: duplicateOf })
    },
  })
  const register = (file: File) => {
    setTwice(null)
    void send({ unitId: active.unitId }, file)
  }
  return (
    <>
      <PageHead title="documents.title_upload" trail={[{ to: '/van-ban', text: t('documents.title') }]} />
      <div className="card stack">
        <p>{t('documents.upload_intro')}</p>
        <FileDrop
          label="documents.upload_label"
          accept={ACCEPTED}
          maxBytes={MOST_BYTES}
          sending={sending}
          onCancel={cancel}
          onFiles={([file]) => file && register(file)}
          onRefused={forget}
        />
        {sending?.share === 1 && !sending.pages && <output>{t('documents.upload_reading', { name: sending.name })}</output>}
        <ErrorNote error={error} />
        {twice && (
          <Note tone="warn" alert>
            <p>{t('documents.upload_duplicate')}</p>
            <div className="row">
              <ButtonLink small to={`/van-ban/${twice.earlierId}`} label="documents.upload_open_earlier" />
              <ButtonLink small kind="secondary" to={`/van-ban/${twice.documentId}`} label="documents.upload_open_new" />
            </div>
          </Note>
        )}
      </div>
    </>
  )
}
