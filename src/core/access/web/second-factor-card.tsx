import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import type { OutputOf } from '#platform/web/request.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { listFactors, newRecoveryCodes, removeCodes, removePasskey } from '../factor-contract.ts'
import { AddApp } from './add-app.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { canUsePasskeys } from './passkey-device.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

type Factors = OutputOf<typeof listFactors>

/** What the person gives beside the password: app, passkeys, recovery codes. */
export function SecondFactorCard() {
  const { t } = useWords()
  const read = useOperation(listFactors, {})
  return (
    <section className="card stack">
      <h2>{t('access.factor_title')}</h2>
      <p>{t('access.factor_text')}</p>
      <OperationView read={read} rows={3}>
        {(factors) => <FactorParts factors={factors} />}
      </OperationView>
    </section>
  )
}

function FactorParts({ factors }: { factors: Factors }) {
  const { t } = useWords()
  const [adding, setAdding] = useState<'codes' | 'passkey' | null>(null)
  const close = () => setAdding(null)
  const isNone = factors.codesSince === null && factors.passkeys.length === 0
  if (adding === 'codes') return <AddApp onDone={close} onCancel={close} />
  if (adding === 'passkey') return <AddPasskey onDone={close} onCancel={close} />
  return (
    <>
      {factors.isForced && <Note>{t('access.factor_forced')}</Note>}
      {isNone && <Note tone="warn">{t('access.factor_none')}</Note>}
      <CodesPart factors={factors} onAdd={() => setAdding('codes')} />
      <PasskeysPart factors={factors} onAdd={() => setAdding('passkey')} />
      {!isNone && <RecoveryPart left={factors.recoveryCodesLeft} />}
    </>
  )
}

function CodesPart({ factors: { codesSince }, onAdd }: { factors: Factors; onAdd: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  const remove = useCommand(removeCodes, { invalidate: ['access'], onDone: () => showToast('access.codes_removed') })
  return (
    <div className="stack stack-tight">
      <h3>{t('access.codes_title')}</h3>
      <ErrorNote error={remove.error} />
      <div className="row row-center">
        {codesSince ? (
          <>
            <span>{t('access.codes_since', { at: format.instant(codesSince) })}</span>
            <Button small kind="ghost-danger" label="access.codes_remove" busy={remove.isPending} onClick={() => remove.mutate({})} />
          </>
        ) : (
          <Button kind="secondary" label="access.codes_add" onClick={onAdd} />
        )}
      </div>
    </div>
  )
}

function PasskeysPart({ factors: { passkeys }, onAdd }: { factors: Factors; onAdd: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  const remove = useCommand(removePasskey, { invalidate: ['access'], onDone: () => showToast('access.passkey_removed') })
  if (passkeys.length === 0 && !canUsePasskeys()) return null
  return (
    <div className="stack stack-tight">
      <h3>{t('access.passkeys_title')}</h3>
      <p className="hint">{t('access.passkeys_text')}</p>
      <ErrorNote error={remove.error} />
      {passkeys.length > 0 && (
        <ul className="plain-list">
          {passkeys.map(({ id, name, lastUsedAt }) => (
            <li key={id} className="row row-center">
              <span>
                {name} <span className="hint">{lastUsedAt ? t('access.passkey_last', { at: format.instant(lastUsedAt) }) : t('access.passkey_never')}</span>
              </span>
              <Button small kind="ghost-danger" label="access.passkey_remove" aria-description={t('access.passkey_remove_of', { name })} busy={remove.isPending} onClick={() => remove.mutate({ passkeyId: id })} />
            </li>
          ))}
        </ul>
      )}
      {canUsePasskeys() && (
        <div className="row">
          <Button kind="secondary" icon="lock" label="access.passkey_add" onClick={onAdd} />
        </div>
      )}
    </div>
  )
}

function RecoveryPart({ left }: { left: number }) {
  const { t } = useWords()
  const renew = useCommand(newRecoveryCodes, { invalidate: ['access'] })
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} onKept={renew.reset} />
  return (
    <div className="stack stack-tight">
      <h3>{t('access.recovery_title')}</h3>
      <ErrorNote error={renew.error} />
      <div className="row row-center">
        <span>{t('access.recovery_left', { n: left })}</span>
        <Button small kind="secondary" label="access.recovery_new" busy={renew.isPending} onClick={() => renew.mutate({})} />
      </div>
    </div>
  )
}
