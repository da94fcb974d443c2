import { useSession } from '#core/access/web/session.ts'
import { Select } from '#platform/web/select.tsx'

/** The unit that one works for; a choice for those who hold posts in several. */
export function UnitName() {
  const { active, posts, switchUnit } = useSession()
  if (posts.length < 2) return <b className="unit-name">{active.unitName}</b>
  return (
    <Select
      label="app.work_for"
      hideLabel
      value={active.unitId}
      onChange={switchUnit}
      choices={posts.map(({ unitId, unitName }) => ({ value: unitId, text: unitName }))}
    />
  )
}
