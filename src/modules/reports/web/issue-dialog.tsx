import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { NumberInput } from '#platform/web/number-input.tsx'
import { useWords } from '#platform/web/words.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'

interface IssueDialogProps {
  title: MessageKey
  hint?: MessageKey
  busy: boolean
  error: Error | null
  onIssue: (issue: { issuedOn: string; number?: number }) => void
  onClose: () => void
}

/** Number and day of a document that is issued. */
export function IssueDialog({ title, hint, busy, error, onIssue, onClose }: IssueDialogProps) {
  const { t } = useWords()
  const [number, setNumber] = useState<number | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(today())
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button label={title} busy={busy} disabled={!issuedOn} onClick={() => issuedOn && onIssue({ issuedOn, ...(number === null ? {} : { number }) })} />}>
      <div className="stack">
        {hint && <p>{t(hint)}</p>}
        <NumberInput label="reports.issue_number" optional value={number} onChange={setNumber} min={1} max={99_999} />
        <DateInput label="reports.issue_day" value={issuedOn} onChange={setIssuedOn} />
        {error && <ErrorNote error={error} />}
      </div>
    </Dialog>
  )
}
