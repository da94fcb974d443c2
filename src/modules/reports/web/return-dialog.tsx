import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import { returnReport, type ReportView } from '../contract.ts'
import { sectionsOf } from '../model/form.ts'

const PHRASES = ['reports.phrase_figures', 'reports.phrase_evidence', 'reports.phrase_text'] as const

/** Returns a report: a reason, comments on the parts that open again, and a day. */
export function ReturnDialog({ report, onClose, onReturned }: { report: ReportView; onClose: () => void; onReturned: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [comments, setComments] = useState<Readonly<Record<string, string>>>({})
  const [answerBy, setAnswerBy] = useState<string | null>(null)
  const send = useCommand(returnReport, { invalidate: ['reports', 'todos'], onDone: onReturned })
  const parts = sectionsOf(report.form.sections).flatMap(({ number, section }) => section.parts.map((part) => ({ value: part.key, text: `${number}. ${part.kind === 'table' ? `${part.table.code}. ${part.table.title}` : part.kind === 'text' ? part.ask : section.title}` })))
  const named = new Map(parts.map(({ value, text }) => [value, text]))
  const written = Object.entries(comments).flatMap(([field, text]) => (text.trim() === '' ? [] : [{ field, text: text.trim() }]))
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={['reports.return_title', { unit: report.unitName }]}
      actions={
        <Button kind="danger" label="reports.return" busy={send.isPending} disabled={reason.trim().length < 5} onClick={() => send.mutate({ reportId: report.id, number: report.version, reason: reason.trim(), comments: written, answerBy })} />
      }
    >
      <AutoText label="reports.return_reason" value={reason} onChange={setReason} rows={3} />
      <div className="row" role="group" aria-label={t('reports.return_phrases')}>
        {PHRASES.map((phrase) => (
          <Button key={phrase} small kind="ghost" label={phrase} onClick={() => setReason(`${reason} ${t(phrase)}`.trim())} />
        ))}
      </div>
      <Select
        label="reports.return_fields"
        hint="reports.return_fields_hint"
        empty="reports.return_part"
        value=""
        onChange={(key) => key && setComments({ ...comments, [key]: comments[key] ?? '' })}
        choices={parts.filter(({ value }) => comments[value] === undefined)}
      />
      {Object.entries(comments).map(([key, text]) => (
        <AutoText key={key} label={['reports.return_comment', { part: named.get(key) ?? key }]} value={text} onChange={(value) => setComments({ ...comments, [key]: value })} />
      ))}
      <DateInput label="reports.answer_by" optional value={answerBy} onChange={setAnswerBy} min={today()} />
      {send.error && <ErrorNote error={send.error} />}
    </Dialog>
  )
}
