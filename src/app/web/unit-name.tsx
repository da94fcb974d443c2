import { useSession } from '#core/access/web/session.ts'
import { useWords } from '#platform/web/words.ts'

/** The unit that one works for; a choice for those who hold posts in several. */
export function UnitName() {
  const { t } = useWords()
  const { active, posts, switchUnit } = useSession()
  if (posts.length < 2) return <b className="unit-name">{active.unitName}</b>
  return (
    <select className="input" aria-label={t('app.work_for')} value={active.unitId} onChange={(event) => switchUnit(event.target.value)}>
      {posts.map(({ unitId, unitName }) => (
        <option key={unitId} value={unitId}>
          {unitName}
        </option>
      ))}
    </select>
  )
}
