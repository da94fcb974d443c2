import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import type { BoardRow } from '../board-contract.ts'
import { exemptReport, extendReport } from '../round-contract.ts'

/** Gives one unit more time, or lets it off, with the reason. */
export function AllowDialog({ what, row, onClose }: { what: 'extend' | 'exempt'; row: BoardRow; onClose: () => void }) {
  const { t } = useWords()
  const [until, setUntil] = useState<string | null>(row.extendedUntil)
  const [reason, setReason] = useState('')
  const after = { invalidate: ['reports', 'todos'], onDone: onClose }
  const extend = useCommand(extendReport, after)
  const exempt = useCommand(exemptReport, after)
  const { reportId } = row
  const isReady = reason.trim().length >= 3 && (what === 'exempt' || until !== null)
  const act = () => (what === 'exempt' ? exempt.mutate({ reportId, reason }) : until && extend.mutate({ reportId, until, reason }))
  const error = extend.error ?? exempt.error
  return (
    <Dialog
      open
      onClose={onClose}
      title={what === 'extend' ? 'reports.extend' : 'reports.exempt'}
      actions={<Button label={what === 'extend' ? 'reports.extend' : 'reports.exempt'} busy={extend.isPending || exempt.isPending} disabled={!isReady} onClick={act} />}
    >
      <div className="stack">
        <p>
          <b>{row.unitName}</b>
        </p>
        <p className="hint">{t(what === 'extend' ? 'reports.extend_hint' : 'reports.exempt_hint')}</p>
        {what === 'extend' && <DateInput label="reports.extend_until" value={until} onChange={setUntil} min={today()} />}
        <AutoText label="reports.reason" value={reason} onChange={setReason} maxLength={500} />
        {error && <ErrorNote error={error} />}
      </div>
    </Dialog>
  )
}
