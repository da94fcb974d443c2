import { useState } from 'react'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { returnDocument, withdrawDocument, type DocumentView } from '../contract.ts'

interface StepDialogProps {
  document: DocumentView
  onClose: () => void
}

export function ReturnDialog({ document, onClose }: StepDialogProps) {
  const run = useCommand(returnDocument, { invalidate: ['documents', 'todos'], onDone: () => finish('documents.returned', onClose) })
  const { id: documentId, version } = document
  return (
    <ReasonDialog
      title="documents.return_title"
      label="documents.return_note"
      action="documents.return"
      isBusy={run.isPending}
      error={run.error}
      onClose={onClose}
      onDone={(note) => run.mutate({ documentId, version, note })}
    />
  )
}

export function WithdrawDialog({ document, onClose }: StepDialogProps) {
  const run = useCommand(withdrawDocument, { invalidate: ['documents', 'todos', 'plans'], onDone: () => finish('documents.withdrawn', onClose) })
  const { id: documentId, version } = document
  return (
    <ReasonDialog
      title="documents.withdraw_title"
      text="documents.withdraw_text"
      label="documents.withdraw_reason"
      action="documents.withdraw"
      danger
      isBusy={run.isPending}
      error={run.error}
      onClose={onClose}
      onDone={(reason) => run.mutate({ documentId, version, reason })}
    />
  )
}

function finish(words: MessageKey, onClose: () => void): void {
  showToast(words)
  onClose()
}

interface ReasonDialogProps {
  title: MessageKey
  text?: MessageKey
  label: MessageKey
  action: MessageKey
  danger?: boolean
  isBusy: boolean
  error: unknown
  onClose: () => void
  onDone: (reason: string) => void
}

function ReasonDialog({ title, text, label, action, danger, isBusy, error, onClose, onDone }: ReasonDialogProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind={danger ? 'danger' : 'primary'} label={action} busy={isBusy} disabled={reason.trim() === ''} onClick={() => onDone(reason)} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      {text && <p>{t(text)}</p>}
      <AutoText label={label} value={reason} onChange={setReason} maxLength={2_000} rows={3} />
      <ErrorNote error={error} />
    </Dialog>
  )
}
