import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { CERTAINTIES, setReference } from '#core/citations/contract.ts'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { newOperationId } from '#platform/web/operation-id.ts'
import { useCommand } from '#platform/web/operations.ts'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import type { CitationEntry } from '../citation-contract.ts'

/** What the unit says of a document of the field: until when it holds, what took its place; or one that the register lacks. */
export function ReferenceDialog({ entry, onClose }: { entry: CitationEntry | null; onClose: () => void }) {
  const { active } = useSession()
  const reference = entry?.reference ?? null
  const isOwnWord = reference?.byUnitId === active.unitId
  const [said, setSaid] = useState({
    changeId: isOwnWord && reference?.changeId ? reference.changeId : newOperationId(),
    type: entry?.type ?? '',
    number: entry?.number ?? '',
    symbol: entry?.symbol ?? '',
    date: entry?.date ?? null,
    issuer: entry?.issuer ?? '',
    title: entry?.title ?? '',
    from: reference?.from ?? null,
    until: reference?.until ?? null,
    replacedBy: reference?.replacedBy ?? '',
    source: isOwnWord ? reference.source : '',
    sure: isOwnWord ? reference.sure : ('verified' as const),
    dropped: reference?.dropped ?? false,
  })
  const save = useCommand(setReference, {
    invalidate: ['documents'],
    onDone: () => {
      showToast('documents.reference_saved')
      onClose()
    },
  })
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const isReady = [said.type, said.number, said.symbol, said.issuer, said.title, said.source].every((value) => value.trim() !== '')
  const submit = () => save.mutate({ unitId: active.unitId, ...said, replacedBy: said.replacedBy.trim() || null })
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={reference ? 'documents.reference_edit' : 'documents.reference_add'}
      actions={<Button label="documents.save" busy={save.isPending} disabled={!isReady} onClick={submit} />}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) submit()
        }}
      >
        <FieldRow>
          <TextInput label="documents.doc_type" value={said.type} onChange={(type) => change({ type })} maxLength={100} required />
          <TextInput label="documents.number" value={said.number} onChange={(number) => change({ number })} maxLength={30} required />
          <TextInput label="documents.symbol" value={said.symbol} onChange={(symbol) => change({ symbol })} maxLength={60} required />
        </FieldRow>
        <FieldRow>
          <DateInput label="documents.issued_on" optional value={said.date} onChange={(date) => change({ date })} />
          <TextInput label="documents.issuer" value={said.issuer} onChange={(issuer) => change({ issuer })} maxLength={300} required />
        </FieldRow>
        <TextInput label="documents.subject" value={said.title} onChange={(title) => change({ title })} maxLength={1000} required />
        <FieldRow>
          <DateInput label="documents.reference_from" optional value={said.from} onChange={(from) => change({ from })} />
          <DateInput label="documents.reference_last_day" optional value={said.until} onChange={(until) => change({ until })} />
        </FieldRow>
        <TextInput label="documents.reference_replaced_by" optional value={said.replacedBy} onChange={(replacedBy) => change({ replacedBy })} maxLength={200} />
        <TextInput label="documents.reference_source" hint="documents.reference_source_hint" value={said.source} onChange={(source) => change({ source })} maxLength={300} required />
        <RadioCards legend="documents.reference_sure" value={said.sure} onChange={(sure) => change({ sure })} choices={CERTAINTIES.map((value) => ({ value, label: `documents.sure_${value}` as const }))} />
        {reference && <Checkbox label="documents.reference_dropped" checked={said.dropped} onChange={(dropped) => change({ dropped })} />}
        <ErrorNote error={save.error} />
      </form>
    </Dialog>
  )
}
