import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '#platform/web/icon.tsx'
import { useWords } from '#platform/web/words.ts'
import { classNames } from '#platform/web/class-names.ts'
import { currentLink, type NavLink, phoneLinks } from './navigation.ts'

const MoreDialog = lazy(() => import('./more-dialog.tsx'))

const BIG_PLACE = 3

/** The phone's bar: four entries and “more”, which opens all of them. */
export function TabBar({ links }: { links: readonly NavLink[] }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  // it closes by going somewhere
  const [openAt, setOpenAt] = useState<string | null>(null)
  const bar = phoneLinks(links)
  const current = currentLink(links, pathname)
  return (
    <>
      <nav className="tabbar" aria-label={t('app.main_navigation')}>
        {bar.map((link) => (
          <Link
            key={link.to}
            to={link.to}
            activeProps={{}}
            className={classNames(link.phonePlace === BIG_PLACE && 'tab-big')}
            aria-current={link === current ? 'page' : undefined}
          >
            <Icon name={link.icon} />
            {t(link.shortKey ?? link.labelKey)}
          </Link>
        ))}
        <button type="button" aria-haspopup="dialog" onClick={() => setOpenAt(pathname)}>
          <Icon name="more" />
          {t('app.more')}
        </button>
      </nav>
      {openAt === pathname && (
        <Suspense fallback={null}>
          <MoreDialog links={links} onClose={() => setOpenAt(null)} />
        </Suspense>
      )}
    </>
  )
}
