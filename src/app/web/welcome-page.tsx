import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { navLinks } from './navigation.ts'
import { screens } from './screens.ts'

/** `/` where no module has claimed it: the first entry of the navigation. */
export default function WelcomePage() {
  const { person, active } = useSession()
  const { history } = useRouter()
  const first = navLinks(screens, active.permissions)[0]?.to
  useEffect(() => {
    if (first) history.replace(first)
  }, [first, history])
  return (
    <>
      <PageHead title={['app.welcome_title', { name: person.name }]} />
      <EmptyState title="app.welcome_text" />
    </>
  )
}
