import { type FormEvent, lazy, Suspense, useState } from 'react'
import { signIn } from '#core/access/contract.ts'
import type { OutputOf } from '#platform/web/request.ts'
import { call } from '#platform/web/api.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { Note } from '#platform/web/note.tsx'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { Reads } from '../reads.tsx'
import { PasskeyEntry } from './passkey-entry.tsx'

const SecondStep = lazy(() => import('#core/access/web/second-step.tsx'))
const Enrolment = lazy(() => import('#core/access/web/enrolment.tsx'))

type FirstStep = OutputOf<typeof signIn>
type Problem = 'missing' | { readonly error: unknown } | null

/** Signing in, with the second step where there is one; also inside the dialog that signs in again, where the name is known. */
export function SignInForm({ username, onSignedIn }: { username?: string; onSignedIn: () => void | Promise<void> }) {
  const [step, setStep] = useState<FirstStep | null>(null)
  const goOn = async (next: FirstStep) => {
    if (next.awaits) setStep(next)
    else await onSignedIn()
  }
  if (!step) return <PasswordStep {...(username ? { username } : {})} onPassed={goOn} onSignedIn={onSignedIn} />
  return (
    <Reads>
      <Suspense fallback={null}>
        {step.awaits === 'enrolment' ? <Enrolment onDone={() => void onSignedIn()} /> : <SecondStep factors={step.factors} onSignedIn={onSignedIn} onBack={() => setStep(null)} />}
      </Suspense>
    </Reads>
  )
}

function PasswordStep({ username: known, onPassed, onSignedIn }: { username?: string; onPassed: (next: FirstStep) => Promise<void>; onSignedIn: () => void | Promise<void> }) {
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
      await onPassed(await call(signIn, { username, password }, { whenSignedOut: 'fail' }))
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
      <PasskeyEntry onSignedIn={onSignedIn} />
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
