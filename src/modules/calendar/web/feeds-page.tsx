import { useState } from 'react'
import { createFeed, FEED_SCOPES, listFeeds, revokeFeed, type Feed } from '#core/agenda/contract.ts'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'

/** Secret addresses by which a phone shows the calendar; made, shown once, ended. */
export default function FeedsPage() {
  const { active } = useSession()
  const { t } = useWords()
  const [path, setPath] = useState<string | null>(null)
  const read = useOperation(listFeeds, { unitId: active.unitId })
  const create = useCommand(createFeed, { invalidate: ['agenda'], onDone: (made) => setPath(made.path) })
  return (
    <>
      <PageHead title="calendar.feeds_title" trail={[{ to: '/lich', text: t('calendar.nav') }]} />
      <div className="stack">
        <p>{t('calendar.feeds_text')}</p>
        <div className="row">
          {FEED_SCOPES.map((scope) => (
            <Button
              key={scope}
              kind={scope === 'mine' ? 'primary' : 'secondary'}
              icon="plus"
              label={`calendar.feed_new_${scope}`}
              busy={create.isPending}
              onClick={() => create.mutate({ unitId: active.unitId, scope })}
            />
          ))}
        </div>
        {create.error && <ErrorNote error={create.error} />}
        {path && <NewAddress key={path} address={new URL(path, location.origin).href} />}
        <OperationView read={read}>{(feeds) => (feeds.length === 0 ? <p className="hint">{t('calendar.feeds_none')}</p> : <FeedTable feeds={feeds} />)}</OperationView>
      </div>
    </>
  )
}

function NewAddress({ address }: { address: string }) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <section className="card stack">
      <TextInput label="calendar.feed_address" hint="calendar.feed_address_hint" value={address} onChange={() => undefined} readOnly />
      <div className="row">
        <Button label="calendar.feed_copy" onClick={() => void copy()} />
        <output>{isCopied ? t('calendar.feed_copied') : ''}</output>
      </div>
      <p>{t('calendar.feed_how')}</p>
    </section>
  )
}

function FeedTable({ feeds }: { feeds: readonly Feed[] }) {
  const { active } = useSession()
  const { t } = useWords()
  const format = useFormat()
  const revoke = useCommand(revokeFeed, { invalidate: ['agenda'] })
  const columns: readonly Column<Feed>[] = [
    { key: 'scope', header: 'calendar.feed_column_what', isName: true, cell: ({ scope }) => t(`calendar.feed_${scope}`) },
    { key: 'made', header: 'calendar.feed_column_made', cell: ({ createdAt }) => format.instant(createdAt) },
    { key: 'read', header: 'calendar.feed_column_read', cell: ({ readAt }) => (readAt ? format.instant(readAt) : t('calendar.feed_never')) },
    {
      key: 'act',
      header: 'calendar.column_act',
      cell: ({ id }) => <Button kind="ghost-danger" small label="calendar.feed_revoke" onClick={() => revoke.mutate({ unitId: active.unitId, feedId: id })} />,
    },
  ]
  return <Table caption="calendar.feeds_title" hideCaption columns={columns} rows={feeds} keyOf={({ id }) => id} cards />
}
