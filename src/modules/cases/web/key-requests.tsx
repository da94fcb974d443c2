import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { answerRecovery, confirmKey, type CaseKeyView } from '../key-contract.ts'
import { CommandFault } from './open-key.tsx'

/** Others who lost their passphrase and wait for the person. */
export function KeyRequests({ view: { requests } }: { view: CaseKeyView }) {
  const { t } = useWords()
  return (
    <section className="card stack">
      <h2>{t('cases.requests_title')}</h2>
      <p>{t('cases.requests_warning')}</p>
      <ul className="plain-list stack">
        {requests.map((request) => (
          <Request key={request.pairId} request={request} />
        ))}
      </ul>
    </section>
  )
}

function Request({ request: { pairId, name, unitName, fingerprint, answered, mayAnswer } }: { request: CaseKeyView['requests'][number] }) {
  const { active } = useSession()
  const { t } = useWords()
  const input = { unitId: active.unitId, pairId }
  const answer = useCommand(answerRecovery, { invalidate: ['cases'], onDone: () => showToast('cases.request_answered') })
  const confirm = useCommand(confirmKey, { invalidate: ['cases'], onDone: () => showToast('cases.request_confirmed') })
  return (
    <li className="stack stack-tight">
      <span>{t(['cases.request_line', { name, unit: unitName, mark: fingerprint, n: answered }])}</span>
      <div className="row">
        {mayAnswer && <Button kind="secondary" label="cases.request_answer" busy={answer.isPending} onClick={() => answer.mutate(input)} />}
        <Button kind="ghost" label="cases.request_confirm" busy={confirm.isPending} onClick={() => confirm.mutate(input)} />
      </div>
      <CommandFault error={answer.error} onOpened={() => answer.mutate(input)} />
      <CommandFault error={confirm.error} onOpened={() => confirm.mutate(input)} />
    </li>
  )
}
