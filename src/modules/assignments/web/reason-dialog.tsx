import { useState } from 'react'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useWords } from '#platform/web/words.ts'

interface ReasonDialogProps {
  title: MessageKey
  text: MessageKey
  action: MessageKey
  danger?: boolean
  isBusy: boolean
  error: unknown
  onClose: () => void
  onDone: (reason: string) => void
}

const LEAST = 5

/** A step that wants a reason, which stays in the history. */
export function ReasonDialog({ title, text, action, danger, isBusy, error, onClose, onDone }: ReasonDialogProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind={danger ? 'danger' : 'primary'} label={action} busy={isBusy} disabled={reason.trim().length < LEAST} onClick={() => onDone(reason)} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <p>{t(text)}</p>
        <AutoText label="assignments.reason" value={reason} onChange={setReason} maxLength={500} rows={3} />
        <ErrorNote error={error} />
      </div>
    </Dialog>
  )
}
