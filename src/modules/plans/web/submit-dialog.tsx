import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import { canSubmit, type PlanCheck } from '../model/check-plan.ts'
import { CheckList } from './check-list.tsx'

interface SubmitDialogProps {
  checks: readonly PlanCheck[]
  isBusy: boolean
  onSubmit: () => void
  onOpenLine: (nodeId: string) => void
  onClose: () => void
}

/** What is open before the plan goes to the head: errors must be mended, the rest may go along. */
export function SubmitDialog({ checks, isBusy, onSubmit, onOpenLine, onClose }: SubmitDialogProps) {
  const { t } = useWords()
  const open = (nodeId: string) => {
    onClose()
    onOpenLine(nodeId)
  }
  return (
    <Dialog open onClose={onClose} title="plans.submit_title" wide actions={canSubmit(checks) ? <Button label="plans.submit_anyway" busy={isBusy} onClick={onSubmit} /> : <Button kind="secondary" label="plans.submit_back" onClick={onClose} />}>
      {!canSubmit(checks) && <Note tone="bad">{t('plans.submit_blocked')}</Note>}
      <CheckList checks={checks} onOpenLine={open} />
      <p className="hint">{t('plans.submit_mind')}</p>
    </Dialog>
  )
}
