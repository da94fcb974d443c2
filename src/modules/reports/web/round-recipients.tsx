import { useState } from 'react'
import { LEVELS, SCHOOL_LEVELS, type Level } from '#core/units/model/unit.ts'
import type { Words } from '#platform/i18n/messages.ts'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import type { RoundFields } from '../round-contract.ts'
import { UnitPicker } from './unit-picker.tsx'

const LEVEL_WORDS = {
  ministry: 'reports.level_ministry',
  department: 'reports.level_department',
  district_office: 'reports.level_district_office',
  commune: 'reports.level_commune',
  school: 'reports.level_school',
} as const satisfies Record<Level, Words>

const SCHOOL_LEVEL_WORDS = {
  kindergarten: 'reports.school_kindergarten',
  primary: 'reports.school_primary',
  lower_secondary: 'reports.school_lower_secondary',
  upper_secondary: 'reports.school_upper_secondary',
} as const satisfies Record<(typeof SCHOOL_LEVELS)[number], Words>

interface RecipientsProps {
  unitId: string
  fields: RoundFields
  level: Level
  change: (patch: Partial<RoundFields>) => void
}

/** Whom the round asks: every unit of a kind, or those that are picked from a list. */
export function RoundRecipients({ unitId, fields, level, change }: RecipientsProps) {
  const { t } = useWords()
  const { audience } = fields
  const levels = LEVELS.slice(LEVELS.indexOf(level) + 1).filter((one) => one !== 'district_office')
  // What was chosen the other way comes back when one changes one's mind.
  const [kind, setKind] = useState(audience.by === 'kind' ? audience : { by: 'kind' as const, levels })
  const choose = (by: 'kind' | 'list') => {
    if (audience.by === 'kind') setKind(audience)
    change({ audience: by === 'list' ? { by, unitIds: [] } : kind })
  }
  return (
    <section className="card stack">
      <h2>{t('reports.round_whom')}</h2>
      <Select
        label="reports.line"
        value={fields.line}
        onChange={(line) => change({ line })}
        choices={[
          { value: 'professional', label: 'reports.line_professional' },
          { value: 'administrative', label: 'reports.line_administrative' },
        ]}
      />
      <Select
        label="reports.round_by"
        value={audience.by}
        onChange={choose}
        choices={[
          { value: 'kind', label: 'reports.round_by_kind' },
          { value: 'list', label: 'reports.round_by_list' },
        ]}
      />
      {audience.by === 'kind' ? (
        <Kinds audience={audience} levels={levels} onChange={(next) => change({ audience: next })} />
      ) : (
        <UnitPicker unitId={unitId} fields={{ ...fields, audience: { by: 'kind', levels: [...levels] } }} chosen={audience.unitIds} onChange={(unitIds) => change({ audience: { by: 'list', unitIds: [...unitIds] } })} />
      )}
    </section>
  )
}

type ByKind = Extract<RoundFields['audience'], { by: 'kind' }>

function Kinds({ audience, levels, onChange }: { audience: ByKind; levels: readonly Level[]; onChange: (audience: ByKind) => void }) {
  const { t } = useWords()
  const toggled = <V extends string>(list: readonly V[], value: V, isOn: boolean) => (isOn ? [...list, value] : list.filter((one) => one !== value))
  const schoolLevels = audience.schoolLevels ?? []
  return (
    <>
      <fieldset className="stack stack-tight">
        <legend>{t('reports.levels')}</legend>
        {levels.map((one) => (
          <Checkbox key={one} label={LEVEL_WORDS[one]} checked={audience.levels.includes(one)} onChange={(isOn) => onChange({ ...audience, levels: toggled(audience.levels, one, isOn) })} />
        ))}
      </fieldset>
      {audience.levels.includes('school') && (
        <fieldset className="stack stack-tight">
          <legend>{t('reports.school_levels')}</legend>
          {SCHOOL_LEVELS.map((one) => (
            <Checkbox key={one} label={SCHOOL_LEVEL_WORDS[one]} checked={schoolLevels.includes(one)} onChange={(isOn) => onChange({ ...audience, schoolLevels: toggled(schoolLevels, one, isOn) })} />
          ))}
          <p className="hint">{t('reports.school_levels_hint')}</p>
        </fieldset>
      )}
    </>
  )
}
