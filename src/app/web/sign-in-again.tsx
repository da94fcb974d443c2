import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { setSignInPrompt } from '#platform/web/session-gate.ts'

const SignInDialog = lazy(() => import('./sign-in/sign-in-dialog.tsx'))

/** When the session has ended: signs in over the page, so that what was typed stays and is sent after all. */
export function SignInAgain() {
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
  const close = (signedIn: boolean) => {
    setOpen(false)
    answer.current?.(signedIn)
    answer.current = null
  }
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <SignInDialog onClose={close} />
    </Suspense>
  )
}
