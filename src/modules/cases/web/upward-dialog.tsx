import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { reportUp } from '../contract.ts'
import { CIRCLES } from '../model/report.ts'
import { CommandFault } from './open-key.tsx'

/** Tells the body above of something grave, without identity. */
export function UpwardDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const [circle, setCircle] = useState<(typeof CIRCLES)[number]>('handlers')
  const report = useCommand(reportUp, {
    invalidate: ['cases'],
    onDone: () => {
      showToast('cases.reported_up')
      onClose()
    },
  })
  const send = () => report.mutate({ caseId, note: note.trim(), circle })
  return (
    <Dialog
      open
      onClose={onClose}
      title="cases.report_up"
      actions={
        <>
          <Button label="cases.report_up_send" busy={report.isPending} disabled={note.trim() === ''} onClick={send} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <p>{t('cases.report_up_text')}</p>
        <AutoText label="cases.report_up_note" value={note} onChange={setNote} maxLength={2_000} rows={3} autoComplete="off" />
        <Select label="cases.report_up_circle" value={circle} onChange={setCircle} choices={CIRCLES.map((value) => ({ value, label: `cases.circle_${value}` as const }))} />
        <CommandFault error={report.error} onOpened={send} />
      </div>
    </Dialog>
  )
}
