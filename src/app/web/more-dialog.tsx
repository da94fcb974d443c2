import { Dialog } from '#platform/web/dialog.tsx'
import { useWords } from '#platform/web/words.ts'
import type { NavLink } from './navigation.ts'
import { PersonFoot } from './person-foot.tsx'
import { NavList } from './side-nav.tsx'
import { UnitName } from './unit-name.tsx'

/** What the phone's bar has no room for: every entry, the unit, the person. */
export default function MoreDialog({ links, onClose }: { links: readonly NavLink[]; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog open onClose={onClose} title="app.more_title">
      <div className="stack">
        <UnitName />
        <nav aria-label={t('app.main_navigation')}>
          <NavList links={links} />
        </nav>
        <PersonFoot />
      </div>
    </Dialog>
  )
}
