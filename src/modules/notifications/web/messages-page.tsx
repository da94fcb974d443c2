import './notifications.css'
import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { classNames } from '#platform/web/class-names.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useGo, useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'
import { listMessages, markRead, type Message } from '../contract.ts'
import { PreferencesDialog } from './preferences-dialog.tsx'

/** What I was told, in every unit of mine; one click leads to the thing and marks it as read. */
export default function MessagesPage() {
  const [list, setList] = useListState({ show: 'all', after: '' })
  const [isSetting, setSetting] = useState(false)
  const read = useOperation(listMessages, { onlyUnread: list.show === 'unread', ...(list.after ? { after: list.after } : {}) }, { keepPrevious: true, refetchEveryMs: 60_000 })
  const mark = useCommand(markRead, { invalidate: ['notifications'] })
  const unread = read.data?.unread ?? 0
  return (
    <>
      <PageHead title="notifications.title" actions={<Button kind="secondary" icon="settings" label="notifications.settings" onClick={() => setSetting(true)} />} />
      <div className="stack">
        <div className="row row-center">
          <Chips
            legend="notifications.show"
            value={list.show === 'unread' ? 'unread' : 'all'}
            onChange={(show) => setList({ show, after: '' })}
            choices={[
              { value: 'all', label: 'notifications.show_all' },
              { value: 'unread', label: 'notifications.show_unread', count: unread },
            ]}
          />
          {unread > 0 && <Button kind="ghost" small icon="check" label="notifications.read_all" busy={mark.isPending} onClick={() => mark.mutate({})} />}
        </div>
        <OperationView read={read}>
          {({ messages, hasMore }) => (
            <>
              {messages.length === 0 ? (
                <EmptyState title={list.show === 'unread' ? 'notifications.none_unread' : 'notifications.none'} text="notifications.none_text" icon="bell" />
              ) : (
                <ul className="messages plain">
                  {messages.map((message) => (
                    <MessageLine key={message.id} message={message} onOpen={() => !message.isRead && mark.mutate({ messageIds: [message.id] })} />
                  ))}
                </ul>
              )}
              <div className="row">
                {list.after !== '' && <Button kind="secondary" label="notifications.newest" onClick={() => setList({ after: '' })} />}
                {hasMore && <Button kind="secondary" label="notifications.older" onClick={() => setList({ after: messages.at(-1)?.id ?? '' })} />}
              </div>
            </>
          )}
        </OperationView>
      </div>
      {isSetting && <PreferencesDialog onClose={() => setSetting(false)} />}
    </>
  )
}

function MessageLine({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const { find, t } = useWords()
  const format = useFormat()
  const go = useGo()
  const { active, posts, switchUnit } = useSession()
  const open = () => {
    onOpen()
    // It is met in its own unit, when that is one of mine still.
    if (message.unitId !== active.unitId && posts.some((post) => post.unitId === message.unitId)) switchUnit(message.unitId)
    go(message.href)
  }
  const { textKey, params, dueOn, createdAt, unitName, isRead } = message
  return (
    <li className={classNames('message', !isRead && 'message-new')}>
      <button type="button" onClick={open}>
        {!isRead && <span className="vh">{t('notifications.unread')}</span>}
        <span>{find(textKey, params) ?? textKey}</span>
        <span className="hint">{[format.instant(createdAt), ...(posts.length > 1 ? [unitName] : []), ...(dueOn ? [t(['notifications.due', { day: format.day(dueOn) }])] : [])].join(' · ')}</span>
      </button>
    </li>
  )
}
