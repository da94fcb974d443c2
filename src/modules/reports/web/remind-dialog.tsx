import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { previewReminder, remindUnits } from '../board-contract.ts'
import type { RoundSummary } from '../round-contract.ts'
import { REMINDER_FIELDS, usualReminder } from '../model/reminder.ts'

/** So many units are shown in the preview; the others get the same text with their own words. */
const SHOWN = 5

/** Words a reminder, shows how it reads for each unit, and sends it. */
export function RemindDialog({ round, reportIds, onClose }: { round: RoundSummary; reportIds: readonly string[]; onClose: () => void }) {
  const { t } = useWords()
  const [text, setText] = useState(() => usualReminder(round.title))
  const [again, setAgain] = useState(false)
  const input = { roundId: round.id, reportIds: [...reportIds], text }
  const read = useOperation(previewReminder, input, { keepPrevious: true, enabled: text.trim().length >= 10 })
  const send = useCommand(remindUnits, {
    invalidate: ['reports', 'todos'],
    onDone: () => {
      showToast('reports.remind_sent')
      onClose()
    },
  })
  const recent = read.data?.recent ?? 0
  const units = read.data?.units.length ?? 0
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={['reports.remind_title', { n: read.data ? units : reportIds.length }]}
      actions={<Button label="reports.remind_send" busy={send.isPending} disabled={text.trim().length < 10 || units === 0 || (recent > 0 && !again)} onClick={() => send.mutate({ ...input, again })} />}
    >
      <AutoText label="reports.remind_text" hint={['reports.remind_hint', { fields: REMINDER_FIELDS.join(' ') }]} value={text} onChange={setText} rows={4} maxLength={1500} />
      <p className="hint">{t('reports.remind_channels')}</p>
      <OperationView read={read}>
        {(preview) => (
          <div className="stack">
            {preview.recent > 0 && (
              <Note tone="warn">
                <p>{t(['reports.remind_recent', { n: preview.recent }])}</p>
                <Checkbox label="reports.remind_again" checked={again} onChange={setAgain} />
              </Note>
            )}
            {preview.nothingDue.length > 0 && <p className="hint">{t(['reports.remind_skipped', { n: preview.nothingDue.length }])}</p>}
            <h3>{t('reports.remind_preview')}</h3>
            <ul className="report-checks">
              {preview.units.slice(0, SHOWN).map((unit) => (
                <PreviewLine key={unit.reportId} unit={unit} />
              ))}
            </ul>
            {preview.units.length > SHOWN && <p className="hint">{t(['reports.remind_more', { n: preview.units.length - SHOWN }])}</p>}
          </div>
        )}
      </OperationView>
      {send.error && <ErrorNote error={send.error} />}
    </Dialog>
  )
}

function PreviewLine({ unit }: { unit: { unitName: string; text: string; remindedAt: Date | null } }) {
  const format = useFormat()
  const copy = () => void navigator.clipboard.writeText(unit.text).then(() => showToast('reports.remind_copied'))
  return (
    <li>
      <b>{unit.unitName}</b> {unit.remindedAt && <span className="hint">{format.instant(unit.remindedAt)}</span>}
      <p>{unit.text}</p>
      <Button small kind="ghost" label="reports.remind_copy" onClick={copy} />
    </li>
  )
}
