import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Holder } from '../contract.ts'

/** Every report, at every level, that would no longer agree after a change. */
export function FrozenNote({ frozenBy }: { frozenBy: readonly Holder[] }) {
  const { t } = useWords()
  if (frozenBy.length === 0) return null
  return (
    <Note tone="warn">
      <p>{t('activities.frozen', { count: frozenBy.length })}</p>
      <ul>
        {frozenBy.map(({ title, unitName }) => (
          <li key={title + unitName}>
            {title} – {unitName}
          </li>
        ))}
      </ul>
    </Note>
  )
}
