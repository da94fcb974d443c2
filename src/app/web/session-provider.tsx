import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { SessionView } from '#core/access/contract.ts'
import { CurrentSession, type Session } from '#core/access/web/session.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { ErrorState } from '#platform/web/error-state.tsx'
import { recall, remember } from '#platform/web/device-memory.ts'
import { useWords } from '#platform/web/words.ts'
import { refreshSession, useSessionState } from './session-state.ts'
import { ShellSkeleton } from './shell-skeleton.tsx'
import { useSignOut } from './use-sign-out.ts'

const UNIT_KEY = 'songhanh.unit.'

/** Everything inside is for a person who is signed in; others are sent to sign in and come back here. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { view, error } = useSessionState()
  if (view) return <SignedIn view={view}>{children}</SignedIn>
  if (error instanceof ApiError && error.kind === 'unauthenticated') return <ToSignIn />
  if (error) {
    return (
      <main className="bare" id="main">
        <ErrorState error={error} onRetry={() => void refreshSession()} />
      </main>
    )
  }
  return <ShellSkeleton />
}

/** Leaves for the sign-in screen, which comes back to this address. */
function ToSignIn() {
  const { history } = useRouter()
  useEffect(() => {
    const { pathname, href } = history.location
    history.replace(pathname === '/' ? '/dang-nhap' : `/dang-nhap?${new URLSearchParams({ den: href }).toString()}`)
  }, [history])
  return <ShellSkeleton />
}

function SignedIn({ view, children }: { view: SessionView; children: ReactNode }) {
  const { t } = useWords()
  const signOut = useSignOut()
  const storageKey = UNIT_KEY + view.person.id
  const [unitId, setUnitId] = useState(() => recall(storageKey))
  const active = view.posts.find((post) => post.unitId === unitId) ?? view.posts[0]
  const session = useMemo<Session | null>(() => {
    if (!active) return null
    const switchUnit = (next: string) => {
      remember(storageKey, next)
      setUnitId(next)
    }
    return { ...view, active, switchUnit }
  }, [view, active, storageKey])
  if (!session) {
    return (
      <main className="bare" id="main">
        <h1>{t('app.no_post_title')}</h1>
        <p>{t('app.no_post_text')}</p>
        <button type="button" className="text-button" onClick={signOut}>
          {t('app.sign_out')}
        </button>
      </main>
    )
  }
  return <CurrentSession value={session}>{children}</CurrentSession>
}
