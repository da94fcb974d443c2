import { useWords } from '#platform/web/words.ts'
import type { Enrolled } from '../model/quick.ts'

/** Fills in whole classes: a choice instead of six digits. */
export function UseEnrolled({ enrolled, onUse }: { enrolled: readonly Enrolled[]; onUse: (chosen: Enrolled) => void }) {
  const { t } = useWords()
  const nameOf = ({ of, name, female, male }: Enrolled) => t([`activities.quick_enrolled_${of}`, { name, female, male }])
  const use = (at: string) => {
    const chosen = enrolled[Number(at)]
    if (at !== '' && chosen) onUse(chosen)
  }
  return (
    <select className="input" aria-label={t('activities.quick_enrolled')} value="" onChange={(event) => use(event.target.value)}>
      <option value="">{t('activities.quick_enrolled')}</option>
      {enrolled.map((one, at) => (
        <option key={`${one.of} ${one.name}`} value={at}>
          {nameOf(one)}
        </option>
      ))}
    </select>
  )
}
