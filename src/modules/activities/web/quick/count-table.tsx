import { useState } from 'react'
import type { Audience } from '#core/records/model/kind.ts'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { type Enrolled, type Pair, type QuickForm, totalOf } from '../../model/quick.ts'

const FIRST: readonly Audience[] = ['pupils', 'teachers']
const FURTHER: readonly Audience[] = ['managers', 'staff', 'parents', 'community']
const NOBODY: Pair = { female: null, male: null }

interface Props {
  /** Pupils by the newest head-count; nothing where there is none. */
  enrolled: readonly Enrolled[]
  counts: QuickForm['counts']
  onChange: (counts: QuickForm['counts']) => void
  isMissing: boolean
}

/** Women and men of each audience, the total at once. */
export function CountTable({ enrolled, counts, onChange, isMissing }: Props) {
  const { t } = useWords()
  const format = useFormat()
  const [isWide, setWide] = useState(FURTHER.some((audience) => counts[audience] !== undefined))
  const shown = isWide ? [...FIRST, ...FURTHER] : FIRST
  const set = (audience: Audience, patch: Partial<Pair>) => onChange({ ...counts, [audience]: { ...(counts[audience] ?? NOBODY), ...patch } })
  return (
    <section className="stack stack-tight">
      <h2 id="quick-counts">{t('activities.quick_counts')}</h2>
      <table className="quick-counts" aria-labelledby="quick-counts">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t('activities.quick_group')}</span>
            </th>
            <th scope="col">{t('activities.quick_female')}</th>
            <th scope="col">{t('activities.quick_male')}</th>
            <th scope="col">{t('activities.quick_total')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((audience) => {
            const pair = counts[audience] ?? NOBODY
            const name = t(`activities.quick_${audience}`)
            return (
              <tr key={audience}>
                <th scope="row">{name}</th>
                <td>
                  <CountInput label={t(['activities.quick_female_of', { audience: name }])} value={pair.female} onChange={(female) => set(audience, { female })} />
                </td>
                <td>
                  <CountInput label={t(['activities.quick_male_of', { audience: name }])} value={pair.male} onChange={(male) => set(audience, { male })} />
                </td>
                <td aria-live="polite">
                  <b>{format.number(totalOf(pair))}</b>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {enrolled.length > 0 && <UseEnrolled enrolled={enrolled} onUse={(pupils) => set('pupils', pupils)} />}
      {!isWide && (
        <button type="button" className="text-button" onClick={() => setWide(true)}>
          {t('activities.quick_further')}
        </button>
      )}
      {isMissing && (
        <span className="error" role="alert">
          {t('activities.quick_counts_missing')}
        </span>
      )}
    </section>
  )
}

/** Fills in whole classes: a choice instead of six digits. */
function UseEnrolled({ enrolled, onUse }: { enrolled: readonly Enrolled[]; onUse: (pair: Pair) => void }) {
  const { t } = useWords()
  const nameOf = ({ of, name, female, male }: Enrolled) => t([`activities.quick_enrolled_${of}`, { name, female, male }])
  const use = (at: string) => {
    const chosen = enrolled[Number(at)]
    if (at !== '' && chosen) onUse({ female: chosen.female, male: chosen.male })
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

/** Takes digits alone and tells at once: on some phones a tap on the button leaves the cursor in the box. */
function CountInput({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const read = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 5)
    onChange(digits === '' ? null : Number(digits))
  }
  return <input className="input number" aria-label={label} inputMode="numeric" autoComplete="off" value={value ?? ''} onFocus={(event) => event.target.select()} onChange={(event) => read(event.target.value)} />
}
