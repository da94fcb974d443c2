import { type FormEvent, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { proveSession } from '../contract.ts'

/** Asks for the password before a dangerous command; `onClose` says whether it was right. */
export default function ProveDialog({ onClose }: { onClose: (isProved: boolean) => void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const prove = useCommand(proveSession, { onDone: () => onClose(true) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password && !prove.isPending) prove.mutate({ password })
  }
  return (
    <Dialog open onClose={() => onClose(false)} title="access.prove_title">
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t('access.prove_text')}</p>
        <ErrorNote error={prove.error} />
        <PasswordInput label="access.old_password" value={password} onChange={setPassword} autoComplete="current-password" />
        <div className="row">
          <Button type="submit" label="access.prove_go" busy={prove.isPending} disabled={password === ''} />
        </div>
      </form>
    </Dialog>
  )
}
