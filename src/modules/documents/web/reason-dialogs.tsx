import type { MessageKey } from '#platform/i18n/messages.ts'
import { useCommand } from '#platform/web/operations.ts'
import { ReasonDialog } from '#platform/web/reason-dialog.tsx'
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
  const { t } = useWords()
  return (
    <ReasonDialog
      title="documents.withdraw_title"
      label="documents.withdraw_reason"
      action="documents.withdraw"
      danger
      isBusy={run.isPending}
      error={run.error}
      onClose={onClose}
      onDone={(reason) => run.mutate({ documentId, version, reason })}
    >
      <p>{t('documents.withdraw_text')}</p>
    </ReasonDialog>
  )
}

function finish(words: MessageKey, onClose: () => void): void {
  showToast(words)
  onClose()
}
