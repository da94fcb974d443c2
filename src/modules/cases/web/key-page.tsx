import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { closeKey, getKey, type CaseKeyView } from '../key-contract.ts'
import { KeyRequests } from './key-requests.tsx'
import { Keepers } from './keepers.tsx'
import { OpenKey } from './open-key.tsx'
import { ChangePassphrase, MakeKey } from './passphrase-forms.tsx'

/** The own key: made once, kept by three, got back when the passphrase is lost. */
export default function KeyPage() {
  const { active } = useSession()
  const { t } = useWords()
  const read = useOperation(getKey, { unitId: active.unitId })
  return (
    <>
      <PageHead title="cases.key_title" trail={[{ to: '/viec-rieng', text: t('cases.title') }]} />
      <p>{t('cases.key_why')}</p>
      <OperationView read={read}>
        {(view) => (
          <div className="stack">
            {view.requests.length > 0 && <KeyRequests view={view} />}
            {view.state === 'none' && <MakeKey title="cases.key_none_title" text="cases.key_none_text" action="cases.key_make" />}
            {view.state === 'waiting' && <Waiting view={view} />}
            {view.state === 'current' && <Ready view={view} />}
          </div>
        )}
      </OperationView>
    </>
  )
}

function Waiting({ view: { answered, fingerprint } }: { view: CaseKeyView }) {
  const { t } = useWords()
  return (
    <>
      <section className="card stack">
        <h2>{t('cases.key_waiting_title')}</h2>
        <p>{t(['cases.key_waiting_text', { n: answered }])}</p>
        <p>
          <strong>{t(['cases.key_waiting_mark', { mark: fingerprint ?? '' }])}</strong>
        </p>
        <p className="hint">{t('cases.key_remembered')}</p>
      </section>
      <OpenKey onOpened={() => showToast('cases.key_made')} />
    </>
  )
}

function Ready({ view }: { view: CaseKeyView }) {
  const { active } = useSession()
  const { t } = useWords()
  const format = useFormat()
  const { madeAt, fingerprint, openUntil } = view
  const close = useCommand(closeKey, { invalidate: ['cases'], onDone: () => showToast('cases.key_closed') })
  return (
    <>
      <section className="card stack">
        <p>{t(['cases.key_ready', { at: madeAt ? format.instant(madeAt) : '', mark: fingerprint ?? '' }])}</p>
        {openUntil && (
          <p className="row row-center">
            {t(['cases.key_is_open', { at: format.time(openUntil) }])}
            <Button small kind="secondary" icon="lock" label="cases.key_close" busy={close.isPending} onClick={() => close.mutate({ unitId: active.unitId })} />
          </p>
        )}
      </section>
      <Keepers view={view} />
      <ChangePassphrase />
      <details className="card stack">
        <summary>{t('cases.key_lost_title')}</summary>
        <MakeKey text="cases.key_lost_text" action="cases.key_lost_make" />
      </details>
    </>
  )
}
