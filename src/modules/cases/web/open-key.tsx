import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { TextLink } from '#platform/web/link.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { openKey } from '../key-contract.ts'

/** Whether the server asks for the passphrase. */
export function asksForKey(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'cases.locked'
}

/** Whether the person has no key that works: it is made, or got back, on a screen of its own. */
export function lacksKey(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'cases.key_none' || error.code === 'cases.key_waiting')
}

/** Asks for the passphrase, for ten minutes. */
export function OpenKey({ onOpened }: { onOpened: () => void }) {
  const { active } = useSession()
  const { t } = useWords()
  const [passphrase, setPassphrase] = useState('')
  const open = useCommand(openKey, { onDone: onOpened })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate({ unitId: active.unitId, passphrase })
      }}
    >
      <h2>{t('cases.key_open_title')}</h2>
      <p>{t('cases.key_open_text')}</p>
      <PasswordInput label="cases.key_passphrase" value={passphrase} onChange={setPassphrase} autoComplete="off" required />
      <ErrorNote error={open.error} />
      <div className="row row-center">
        <Button type="submit" icon="lock" label="cases.key_open" busy={open.isPending} disabled={passphrase === ''} />
        <TextLink to="/viec-rieng/khoa">{t('cases.key_lost')}</TextLink>
      </div>
    </form>
  )
}

/** Where a key is needed and there is none. */
export function KeyNeeded() {
  const { t } = useWords()
  return (
    <section className="card stack">
      <h2>{t('cases.key_needed_title')}</h2>
      <p>{t('cases.key_needed_text')}</p>
      <p>
        <TextLink to="/viec-rieng/khoa">{t('cases.key_go')}</TextLink>
      </p>
    </section>
  )
}

/** The answer to a command that was refused: the passphrase where that is what is missing. */
export function CommandFault({ error, onOpened }: { error: unknown; onOpened: () => void }) {
  if (lacksKey(error)) return <KeyNeeded />
  return asksForKey(error) ? <OpenKey onOpened={onOpened} /> : <ErrorNote error={error} />
}
