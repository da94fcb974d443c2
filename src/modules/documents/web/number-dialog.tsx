import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import type { DocumentView } from '../contract.ts'
import { getSeries, numberDocument } from '../number-contract.ts'
import { numberAndSymbol, symbolOf } from '../model/number.ts'

/** Number, symbol and day; without a number the next free one is taken. */
export function NumberDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { id: documentId, version, docType } = document
  const [issuedOn, setIssuedOn] = useState(document.issuedOn ?? today())
  const [number, setNumber] = useState(document.numberText ?? '')
  const [symbol, setSymbol] = useState<string | null>(document.numberText === null ? null : document.symbol)
  const series = useOperation(getSeries, { unitId: document.unitId, year: issuedOn.slice(0, 4) }).data
  const own = series?.series.find((one) => one.series === (series.mode === 'single' ? 'all' : docType))
  const usual = symbolOf(docType ?? '', series?.unitSymbol ?? null) ?? ''
  const run = useCommand(numberDocument, {
    invalidate: ['documents', 'todos'],
    onDone: (given) => {
      showToast(['documents.number_given', { number: numberAndSymbol(given.numberText, given.symbol) ?? '' }])
      onClose()
    },
  })
  const give = () =>
    run.mutate({
      documentId,
      version,
      issuedOn,
      ...(number.trim() ? { number } : {}),
      ...(symbol?.trim() ? { symbol } : {}),
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title="documents.number_title"
      actions={
        <>
          <Button label="documents.give_number" busy={run.isPending} onClick={give} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <DateInput label="documents.issued_on" value={issuedOn} onChange={(day) => day !== null && setIssuedOn(day)} required />
        <TextInput label="documents.number" optional hint={['documents.number_next', { next: own?.next ?? '01' }]} value={number} onChange={setNumber} maxLength={10} />
        <TextInput label="documents.symbol" hint="documents.symbol_hint" value={symbol ?? usual} onChange={setSymbol} maxLength={60} />
        <ErrorNote error={run.error} />
      </div>
    </Dialog>
  )
}
