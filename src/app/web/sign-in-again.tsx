import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { setProofPrompt, setSignInPrompt } from '#platform/web/session-gate.ts'

const SignInDialog = lazy(() => import('./sign-in/sign-in-dialog.tsx'))
const ProveQuestion = lazy(() => import('./sign-in/prove-question.tsx'))

/** A question that somebody waits for: `ask` opens it, `close` answers. */
function useQuestion(setPrompt: (ask: () => Promise<boolean>) => () => void) {
  const answer = useRef<((isDone: boolean) => void) | null>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(
    () =>
      setPrompt(() => {
        setOpen(true)
        return new Promise((resolve) => {
          answer.current = resolve
        })
      }),
    [setPrompt],
  )
  const close = (isDone: boolean) => {
    setOpen(false)
    answer.current?.(isDone)
    answer.current = null
  }
  return { isOpen, close }
}

/**
 * When the session has ended: signs in over the page, so that what was typed stays and is sent after all. Before a
 * dangerous command: the password again.
 */
export function SignInAgain() {
  const signIn = useQuestion(setSignInPrompt)
  const prove = useQuestion(setProofPrompt)
  return (
    <Suspense fallback={null}>
      {prove.isOpen && <ProveQuestion onClose={prove.close} />}
      {signIn.isOpen && <SignInDialog onClose={signIn.close} />}
    </Suspense>
  )
}
