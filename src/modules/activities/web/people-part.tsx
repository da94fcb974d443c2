import { useState } from 'react'
import { type Kind, type Sex, SEXES } from '#core/records/model/kind.ts'
import { EMPTY_CELL, type GridCell, type GridRow, gridOf, headCountsOf, sumOf } from '#core/records/model/people-grid.ts'
import type { HeadCount } from '#core/records/model/record.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { NumberInput } from '#platform/web/number-input.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Enrolled } from '../model/quick.ts'
import { UseEnrolled } from './use-enrolled.tsx'
import { ageLabel, audienceLabel, sexLabel } from './activity-words.ts'

interface PeoplePartProps {
  kind: Kind
  /** Pupils by the newest head-count; nothing where there is none. */
  enrolled: readonly Enrolled[]
  headCounts: readonly HeadCount[]
  errorAt: (at: string) => MessageKey | null
  onChange: (headCounts: readonly HeadCount[]) => void
}

/** What is asked of each sex, in columns: contacts, and where the kind asks, persons and those of a minority among them. */
function columnsOf(kind: Kind): { of: keyof GridCell; label: MessageKey }[] {
  const isRepeated = kind.counting === 'repeated'
  const asksMinority = kind.ask.includes('ethnicity')
  return [
    { of: 'contacts', label: isRepeated ? 'activities.contacts' : kind.counting === 'reach' ? 'activities.readers' : 'activities.persons' },
    ...(isRepeated ? [{ of: 'persons' as const, label: 'activities.persons' as const }] : []),
    ...(asksMinority ? [{ of: 'minorityContacts' as const, label: 'activities.of_minority' as const }] : []),
    ...(asksMinority && isRepeated ? [{ of: 'minorityPersons' as const, label: 'activities.of_minority_persons' as const }] : []),
  ]
}

/** Head-counts by audience and sex; men and boys stand beside women and girls, each with their own column. */
export function PeoplePart({ kind, enrolled, headCounts, errorAt, onChange }: PeoplePartProps) {
  const { t } = useWords()
  const format = useFormat()
  const grid = gridOf(kind, headCounts)
  const [isUnknownShown, setUnknownShown] = useState(false)
  // Women and men, girls and boys first; who is not told apart is asked only where somebody needs it.
  const sexes = SEXES.filter((sex) => sex !== '' || isUnknownShown || kind.counting === 'reach' || headCounts.some((cell) => cell.sex === ''))
  const columns = columnsOf(kind)
  const change = (at: GridRow, sex: Sex, cell: Partial<GridCell>) =>
    onChange(headCountsOf(grid.map((row) => (row === at ? { ...row, bySex: { ...row.bySex, [sex]: { ...row.bySex[sex], ...cell } } } : row))))
  // by age groups the register tells nothing
  const pupils = kind.counting === 'reach' ? undefined : grid.find(({ audience, ageGroup }) => audience === 'pupils' && ageGroup === '')
  const fillFromRoll = (row: GridRow, { female, male }: Enrolled) => {
    const cellOf = (count: number): GridCell => ({ ...EMPTY_CELL, contacts: count, persons: kind.counting === 'repeated' ? count : null })
    onChange(headCountsOf(grid.map((one) => (one === row ? { ...row, bySex: { F: cellOf(female), M: cellOf(male), '': EMPTY_CELL } } : one))))
  }
  const nameOf = ({ audience, ageGroup }: GridRow) => `${t(audienceLabel(audience))}${kind.ask.includes('age') && audience === 'pupils' ? `, ${t(ageLabel(ageGroup))}` : ''}`
  const error = grid.map(({ audience }) => errorAt(`people.${audience}`)).find((one) => one !== null)
  return (
    <>
      <section className="table-scroll" aria-label={t('activities.people')}>
        <table className="table table-cards people-grid">
          <caption className="vh">{t('activities.people')}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('activities.audience')}
              </th>
              {sexes.map((sex) => (
                <th key={sex} scope="colgroup" colSpan={columns.length}>
                  {t(sexLabel(sex))}
                </th>
              ))}
              <th scope="col" rowSpan={2} className="number">
                {t('activities.sum')}
              </th>
            </tr>
            <tr>
              {sexes.flatMap((sex) =>
                columns.map(({ of, label }) => (
                  <th key={sex + of} scope="col">
                    {t(label)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {grid.map((row) => (
              <tr key={row.audience + row.ageGroup}>
                <th scope="row">{nameOf(row)}</th>
                {sexes.flatMap((sex) =>
                  columns.map(({ of, label }) => (
                    <td key={sex + of} data-label={columns.length > 1 ? `${t(sexLabel(sex))}, ${t(label)}` : t(sexLabel(sex))}>
                      <NumberInput
                        label={['activities.cell', { who: nameOf(row), sex: t(sexLabel(sex)), what: t(label) }]}
                        hideLabel
                        min={0}
                        max={100_000_000}
                        value={row.bySex[sex][of]}
                        onChange={(value) => change(row, sex, { [of]: value })}
                      />
                    </td>
                  )),
                )}
                <td className="number" data-label={t('activities.sum')}>{format.number(sumOf(SEXES.map((sex) => row.bySex[sex].contacts)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pupils && enrolled.length > 0 && (
        <div className="no-print">
          <UseEnrolled enrolled={enrolled} onUse={(chosen) => fillFromRoll(pupils, chosen)} />
        </div>
      )}
      <p className="hint">{t(kind.counting === 'repeated' ? 'activities.repeated_hint' : kind.counting === 'reach' ? 'activities.reach_hint' : 'activities.once_hint')}</p>
      {sexes.length < SEXES.length && <Button kind="ghost" small icon="plus" label="activities.sex_unknown" onClick={() => setUnknownShown(true)} />}
      {error && (
        <p className="error" role="alert">
          {t(error)}
        </p>
      )}
    </>
  )
}
