import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { type Column, Table } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { listSessions, revokeOtherSessions, revokeSession, type SessionRow } from '../contract.ts'
import { deviceOf } from '../model/agent.ts'

/** Where the person is signed in; each of the other sessions can be ended. */
export function OwnSessions() {
  const { t } = useWords()
  const read = useOperation(listSessions, {})
  const end = useCommand(revokeSession, { invalidate: ['access'], onDone: () => showToast('access.session_ended') })
  const endOthers = useCommand(revokeOtherSessions, { invalidate: ['access'], onDone: ({ ended }) => showToast(['access.others_ended', { n: ended }]) })
  return (
    <section className="card stack">
      <h2>{t('access.sessions_title')}</h2>
      <p>{t('access.sessions_text')}</p>
      <ErrorNote error={end.error ?? endOthers.error} />
      <OperationView read={read} rows={2}>
        {(sessions) => (
          <>
            <SessionTable sessions={sessions} isBusy={end.isPending} onEnd={(sessionId) => end.mutate({ sessionId })} />
            {sessions.length > 1 && (
              <div className="row">
                <Button kind="secondary" label="access.end_others" busy={endOthers.isPending} onClick={() => endOthers.mutate({})} />
              </div>
            )}
          </>
        )}
      </OperationView>
    </section>
  )
}

function SessionTable({ sessions, isBusy, onEnd }: { sessions: readonly SessionRow[]; isBusy: boolean; onEnd: (sessionId: string) => void }) {
  const { t } = useWords()
  const format = useFormat()
  const deviceName = ({ agent }: SessionRow) => {
    const device = deviceOf(agent)
    return device ? t('access.device', device) : t('access.unknown_device')
  }
  const columns: readonly Column<SessionRow>[] = [
    {
      key: 'device',
      header: 'access.col_device',
      isName: true,
      cell: (session) => (
        <>
          {deviceName(session)}
          {session.address && <div className="hint">{session.address}</div>}
        </>
      ),
    },
    { key: 'since', header: 'access.col_since', cell: (session) => format.instant(session.createdAt) },
    { key: 'seen', header: 'access.col_last_seen', cell: (session) => format.instant(session.lastSeenAt) },
    {
      key: 'action',
      header: 'access.col_action',
      cell: (session) =>
        session.isCurrent ? (
          <Tag tone="ok" label="access.this_device" />
        ) : (
          <Button small kind="ghost-danger" label="access.end_session" aria-description={t('access.end_session_of', { device: deviceName(session) })} busy={isBusy} onClick={() => onEnd(session.id)} />
        ),
    },
  ]
  return <Table caption="access.sessions_caption" hideCaption columns={columns} rows={sessions} keyOf={(session) => session.id} cards />
}
