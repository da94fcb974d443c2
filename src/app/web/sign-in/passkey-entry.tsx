import { useState } from 'react'
import { canUsePasskeys, signInByPasskey } from '#core/access/web/passkey-device.ts'
import { PasskeyFault } from '#core/access/web/passkey-fault.tsx'
import { Button } from '#platform/web/button.tsx'

/** Signing in by a key of this device, where it can hold one. */
export function PasskeyEntry({ onSignedIn }: { onSignedIn: () => void | Promise<void> }) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (!canUsePasskeys()) return null
  const go = async () => {
    if (isBusy) return
    setBusy(true)
    setError(null)
    try {
      await signInByPasskey()
      await onSignedIn()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <PasskeyFault error={error} />
      <Button kind="secondary" icon="lock" label="access.passkey_sign_in" busy={isBusy} onClick={() => void go()} />
    </>
  )
}
