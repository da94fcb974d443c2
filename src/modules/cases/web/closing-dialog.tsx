import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { askClosing } from '../contract.ts'
import { OUTCOMES } from '../model/steps.ts'
import { CommandFault } from './open-key.tsx'

/** Asks a supervisor to look at the case and end it. */
export function ClosingDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | ''>('')
  const [note, setNote] = useState('')
  const ask = useCommand(askClosing, {
    invalidate: ['cases'],
    onDone: () => {
      showToast('cases.closing_asked')
      onClose()
    },
  })
  const send = () => outcome && ask.mutate({ caseId, outcome, note: note.trim() })
  return (
    <Dialog
      open
      onClose={onClose}
      title="cases.ask_closing"
      actions={
        <>
          <Button label="cases.ask_closing" busy={ask.isPending} disabled={outcome === '' || note.trim() === ''} onClick={send} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <p>{t('cases.closing_text')}</p>
        <Select label="cases.outcome" empty="cases.choose" value={outcome} onChange={setOutcome} choices={OUTCOMES.map((value) => ({ value, label: `cases.outcome_${value}` as const }))} />
        <AutoText label="cases.note" value={note} onChange={setNote} maxLength={5_000} rows={3} autoComplete="off" />
        <CommandFault error={ask.error} onOpened={send} />
      </div>
    </Dialog>
  )
}
