import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { sentenceOf, ApiError } from '#platform/web/api-error.ts'
import { Dialog } from '#platform/web/dialog.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { nextStep, type OutboxItem } from '#platform/web/outbox/item.ts'
import { discard, putAside, sendNow, tryAgain, useDevice } from '#platform/web/outbox/device.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { ConflictChoice } from '../conflict-choice.tsx'

/** What the server has not confirmed, each with its state and what can be done. */
export default function WaitingPage() {
  const { t } = useWords()
  const { items, isSending, isKept } = useDevice()
  const waiting = items.filter((item) => item.state === 'waiting')
  return (
    <>
      <PageHead title="activities.waiting_title" actions={waiting.length > 0 && <Button label="activities.waiting_send" busy={isSending} onClick={() => void retryAll(waiting)} />} />
      <div className="stack">
        {items.length === 0 ? (
          <EmptyState title="activities.waiting_none" action={<ButtonLink to="/hoat-dong/ghi" label="activities.quick_next" icon="plus" />} />
        ) : (
          <p>{t(isKept ? 'activities.waiting_text' : 'activities.quick_not_kept')}</p>
        )}
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </div>
    </>
  )
}

async function retryAll(items: readonly OutboxItem[]): Promise<void> {
  for (const { id } of items) await tryAgain(id)
  await sendNow()
}

function Item({ item }: { item: OutboxItem }) {
  const words = useWords()
  const { t } = words
  const format = useFormat()
  const { isSending } = useDevice()
  const [isAsked, setAsked] = useState(false)
  const { problem, state } = item
  const total = item.attachments.reduce((sum, { bytes }) => sum + bytes, 0)
  const received = item.attachments.reduce((sum, attachment) => sum + attachment.received, 0)
  const step = isSending && state === 'waiting' && nextStep(item).type === 'part' && received > 0
  return (
    <section className="card stack stack-tight">
      <div className="row row-center">
        <h2 className="grow">
          <TextLink to={`/hoat-dong/${item.id}`}>{item.title}</TextLink>
        </h2>
        <Tag tone={state === 'waiting' ? 'info' : 'warn'} label={`activities.waiting_state_${state}`} />
      </div>
      <p className="hint">
        {format.instant(new Date(item.createdAt))} · {t(['activities.waiting_photos', { n: item.attachments.length }])}
        {step && ` · ${format.share(received / total, 0)}`}
      </p>
      {problem && problem.kind !== 'offline' && <p>{sentenceOf(new ApiError(problem.kind, problem.code, problem.params), words)}</p>}
      {state === 'conflict' && <ConflictChoice item={item} />}
      <div className="row">
        {state === 'aside' && <Button small label="activities.waiting_again" onClick={() => void tryAgain(item.id)} />}
        {state === 'waiting' && item.failures > 0 && <Button small kind="secondary" label="activities.waiting_aside" onClick={() => void putAside(item.id)} />}
        {state !== 'conflict' && <Button small kind="ghost-danger" label="activities.waiting_drop" onClick={() => setAsked(true)} />}
      </div>
      <Dialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title="activities.waiting_drop_title"
        actions={
          <>
            <Button kind="danger" label="activities.waiting_drop" onClick={() => void discard(item)} />
            <Button kind="secondary" label="activities.waiting_keep" onClick={() => setAsked(false)} />
          </>
        }
      >
        <p>{t(item.isSaved ? 'activities.waiting_drop_saved' : 'activities.waiting_drop_text')}</p>
      </Dialog>
    </section>
  )
}
