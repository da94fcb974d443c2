import { type FormEvent, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { changePassword } from '../contract.ts'
import { LEAST_PASSWORD_LENGTH } from '../model/password.ts'
import { useSession } from './session.ts'

export function PasswordForm() {
  const { t } = useWords()
  const { username } = useSession()
  const [oldPassword, setOld] = useState('')
  const [newPassword, setNew] = useState('')
  const [isChecked, setChecked] = useState(false)
  const done = () => {
    setOld('')
    setNew('')
    setChecked(false)
    showToast('access.password_changed')
  }
  const command = useCommand(changePassword, { invalidate: ['access'], onDone: done })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (oldPassword && newPassword && !command.isPending) command.mutate({ oldPassword, newPassword })
  }
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <h2>{t('access.password_title')}</h2>
      <ErrorNote error={command.error} />
      {/* Password managers look for the name that the password belongs to. */}
      <input className="vh" name="username" autoComplete="username" value={username} readOnly tabIndex={-1} aria-hidden="true" />
      <PasswordInput
        label="access.old_password"
        value={oldPassword}
        onChange={setOld}
        name="old-password"
        autoComplete="current-password"
        error={isChecked && !oldPassword ? 'access.old_password_missing' : null}
      />
      <PasswordInput
        label="access.new_password"
        hint={['access.password_hint', { n: LEAST_PASSWORD_LENGTH }]}
        value={newPassword}
        onChange={setNew}
        name="new-password"
        autoComplete="new-password"
        error={isChecked && !newPassword ? 'access.new_password_missing' : null}
      />
      <div className="row">
        <Button type="submit" label="access.change_password" busy={command.isPending} />
      </div>
    </form>
  )
}
