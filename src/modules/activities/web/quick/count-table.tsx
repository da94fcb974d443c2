import { useState } from 'react'
import type { Audience, Kind } from '#core/records/model/kind.ts'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { UseEnrolled } from '../use-enrolled.tsx'
import { audiencesOf, type Enrolled, type Pair, type QuickForm, totalOf } from '../../model/quick.ts'

const NOBODY: Pair = { female: null, male: null }

interface Props {
  kind: Kind
  /** Pupils by the newest head-count; nothing where there is none. */
  enrolled: readonly Enrolled[]
  counts: QuickForm['counts']
  onChange: (counts: QuickForm['counts']) => void
  isMissing: boolean
}

/** Women and men of each audience, the total at once. */
export function CountTable({ kind, enrolled, counts, onChange, isMissing }: Props) {
  const { t } = useWords()
  const format = useFormat()
  const { first, further } = audiencesOf(kind)
  const [isWide, setWide] = useState(further.some((audience) => counts[audience] !== undefined))
  const shown = isWide ? [...first, ...further] : first
  const isReach = kind.counting === 'reach'
  const set = (audience: Audience, patch: Partial<Pair>) => onChange({ ...counts, [audience]: { ...(counts[audience] ?? NOBODY), ...patch } })
  return (
    <section className="stack stack-tight">
      <h2 id="quick-counts">
        {t('activities.quick_counts')} {kind.withoutPeople && <span className="aside">{t('activities.quick_if_any')}</span>}
      </h2>
      <table className="quick-counts" aria-labelledby="quick-counts">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t('activities.quick_group')}</span>
            </th>
            {isReach ? (
              <th scope="col">{t('activities.readers')}</th>
            ) : (
              <>
                <th scope="col">{t('activities.quick_female')}</th>
                <th scope="col">{t('activities.quick_male')}</th>
                <th scope="col">{t('activities.quick_total')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((audience) => {
            const pair = counts[audience] ?? NOBODY
            const name = t(`activities.quick_${audience}`)
            return (
              <tr key={audience}>
                <th scope="row">{name}</th>
                {isReach ? (
                  <td>
                    <CountInput label={name} value={pair.all ?? null} onChange={(all) => set(audience, { all })} />
                  </td>
                ) : (
                  <>
                    <td>
                      <CountInput label={t(['activities.quick_female_of', { audience: name }])} value={pair.female} onChange={(female) => set(audience, { female })} />
                    </td>
                    <td>
                      <CountInput label={t(['activities.quick_male_of', { audience: name }])} value={pair.male} onChange={(male) => set(audience, { male })} />
                    </td>
                    <td aria-live="polite">
                      <b>{format.number(totalOf(pair))}</b>
                    </td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {kind.counting === 'repeated' && <p className="hint">{t('activities.quick_repeated')}</p>}
      {enrolled.length > 0 && !isReach && kind.audiences.includes('pupils') && <UseEnrolled enrolled={enrolled} onUse={({ female, male }) => set('pupils', { female, male })} />}
      {!isWide && further.length > 0 && (
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

/** Takes digits alone and tells at once: on some phones a tap on the button leaves the cursor in the box. */
function CountInput({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const read = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 5)
    onChange(digits === '' ? null : Number(digits))
  }
  return <input className="input number" aria-label={label} inputMode="numeric" autoComplete="off" value={value ?? ''} onFocus={(event) => event.target.select()} onChange={(event) => read(event.target.value)} />
}
