import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { setPassword as setPasswordContract } from '#core/access/contract.ts'
import { LEAST_PASSWORD_LENGTH } from '#core/access/model/password.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { ButtonLink } from '#platform/web/link.tsx'
import { Note } from '#platform/web/note.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { Reads } from '../reads.tsx'
import { Entrance } from './entrance.tsx'

/** Where the one-time link of the administrator leads. */
export default function SetPasswordPage() {
  const { token } = useParams({ from: '/mat-khau/$token' })
  return (
    <Reads>
      <SetPassword token={token} />
    </Reads>
  )
}

function SetPassword({ token }: { token: string }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [isMissing, setMissing] = useState(false)
  const command = useCommand(setPasswordContract)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(password === '')
    if (password !== '' && !command.isPending) command.mutate({ token, password })
  }
  if (command.data) {
    return (
      <Entrance>
        <PageHead title="app.set_password_title" />
        <div className="stack">
          <Note tone="ok" alert>
            {t('app.password_set', { username: command.data.username })}
          </Note>
          <ButtonLink to="/dang-nhap" label="app.sign_in" />
        </div>
      </Entrance>
    )
  }
  return (
    <Entrance>
      <PageHead title="app.set_password_title" />
      <p>{t('app.set_password_text')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNote error={command.error} />
        <PasswordInput
          label="app.new_password"
          hint={['app.password_hint', { n: LEAST_PASSWORD_LENGTH }]}
          value={password}
          onChange={setPassword}
          name="new-password"
          autoComplete="new-password"
          error={isMissing ? 'app.password_missing' : null}
          autoFocus
        />
        <Button type="submit" label="app.set_password" busy={command.isPending} />
      </form>
    </Entrance>
  )
}
