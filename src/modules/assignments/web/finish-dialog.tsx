import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { finishAssignment, type AssignmentDetail } from '../contract.ts'

/** What came of the work, on which day, and where it can be seen. */
export function FinishDialog({ assignment, onClose }: { assignment: AssignmentDetail; onClose: () => void }) {
  const [product, setProduct] = useState(assignment.product ?? '')
  const [link, setLink] = useState('')
  const [doneOn, setDoneOn] = useState<string | null>(today())
  const finish = useCommand(finishAssignment, {
    invalidate: ['assignments', 'todos', 'agenda', 'facts', 'indicators'],
    onDone: () => {
      showToast('assignments.finished')
      onClose()
    },
  })
  const address = link.trim() === '' || /^https?:\/\//.test(link.trim()) ? link.trim() : `https://${link.trim()}`
  const submit = () => finish.mutate({ assignmentId: assignment.id, product, link: address || null, ...(doneOn ? { doneOn } : {}) })
  return (
    <Dialog
      open
      onClose={onClose}
      title="assignments.finish_title"
      actions={
        <>
          <Button label="assignments.finish" busy={finish.isPending} disabled={product.trim() === '' || doneOn === null} onClick={submit} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <p>{assignment.text}</p>
        <AutoText label="assignments.done_product" hint="assignments.done_product_hint" value={product} onChange={setProduct} maxLength={500} />
        <DateInput label="assignments.done_day" value={doneOn} onChange={setDoneOn} max={today()} />
        <TextInput type="url" label="assignments.done_link" hint="assignments.done_link_hint" optional value={link} onChange={setLink} maxLength={490} />
        <ErrorNote error={finish.error} />
      </div>
    </Dialog>
  )
}
