import { useState } from 'react'
import { useCan } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { approveDocument, type DocumentView } from '../contract.ts'
import { lifecycleOf, type Action } from '../model/lifecycle.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { NumberDialog } from './number-dialog.tsx'
import { ReturnDialog, WithdrawDialog } from './reason-dialogs.tsx'

type Shown = 'return' | 'number' | 'issue' | 'withdraw' | null

/** The next steps of a document that this person may take: one main button. Editing has its own. */
export function DocumentSteps({ document }: { document: DocumentView }) {
  const { t } = useWords()
  const can = useCan()
  const format = useFormat()
  const [shown, setShown] = useState<Shown>(null)
  const approve = useCommand(approveDocument, { invalidate: ['documents', 'todos'], onDone: () => showToast('documents.approved') })
  const available = lifecycleOf[document.direction].available(document.state)
  const may = (action: Action, permission: string) => available.includes(action) && can(permission)
  const hasNumber = document.numberText !== null
  const close = () => setShown(null)
  const buttons = [
    may('approve', 'documents.approve') && (
      <Button key="approve" label="documents.approve" icon="check" busy={approve.isPending} onClick={() => approve.mutate({ documentId: document.id, version: document.version })} />
    ),
    may('issue', 'documents.number') && hasNumber && <Button key="issue" label="documents.issue" icon="check" onClick={() => setShown('issue')} />,
    may('number', 'documents.number') && (
      <Button key="number" kind={hasNumber ? 'secondary' : 'primary'} label={hasNumber ? 'documents.change_number' : 'documents.give_number'} onClick={() => setShown('number')} />
    ),
    may('return', 'documents.approve') && <Button key="return" kind="secondary" icon="undo" label="documents.return" onClick={() => setShown('return')} />,
    may('withdraw', 'documents.approve') && <Button key="withdraw" kind="ghost-danger" label="documents.withdraw" onClick={() => setShown('withdraw')} />,
  ].filter(Boolean)
  return (
    <div className="stack stack-tight document-steps">
      {document.confirmedByName !== null && document.confirmedAt !== null && (
        <p className="hint">{t('documents.confirmed_by', { name: document.confirmedByName, time: format.instant(document.confirmedAt) })}</p>
      )}
      {document.approvedByName !== null && document.approvedAt !== null && (
        <p className="hint">{t('documents.approved_by', { name: document.approvedByName, time: format.instant(document.approvedAt) })}</p>
      )}
      {buttons.length > 0 && <div className="row row-center">{buttons}</div>}
      <ErrorNote error={approve.error} />
      {shown === 'return' && <ReturnDialog document={document} onClose={close} />}
      {shown === 'number' && <NumberDialog document={document} onClose={close} />}
      {shown === 'issue' && <IssueDialog document={document} onClose={close} />}
      {shown === 'withdraw' && <WithdrawDialog document={document} onClose={close} />}
    </div>
  )
}
