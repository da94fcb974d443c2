import { Link, useLocation } from '@tanstack/react-router'
import { Icon } from '#platform/web/icon.tsx'
import { useNavCounts } from '#platform/web/nav-counts.ts'
import { useWords } from '#platform/web/words.ts'
import { Brand } from './brand.tsx'
import { currentLink, type NavLink } from './navigation.ts'
import { PersonFoot } from './person-foot.tsx'
import { UnitName } from './unit-name.tsx'

export function SideNav({ links }: { links: readonly NavLink[] }) {
  const { t } = useWords()
  return (
    <header className="side">
      <div className="side-head">
        <Brand />
        <UnitName />
      </div>
      <nav aria-label={t('app.main_navigation')}>
        <NavList links={links} />
      </nav>
      <PersonFoot />
    </header>
  )
}

/** The entries with their counts; the secondary ones below a line. */
export function NavList({ links }: { links: readonly NavLink[] }) {
  const { t } = useWords()
  const counts = useNavCounts()
  const { pathname } = useLocation()
  const current = currentLink(links, pathname)
  const primary = links.filter((link) => !link.isSecondary)
  const secondary = links.filter((link) => link.isSecondary)
  const entry = (link: NavLink) => (
    <li key={link.to}>
      <Link to={link.to} activeOptions={{ exact: true }} activeProps={{}} aria-current={link === current ? 'page' : undefined}>
        <Icon name={link.icon} />
        {t(link.labelKey)}
        {(counts[link.to] ?? 0) > 0 && (
          <span className="count">
            <span aria-hidden="true">{counts[link.to]}</span>
            <span className="vh">{t('app.pending', { n: counts[link.to] ?? 0 })}</span>
          </span>
        )}
      </Link>
    </li>
  )
  return (
    <ul className="nav-list">
      {primary.map(entry)}
      {primary.length > 0 && secondary.length > 0 && <li className="nav-line" aria-hidden="true" />}
      {secondary.map(entry)}
    </ul>
  )
}
