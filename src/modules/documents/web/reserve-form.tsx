import { type FormEvent, useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { reserveNumber } from '../number-contract.ts'
import { DOCUMENT_TYPE_NAMES, type DocumentType } from '../model/document-types.ts'
import './documents.css'

/** A number for a document that is written on paper. */
export function ReserveForm({ year }: { year: number }) {
  const { t } = useWords()
  const { active } = useSession()
  const [docType, setDocType] = useState<DocumentType>('Kế hoạch')
  const [number, setNumber] = useState('')
  const [note, setNote] = useState('')
  const reserve = useCommand(reserveNumber, {
    invalidate: ['documents'],
    onDone: ({ numberText }) => {
      setNumber('')
      setNote('')
      showToast(['documents.reserved', { number: numberText }])
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reserve.mutate({ unitId: active.unitId, docType, year, note, ...(number.trim() ? { number } : {}) })
  }
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{t('documents.reserve')}</h2>
      <div className="field-row">
        <Select label="documents.doc_type" value={docType} onChange={setDocType} choices={DOCUMENT_TYPE_NAMES.map((name) => ({ value: name, text: name }))} />
        <TextInput label="documents.reserve_number" optional value={number} onChange={setNumber} maxLength={10} />
        <TextInput label="documents.reserve_note" value={note} onChange={setNote} required maxLength={300} />
      </div>
      <ErrorNote error={reserve.error} />
      <div>
        <Button type="submit" kind="secondary" label="documents.reserve_do" busy={reserve.isPending} />
      </div>
    </form>
  )
}
