import { type FormEvent, useState } from 'react'
import { signIn } from '#core/access/contract.ts'
import { call } from '#platform/web/api.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { Note } from '#platform/web/note.tsx'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'

type Problem = 'missing' | { readonly error: unknown } | null

/** User name and password; also inside the dialog that signs in again, where the name is known. */
export function SignInForm({ username: known, onSignedIn }: { username?: string; onSignedIn: () => void | Promise<void> }) {
  const [username, setUsername] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (!username.trim() || !password) return setProblem('missing')
    setBusy(true)
    setProblem(null)
    try {
      await call(signIn, { username, password }, { whenSignedOut: 'fail' })
      await onSignedIn()
    } catch (error) {
      setProblem({ error })
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ProblemNote problem={problem} />
      <TextInput
        label="app.username"
        value={username}
        onChange={setUsername}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={!known}
      />
      <PasswordInput label="app.password" value={password} onChange={setPassword} name="password" autoComplete="current-password" autoFocus={Boolean(known)} />
      <Button type="submit" label="app.sign_in" busy={isBusy} />
    </form>
  )
}

function ProblemNote({ problem }: { problem: Problem }) {
  const { t, find } = useWords()
  if (problem === null) return null
  if (problem === 'missing') return <Note tone="bad" alert>{t('app.sign_in_fields_missing')}</Note>
  const { error } = problem
  // the common sentence for this kind speaks of a session that ended
  const isRefused = error instanceof ApiError && error.kind === 'unauthenticated' && find(`errors.${error.code}`) === null
  return isRefused ? <Note tone="bad" alert>{t('app.sign_in_wrong')}</Note> : <ErrorNote error={error} />
}
