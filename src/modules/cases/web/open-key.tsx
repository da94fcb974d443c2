import { useState } from 'react'
import { proveSession } from '#core/access/contract.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { useWords } from '#platform/web/words.ts'

/** Whether the server asks for the password again. */
export function asksForProof(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'access.prove_again'
}

/** Asks for the password, for ten minutes. */
export function ProveAgain({ onProved }: { onProved: () => void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const prove = useCommand(proveSession, { onDone: onProved })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        prove.mutate({ password })
      }}
    >
      <h2>{t('cases.prove_title')}</h2>
      <p>{t('cases.prove_text')}</p>
      <PasswordInput label="cases.prove_password" value={password} onChange={setPassword} autoComplete="current-password" required />
      <ErrorNote error={prove.error} />
      <div>
        <Button type="submit" icon="lock" label="cases.prove_open" busy={prove.isPending} disabled={password === ''} />
      </div>
    </form>
  )
}

/** The answer to a command that was refused: the password again where that is what is missing. */
export function CommandFault({ error, onProved }: { error: unknown; onProved: () => void }) {
  return asksForProof(error) ? <ProveAgain onProved={onProved} /> : <ErrorNote error={error} />
}
