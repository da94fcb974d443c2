import { type FormEvent, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { changeEntry, type DocumentView } from '../contract.ts'
import { URGENCIES } from '../model/register.ts'

/** The columns of the register that the clerk keeps by hand. */
export function EntryForm({ document, isLocked }: { document: DocumentView; isLocked: boolean }) {
  const { t } = useWords()
  const { urgency, handledBy, copyKeeper, copies, forwardedOn, receiptBy, note } = document
  const [entry, setEntry] = useState({ urgency, handledBy, copyKeeper, copies, forwardedOn, receiptBy, note })
  const save = useCommand(changeEntry, { invalidate: ['documents'], onDone: () => showToast('documents.entry_saved') })
  const set = (change: Partial<typeof entry>) => setEntry({ ...entry, ...change })
  const text = (name: 'handledBy' | 'copyKeeper' | 'receiptBy' | 'note') => ({
    label: `documents.register.${name}` as const,
    value: entry[name] ?? '',
    onChange: (value: string) => set({ [name]: value }),
    disabled: isLocked,
    optional: true,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const orNull = (value: string | null) => value?.trim() || null
    save.mutate({
      documentId: document.id,
      ...entry,
      handledBy: orNull(entry.handledBy),
      copyKeeper: orNull(entry.copyKeeper),
      receiptBy: orNull(entry.receiptBy),
      note: orNull(entry.note),
    })
  }
  return (
    <details className="card">
      <summary>
        <h2 className="in-summary">{t('documents.entry')}</h2>
      </summary>
      <form className="stack" onSubmit={submit}>
        <div className="field-row">
          <Select
            label="documents.urgency"
            value={entry.urgency}
            disabled={isLocked}
            onChange={(value) => set({ urgency: value })}
            choices={URGENCIES.map((value) => ({ value, label: `documents.urgency_${value}` }))}
          />
          {document.direction === 'incoming' ? (
            <TextInput {...text('handledBy')} maxLength={300} />
          ) : (
            <>
              <TextInput {...text('copyKeeper')} maxLength={300} />
              <NumberInput label="documents.register.copies" optional min={0} value={entry.copies} onChange={(value) => set({ copies: value })} disabled={isLocked} />
            </>
          )}
          <DateInput label="documents.register.forwardedOn" optional value={entry.forwardedOn} onChange={(value) => set({ forwardedOn: value })} disabled={isLocked} />
          <TextInput {...text('receiptBy')} maxLength={300} />
          <TextInput {...text('note')} maxLength={1_000} />
        </div>
        <ErrorNote error={save.error} />
        {!isLocked && (
          <div>
            <Button type="submit" kind="secondary" label="documents.save" busy={save.isPending} />
          </div>
        )}
      </form>
    </details>
  )
}
