import { Link } from '@tanstack/react-router'
import { useSession } from '#core/access/web/session.ts'
import { Icon } from '#platform/web/icon.tsx'
import { useNavCounts } from '#platform/web/nav-counts.ts'
import { useWords } from '#platform/web/words.ts'
import { bellLink, type NavLink } from './navigation.ts'

/** The phone's top: the unit, and the bell with what is not read yet. */
export function PhoneHead({ links }: { links: readonly NavLink[] }) {
  const { t } = useWords()
  const { active } = useSession()
  const counts = useNavCounts()
  const bell = bellLink(links)
  const unread = bell ? (counts[bell.to] ?? 0) : 0
  return (
    <header className="phone-head">
      {active.unitName}
      {bell && (
        <Link to={bell.to} activeProps={{}} className="bell" aria-label={`${t(bell.labelKey)}${unread > 0 ? `, ${t('app.pending', { n: unread })}` : ''}`}>
          <Icon name={bell.icon} />
          {unread > 0 && <span className="count">{unread}</span>}
        </Link>
      )}
    </header>
  )
}
