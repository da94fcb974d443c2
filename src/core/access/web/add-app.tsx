import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { beginCodes, confirmCodes } from '../factor-contract.ts'
import { QrPicture } from './qr-picture.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Takes an app for codes in: picture, first code, recovery codes. */
export function AddApp({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const begin = useCommand(beginCodes)
  const confirm = useCommand(confirmCodes, { invalidate: ['access'] })
  const isBegun = useRef(false)
  useEffect(() => {
    // once, although strict mode mounts twice: each beginning makes a new secret
    if (!isBegun.current) begin.mutate({})
    isBegun.current = true
  }, [begin])

  const digits = code.replace(/\s/g, '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!/^\d{6}$/.test(digits))
    if (/^\d{6}$/.test(digits) && !confirm.isPending) confirm.mutate({ code: digits })
  }
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={onDone} />
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorNote error={begin.error ?? confirm.error} />
      {begin.isPending && <LoadingState rows={3} />}
      {begin.data && (
        <>
          <p>{t('access.codes_scan')}</p>
          <QrPicture text={begin.data.address} label="access.codes_picture" />
          <details>
            <summary>{t('access.codes_secret')}</summary>
            <code className="secret">{begin.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </details>
          <TextInput label="access.codes_first" value={code} onChange={setCode} inputMode="numeric" autoComplete="one-time-code" maxLength={7} error={isMissing ? 'access.code_missing' : null} />
        </>
      )}
      <div className="row">
        {begin.data && <Button type="submit" label="access.codes_confirm" busy={confirm.isPending} />}
        <Button kind="secondary" label="kit.cancel" onClick={onCancel} />
      </div>
    </form>
  )
}
