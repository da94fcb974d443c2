import { type FormEvent, useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { useGo, useListState } from '#platform/web/location.ts'
import { useCommand } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { createDraft } from '../contract.ts'
import { draftFromFile } from '../incoming-contract.ts'
import { DOCUMENT_TYPE_NAMES, type DocumentType } from '../model/document-types.ts'
import { EMPTY_READING, issuedBy } from '../model/reading.ts'
import { ACCEPTED, MOST_BYTES } from './accepted-files.ts'

export default function DraftPage() {
  const { t } = useWords()
  const go = useGo()
  const { active } = useSession()
  const [{ so }] = useListState({ so: 'outgoing' })
  const direction = so === 'internal' ? 'internal' : 'outgoing'
  const [docType, setDocType] = useState<DocumentType | ''>('')
  const [subject, setSubject] = useState('')
  const [isTried, setTried] = useState(false)
  const create = useCommand(createDraft, { invalidate: ['documents'], onDone: ({ documentId }) => go(`/van-ban/${documentId}`, { replace: true }) })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (docType === '' || subject.trim() === '') return
    const header = { ...EMPTY_READING.header, docType, title: subject.trim() }
    create.mutate({ unitId: active.unitId, direction, reading: issuedBy({ ...EMPTY_READING, header }, active.unitName) })
  }
  return (
    <>
      <PageHead title={`documents.new_${direction}`} trail={[{ to: '/van-ban', text: t('documents.title') }]} />
      <div className="stack">
        <FromFile direction={direction} />
        <form className="card stack" onSubmit={submit} noValidate>
          <h2>{t('documents.draft_empty')}</h2>
          <Select
            label="documents.doc_type"
            empty="kit.choose"
            value={docType}
            onChange={setDocType}
            error={isTried && docType === '' ? 'documents.draft_type_missing' : null}
            choices={DOCUMENT_TYPE_NAMES.map((name) => ({ value: name, text: name }))}
          />
          <AutoText
            label="documents.subject"
            value={subject}
            onChange={setSubject}
            maxLength={2_000}
            error={isTried && subject.trim() === '' ? 'documents.draft_subject_missing' : null}
          />
          <ErrorNote error={create.error} />
          <div>
            <Button type="submit" label="documents.draft_start" busy={create.isPending} />
          </div>
        </form>
      </div>
    </>
  )
}

/** What was written in Word is read and goes on here, to be approved, numbered and issued. */
function FromFile({ direction }: { direction: 'outgoing' | 'internal' }) {
  const { t } = useWords()
  const go = useGo()
  const { active } = useSession()
  const { send, sending, error, forget, cancel } = useUpload(draftFromFile, { invalidate: ['documents'], onDone: ({ documentId }) => go(`/van-ban/${documentId}`, { replace: true }) })
  return (
    <section className="card stack">
      <h2>{t('documents.draft_from_file')}</h2>
      <p>{t('documents.draft_from_file_text')}</p>
      <FileDrop
        label="documents.draft_file"
        accept={ACCEPTED}
        maxBytes={MOST_BYTES}
        sending={sending}
        onCancel={cancel}
        onFiles={([file]) => file && void send({ unitId: active.unitId, direction }, file)}
        onRefused={forget}
      />
      {sending?.share === 1 && !sending.pages && <output>{t('documents.upload_reading', { name: sending.name })}</output>}
      <ErrorNote error={error} />
    </section>
  )
}
