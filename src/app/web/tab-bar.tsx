import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Dialog } from '#platform/web/dialog.tsx'
import { Icon } from '#platform/web/icon.tsx'
import { useWords } from '#platform/web/words.ts'
import { classNames } from '#platform/web/class-names.ts'
import { currentLink, type NavLink, phoneLinks } from './navigation.ts'
import { PersonFoot } from './person-foot.tsx'
import { NavList } from './side-nav.tsx'
import { UnitName } from './unit-name.tsx'

const BIG_PLACE = 3

/** The phone's bar: four entries and “more”, which opens all of them. */
export function TabBar({ links }: { links: readonly NavLink[] }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { pathname } = useLocation()
  const bar = phoneLinks(links)
  const current = currentLink(links, pathname)
  useEffect(() => setOpen(false), [pathname])
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
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="more" />
          {t('app.more')}
        </button>
      </nav>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="app.more_title">
        <div className="stack">
          <UnitName />
          <nav aria-label={t('app.main_navigation')}>
            <NavList links={links} />
          </nav>
          <PersonFoot />
        </div>
      </Dialog>
    </>
  )
}
