import { type FormEvent, useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useGo, useListState } from '#platform/web/location.ts'
import { useCommand } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import { createDraft } from '../contract.ts'
import { DOCUMENT_TYPE_NAMES, type DocumentType } from '../model/document-types.ts'
import { EMPTY_READING } from '../model/reading.ts'

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
    const { unitName } = active
    const header = { ...EMPTY_READING.header, docType, title: subject.trim(), issuer: unitName.toLocaleUpperCase('vi'), issuerName: unitName }
    create.mutate({ unitId: active.unitId, direction, reading: { ...EMPTY_READING, header } })
  }
  return (
    <>
      <PageHead title={`documents.new_${direction}`} trail={[{ to: '/van-ban', text: t('documents.title') }]} />
      <form className="card stack" onSubmit={submit} noValidate>
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
    </>
  )
}
