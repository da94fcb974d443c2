import { type FormEvent, useState } from 'react'
import { call } from '#platform/web/api.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { Button } from '#platform/web/button.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { giveCode } from '../factor-contract.ts'
import type { Factor } from '../model/second-factor.ts'
import { canUsePasskeys, signInByPasskey } from './passkey-device.ts'
import { PasskeyFault } from './passkey-fault.tsx'

/** The second step of signing in: the code of the app, a recovery code, or a key of this device. */
export default function SecondStep({ factors, onSignedIn, onBack }: { factors: readonly Factor[]; onSignedIn: () => void | Promise<void>; onBack: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const hasCodes = factors.includes('code')

  const pass = async (step: () => Promise<unknown>) => {
    if (isBusy) return
    setBusy(true)
    setError(null)
    try {
      await step()
      await onSignedIn()
    } catch (fault) {
      // the ten minutes are over: the password comes first again
      if (fault instanceof ApiError && fault.kind === 'unauthenticated' && fault.code !== 'access.passkey_unknown') onBack()
      else setError(fault)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(code.trim() === '')
    if (code.trim() !== '') void pass(() => call(giveCode, { code: code.trim() }, { whenSignedOut: 'fail' }))
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t('access.step_title')}</h2>
      <p>{t(hasCodes ? 'access.step_text' : 'access.step_passkey_text')}</p>
      <PasskeyFault error={error} />
      {factors.includes('passkey') && canUsePasskeys() && <Button kind={hasCodes ? 'secondary' : 'primary'} icon="lock" label="access.passkey_sign_in" busy={isBusy} onClick={() => void pass(signInByPasskey)} />}
      <TextInput label="access.step_code" value={code} onChange={setCode} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={30} autoFocus error={isMissing ? 'access.step_code_missing' : null} />
      <div className="row">
        <Button type="submit" label="access.step_go" busy={isBusy} />
        <Button kind="ghost" label="access.step_back" onClick={onBack} />
      </div>
    </form>
  )
}
