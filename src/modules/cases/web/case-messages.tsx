import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { sendMessage, type CaseView } from '../contract.ts'
import { Lines } from './case-words.tsx'
import { CommandFault } from './open-key.tsx'

/** What the reporter and the handlers write to each other; the reporter does not see who writes. */
export function CaseMessages({ view: { id: caseId, steps }, canWrite }: { view: CaseView; canWrite: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const [text, setText] = useState('')
  const send = useCommand(sendMessage, {
    invalidate: ['cases'],
    onDone: () => {
      setText('')
      showToast('cases.message_sent')
    },
  })
  const messages = steps.flatMap(({ id, at, by, body }) => (body?.kind === 'message_in' || body?.kind === 'message_out' ? [{ id, at, by, text: body.text }] : []))
  const submit = () => send.mutate({ caseId, text: text.trim() })
  return (
    <section className="card stack">
      <h2>{t('cases.messages_title')}</h2>
      <p className="hint">{t('cases.messages_hint')}</p>
      {messages.map((message) => (
        <div key={message.id}>
          <b>{message.by ?? t('cases.the_reporter')}</b> <span className="hint">{format.instant(message.at)}</span>
          <Lines text={message.text} />
        </div>
      ))}
      {canWrite && (
        <>
          <AutoText label="cases.answer" value={text} onChange={setText} maxLength={5_000} rows={3} autoComplete="off" />
          <CommandFault error={send.error} onOpened={submit} />
          <div>
            <Button label="cases.send" busy={send.isPending} disabled={text.trim() === ''} onClick={submit} />
          </div>
        </>
      )}
    </section>
  )
}
