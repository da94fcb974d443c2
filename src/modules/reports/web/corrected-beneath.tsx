import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { keepConsolidation, type ConsolidationView } from '../consolidation-contract.ts'

/** So many corrections are named; of more, the newest. */
const MOST = 8

/** What beneath a frozen consolidation was corrected since, and the decision about it. */
export function CorrectedBeneath({ view }: { view: ConsolidationView }) {
  const { t } = useWords()
  const format = useFormat()
  const [isKeeping, setKeeping] = useState(false)
  if (view.corrections.length === 0) return null
  return (
    <Note tone="warn">
      <p>
        <b>{t(['reports.consolidation_corrected', { n: view.corrections.length }])}</b>
      </p>
      <ul>
        {view.corrections.slice(0, MOST).map(({ id, sourceUnitName, reason, at }) => (
          <li key={id}>{t(['reports.correction_line', { unit: sourceUnitName, time: format.instant(at), reason }])}</li>
        ))}
      </ul>
      <p>{t('reports.consolidation_corrected_do')}</p>
      <div>
        <Button small kind="secondary" label="reports.keep_consolidation" onClick={() => setKeeping(true)} />
      </div>
      {isKeeping && <KeepDialog view={view} onClose={() => setKeeping(false)} />}
    </Note>
  )
}

function KeepDialog({ view, onClose }: { view: ConsolidationView; onClose: () => void }) {
  const [note, setNote] = useState('')
  const keep = useCommand(keepConsolidation, {
    invalidate: ['reports', 'todos'],
    onDone: () => {
      showToast('reports.kept_toast')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title="reports.keep_consolidation"
      actions={<Button label="reports.keep_consolidation" busy={keep.isPending} disabled={note.trim().length < 5} onClick={() => keep.mutate({ consolidationId: view.id, note })} />}
    >
      <AutoText label="reports.keep_reason" value={note} onChange={setNote} />
      {keep.error && <ErrorNote error={keep.error} />}
    </Dialog>
  )
}
