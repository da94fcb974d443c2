import { useState, type ReactNode } from 'react'
import type { MessageKey } from '../i18n/messages.ts'
import { AutoText } from './auto-text.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNote } from './error-state.tsx'

interface ReasonDialogProps {
  title: MessageKey
  /** The name of the field. */
  label: MessageKey
  action: MessageKey
  danger?: boolean
  /** Letters without which it is no reason. */
  least?: number
  isBusy: boolean
  error: unknown
  onClose: () => void
  onDone: (reason: string) => void
  /** What the step does, above the field. */
  children?: ReactNode
}

/** A step that wants a reason, which stays in the history. */
export function ReasonDialog({ title, label, action, danger, least = 1, isBusy, error, onClose, onDone, children }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind={danger ? 'danger' : 'primary'} label={action} busy={isBusy} disabled={reason.trim().length < least} onClick={() => onDone(reason.trim())} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        {children}
        <AutoText label={label} value={reason} onChange={setReason} maxLength={2_000} rows={3} />
        <ErrorNote error={error} />
      </div>
    </Dialog>
  )
}
