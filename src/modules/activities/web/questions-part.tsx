import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Question } from '../contract.ts'
import { answerQuestion } from '../evidence-contract.ts'

/** What looks strange, each with room for an answer; nothing of it keeps anybody from going on. */
export function QuestionsPart({ recordId, questions, canEdit }: { recordId: string; questions: readonly Question[]; canEdit: boolean }) {
  return (
    <>
      {questions.map((question) => (
        <QuestionNote key={question.key} recordId={recordId} question={question} canEdit={canEdit} />
      ))}
    </>
  )
}

function QuestionNote({ recordId, question: { key, kind, params, answer }, canEdit }: { recordId: string; question: Question; canEdit: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const [text, setText] = useState('')
  const command = useCommand(answerQuestion, { invalidate: ['activities'] })
  const day = typeof params['day'] === 'string' ? { day: format.day(params['day']) } : {}
  return (
    <Note tone={answer ? 'mute' : 'warn'}>
      <p>{t(`activities.question_${kind}`, { ...params, ...day })}</p>
      {answer && <p>{t('activities.answered', { text: answer.text, name: answer.byName ?? '—', at: format.instant(answer.at) })}</p>}
      {!answer && canEdit && (
        <div className="row row-end no-print">
          <TextInput label="activities.answer" value={text} onChange={setText} maxLength={500} />
          <Button small kind="secondary" label="activities.answer_keep" busy={command.isPending} disabled={text.trim() === ''} onClick={() => command.mutate({ recordId, key, text })} />
        </div>
      )}
      <ErrorNote error={command.error} />
    </Note>
  )
}
