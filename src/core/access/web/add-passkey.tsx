import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { deviceOf } from '../model/agent.ts'
import { makePasskey } from './passkey-device.ts'
import { PasskeyFault } from './passkey-fault.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Makes a key on this device, under a name by which the person will know it. */
export function AddPasskey({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useWords()
  const device = deviceOf(navigator.userAgent)
  const [name, setName] = useState(device ? t('access.device', device) : '')
  const [isMissing, setMissing] = useState(false)
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: makePasskey,
    onSuccess: async ({ recoveryCodes }) => {
      await client.invalidateQueries({ queryKey: ['access'] })
      if (recoveryCodes === null) onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '' && !make.isPending) make.mutate(name)
  }
  if (make.data?.recoveryCodes) return <RecoveryCodes codes={make.data.recoveryCodes} onKept={onDone} />
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <PasskeyFault error={make.error} />
      <TextInput label="access.passkey_name" value={name} onChange={setName} maxLength={60} autoComplete="off" error={isMissing ? 'access.passkey_name_missing' : null} />
      <div className="row">
        <Button type="submit" icon="lock" label="access.passkey_add" busy={make.isPending} />
        <Button kind="secondary" label="kit.cancel" onClick={onCancel} />
      </div>
    </form>
  )
}
