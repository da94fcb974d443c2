import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Dialog } from '#platform/web/dialog.tsx'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { operationKey } from '#platform/web/operations.ts'
import { setSignInPrompt } from '#platform/web/session-gate.ts'
import { useWords } from '#platform/web/words.ts'
import { readSession, sessionContract } from './session-read.ts'

const SignInForm = lazy(() => import('./sign-in/sign-in-form.tsx'))

/** When the session has ended: signs in over the page, so that what was typed stays and is sent after all. */
export function SignInAgain() {
  const { t } = useWords()
  const { person, username } = useSession()
  const client = useQueryClient()
  const answer = useRef<((signedIn: boolean) => void) | null>(null)
  const [isOpen, setOpen] = useState(false)

  useEffect(
    () =>
      setSignInPrompt(() => {
        setOpen(true)
        return new Promise((resolve) => {
          answer.current = resolve
        })
      }),
    [],
  )
  const finish = (signedIn: boolean) => {
    setOpen(false)
    answer.current?.(signedIn)
    answer.current = null
  }
  const signedIn = async () => {
    const now = await readSession()
    // somebody else on the same computer: what the first person typed must not be sent in their name
    if (now.person.id !== person.id) return window.location.assign('/')
    client.setQueryData(operationKey(sessionContract, {}), now)
    finish(true)
  }
  return (
    <Dialog open={isOpen} onClose={() => finish(false)} title="app.sign_in_again_title">
      <p>{t('app.sign_in_again_text')}</p>
      <Suspense fallback={<LoadingState rows={3} />}>
        <SignInForm username={username} onSignedIn={signedIn} />
      </Suspense>
    </Dialog>
  )
}
