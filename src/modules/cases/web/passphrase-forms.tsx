import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { useCommand } from '#platform/web/operations.ts'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { changePassphrase, makeKey } from '../key-contract.ts'

/** A new passphrase, typed twice. */
export function MakeKey({ title, text, action }: { title?: MessageKey; text: MessageKey; action: MessageKey }) {
  const { active } = useSession()
  const { t } = useWords()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const make = useCommand(makeKey, { invalidate: ['cases', 'todos'], onDone: () => showToast('cases.key_made') })
  return (
    <form
      className={title ? 'card stack' : 'stack'}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({ unitId: active.unitId, passphrase: first })
      }}
    >
      {title && <h2>{t(title)}</h2>}
      <p>{t(text)}</p>
      <PasswordInput label="cases.key_passphrase_new" value={first} onChange={setFirst} autoComplete="off" required />
      <PasswordInput label="cases.key_passphrase_again" value={second} onChange={setSecond} autoComplete="off" required />
      {second !== '' && first !== second && <p className="hint">{t('cases.key_differ')}</p>}
      <ErrorNote error={make.error} />
      <div>
        <Button type="submit" icon="lock" label={action} busy={make.isPending} disabled={first === '' || first !== second} />
      </div>
    </form>
  )
}

export function ChangePassphrase() {
  const { active } = useSession()
  const { t } = useWords()
  const [now, setNow] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const change = useCommand(changePassphrase, {
    onDone: () => {
      setNow('')
      setNext('')
      setAgain('')
      showToast('cases.key_changed')
    },
  })
  return (
    <details className="card stack">
      <summary>{t('cases.key_change_title')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ unitId: active.unitId, passphrase: now, next })
        }}
      >
        <PasswordInput label="cases.key_passphrase_now" value={now} onChange={setNow} autoComplete="off" required />
        <PasswordInput label="cases.key_passphrase_new" value={next} onChange={setNext} autoComplete="off" required />
        <PasswordInput label="cases.key_passphrase_again" value={again} onChange={setAgain} autoComplete="off" required />
        {again !== '' && again !== next && <p className="hint">{t('cases.key_differ')}</p>}
        <ErrorNote error={change.error} />
        <div>
          <Button type="submit" kind="secondary" label="cases.key_change" busy={change.isPending} disabled={now === '' || next === '' || again !== next} />
        </div>
      </form>
    </details>
  )
}
