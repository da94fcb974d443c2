import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { SkipLink } from '#platform/web/skip-link.tsx'
import { navLinks } from './navigation.ts'
import { OfflineBanner } from './offline-banner.tsx'
import { navEntries } from './screens.ts'
import { PhoneHead } from './phone-head.tsx'
import { SessionProvider } from './session-provider.tsx'
import { SideNav } from './side-nav.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { TabBar } from './tab-bar.tsx'

const SyncBanner = lazy(() => import('./sync-banner.tsx'))
const FrameReads = lazy(() => import('./frame-reads.tsx'))

/** The frame around every screen of a person who is signed in. */
export function Shell() {
  return (
    <SessionProvider>
      <Frame />
    </SessionProvider>
  )
}

function Frame() {
  const { active } = useSession()
  const links = navLinks(navEntries, active.permissions)
  return (
    <>
      <SkipLink />
      <div className="shell">
        <SideNav links={links} />
        <div className="column">
          <PhoneHead links={links} />
          <OfflineBanner />
          <Suspense>
            <SyncBanner />
          </Suspense>
          <main id="main" tabIndex={-1}>
            {/* a switch of unit starts the screen anew: nothing of the other unit stays on it */}
            <Outlet key={active.unitId} />
          </main>
        </div>
        <TabBar links={links} />
      </div>
      <SignInAgain />
      <Suspense>
        <FrameReads />
      </Suspense>
    </>
  )
}
