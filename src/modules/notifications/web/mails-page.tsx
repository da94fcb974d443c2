import './notifications.css'
import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import type { Words } from '#platform/i18n/messages.ts'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useListState } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag, type Tone } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { listMails, markTold, retryMail, type MailView } from '../contract.ts'
import { MAIL_STATES, mailLifecycle, type MailState } from '../model/mail-lifecycle.ts'

const STATE_LOOK = {
  held: { label: 'notifications.mail_held', tone: 'warn' },
  no_address: { label: 'notifications.mail_no_address', tone: 'warn' },
  waiting: { label: 'notifications.mail_waiting', tone: 'info' },
  sending: { label: 'notifications.mail_sending', tone: 'info' },
  sent: { label: 'notifications.mail_sent', tone: 'ok' },
  failed: { label: 'notifications.mail_failed', tone: 'bad' },
  told: { label: 'notifications.mail_told', tone: 'ok' },
  expired: { label: 'notifications.mail_expired', tone: 'mute' },
} as const satisfies Record<MailState, { label: Words; tone: Tone }>

/** Outgoing mail of the unit: what waits, what failed and why, to be tried again or handed on by hand. */
export default function MailsPage() {
  const { active } = useSession()
  const [list, setList] = useListState({ state: 'all', after: '' })
  const [openId, setOpenId] = useState<string | null>(null)
  const state = MAIL_STATES.find((one) => one === list.state)
  const read = useOperation(listMails, { unitId: active.unitId, ...(state ? { state } : {}), ...(list.after ? { after: list.after } : {}) }, { keepPrevious: true, refetchEveryMs: 30_000 })
  return (
    <>
      <PageHead title="notifications.mails_title" />
      <OperationView read={read}>
        {({ mails, hasMore, counts }) => {
          const countOf = (one: MailState) => counts.find((row) => row.state === one)?.count ?? 0
          const open = mails.find(({ id }) => id === openId)
          return (
            <div className="stack">
              {countOf('held') > 0 && <HeldNote count={countOf('held')} />}
              <Chips
                legend="notifications.mails_state"
                value={list.state}
                onChange={(next) => setList({ state: next, after: '' })}
                choices={[
                  { value: 'all', label: 'notifications.show_all' },
                  ...MAIL_STATES.filter((one) => countOf(one) > 0 || one === state).map((one) => ({ value: one as string, label: STATE_LOOK[one].label, count: countOf(one) })),
                ]}
              />
              {mails.length === 0 ? <EmptyState title="notifications.mails_none" text="notifications.mails_none_text" icon="inbox" /> : <MailTable mails={mails} onOpen={setOpenId} />}
              <div className="row">
                {list.after !== '' && <Button kind="secondary" label="notifications.newest" onClick={() => setList({ after: '' })} />}
                {hasMore && <Button kind="secondary" label="notifications.older" onClick={() => setList({ after: mails.at(-1)?.id ?? '' })} />}
              </div>
              {open && <MailDialog mail={open} onClose={() => setOpenId(null)} />}
            </div>
          )
        }}
      </OperationView>
    </>
  )
}

function HeldNote({ count }: { count: number }) {
  const { t } = useWords()
  return <Note tone="warn">{t(['notifications.held_note', { n: count }])}</Note>
}

function MailTable({ mails, onOpen }: { mails: readonly MailView[]; onOpen: (id: string) => void }) {
  const { t } = useWords()
  const format = useFormat()
  const columns: readonly Column<MailView>[] = [
    { key: 'to', header: 'notifications.mail_to', isName: true, cell: ({ toName, toAddress }) => <>{toName}<div className="hint">{toAddress ?? t('notifications.mail_no_address')}</div></> },
    { key: 'subject', header: 'notifications.mail_subject_column', cell: ({ subject }) => subject },
    { key: 'state', header: 'notifications.mails_state', cell: (mail) => <Tag {...STATE_LOOK[mail.state]} /> },
    { key: 'when', header: 'notifications.mail_when', cell: ({ sentAt, createdAt }) => format.instant(sentAt ?? createdAt) },
    { key: 'open', header: 'notifications.mail_do', cell: (mail) => <Button small kind="secondary" label="notifications.mail_open" aria-label={`${t('notifications.mail_open')}: ${mail.toName}`} onClick={() => onOpen(mail.id)} /> },
  ]
  return <Table caption="notifications.mails_title" hideCaption columns={columns} rows={mails} keyOf={({ id }) => id} cards />
}

function MailDialog({ mail, onClose }: { mail: MailView; onClose: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  const retry = useCommand(retryMail, { invalidate: ['notifications'], onDone: () => done('notifications.mail_retried') })
  const tell = useCommand(markTold, { invalidate: ['notifications'], onDone: () => done('notifications.mail_told_done') })
  function done(words: Words) {
    showToast(words)
    onClose()
  }
  const can = mailLifecycle.available(mail.state)
  const copy = async () => {
    await navigator.clipboard.writeText(mail.body).then(() => showToast('notifications.copied'), () => showToast('notifications.copy_by_hand', { isBad: true }))
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="notifications.mail_title"
      actions={
        <>
          <Button label="notifications.copy" icon="comment" onClick={() => void copy()} />
          {can.includes('tell') && <Button kind="secondary" label="notifications.mail_tell" busy={tell.isPending} onClick={() => tell.mutate({ mailId: mail.id })} />}
          {can.includes('retry') && mail.state !== 'held' && <Button kind="secondary" label="notifications.mail_retry" busy={retry.isPending} onClick={() => retry.mutate({ mailId: mail.id })} />}
          <Button kind="ghost" label="kit.close" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <div className="row row-center">
          <Tag {...STATE_LOOK[mail.state]} />
          <span>{mail.toName}{mail.toAddress && ` · ${mail.toAddress}`}</span>
        </div>
        {mail.lastError && <Note tone="bad">{t(['notifications.mail_error', { n: mail.attempts, error: mail.lastError }])}</Note>}
        {mail.state === 'waiting' && mail.attempts > 0 && <p className="hint">{t(['notifications.mail_next', { at: format.instant(mail.nextAt) }])}</p>}
        <b>{mail.subject}</b>
        <p className="mail-body">{mail.body}</p>
        <ErrorNote error={retry.error ?? tell.error} />
      </div>
    </Dialog>
  )
}
