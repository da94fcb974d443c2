import { Checkbox } from '#platform/web/checkbox.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import type { SchoolLevel } from '../model/unit.ts'
import { AreaPicker } from './area-picker.tsx'
import type { UnitDraft } from './unit-draft.ts'
import { UnitPicker } from './unit-picker.tsx'
import { formChoices, levelChoices, ownershipChoices, schoolLevelChoices } from './unit-words.ts'

interface Props {
  draft: UnitDraft
  onChange: (draft: UnitDraft) => void
  /** The person pressed the button once: what is missing is named. */
  isChecked: boolean
  /** The level of a unit that exists does not change. */
  withLevel?: boolean
  /** Where it stands is the superior's business. */
  withParents: boolean
}

/** The fields of a unit, for a new one and for a change. */
export function UnitFields({ draft, onChange, isChecked, withLevel = false, withParents }: Props) {
  const change = (patch: Partial<UnitDraft>) => onChange({ ...draft, ...patch })
  const levels = levelChoices.filter(({ value }) => value !== 'ministry' && value !== 'district_office')
  return (
    <>
      <TextInput label="units.name" value={draft.name} onChange={(name) => change({ name })} error={isChecked && !draft.name.trim() ? 'units.name_missing' : null} maxLength={250} autoComplete="off" />
      {withLevel && <Select label="units.level" value={draft.level} onChange={(level) => change({ level })} choices={levels} />}
      {draft.level === 'school' && <SchoolFields draft={draft} change={change} isChecked={isChecked} />}
      {withParents && (
        <>
          <UnitPicker label="units.administrative" hint="units.administrative_hint" optional above={draft.level} value={draft.administrative} onChange={(administrative) => change({ administrative })} />
          <UnitPicker
            label="units.professional"
            hint="units.professional_hint"
            above={draft.level}
            value={draft.professional}
            onChange={(professional) => change({ professional })}
            error={isChecked && !draft.administrative && !draft.professional ? 'units.parent_missing' : null}
          />
        </>
      )}
      <FieldRow>
        <TextInput label="units.symbol" hint="units.symbol_hint" optional value={draft.symbol} onChange={(symbol) => change({ symbol })} maxLength={40} autoComplete="off" />
        <TextInput label="units.place" hint="units.place_hint" optional value={draft.place} onChange={(place) => change({ place })} maxLength={100} autoComplete="off" />
        <TextInput label="units.code" hint="units.code_hint" optional value={draft.code} onChange={(code) => change({ code })} maxLength={40} autoComplete="off" />
      </FieldRow>
      <AreaPicker value={draft.area} onChange={(area) => change({ area })} />
    </>
  )
}

function SchoolFields({ draft, change, isChecked }: { draft: UnitDraft; change: (patch: Partial<UnitDraft>) => void; isChecked: boolean }) {
  const { t } = useWords()
  const toggle = (level: SchoolLevel, isOn: boolean) => change({ schoolLevels: isOn ? [...draft.schoolLevels, level] : draft.schoolLevels.filter((other) => other !== level) })
  const isMissing = isChecked && draft.schoolLevels.length === 0 && draft.form !== 'continuing'
  return (
    <>
      <fieldset className="stack stack-tight">
        <legend className="legend">{t('units.school_levels')}</legend>
        {schoolLevelChoices.map(({ value, label }) => (
          <Checkbox key={value} label={label} checked={draft.schoolLevels.includes(value)} onChange={(isOn) => toggle(value, isOn)} error={isMissing && value === 'kindergarten' ? 'units.school_levels_missing' : null} />
        ))}
      </fieldset>
      <FieldRow>
        <Select label="units.form" value={draft.form ?? ''} onChange={(form) => change({ form })} choices={formChoices} empty="units.not_known" />
        <Select label="units.ownership" value={draft.ownership ?? ''} onChange={(ownership) => change({ ownership })} choices={ownershipChoices} empty="units.not_known" />
      </FieldRow>
    </>
  )
}

/** Whether the server has a chance to take it. */
export function isComplete(draft: UnitDraft): boolean {
  const teaches = draft.level !== 'school' || draft.schoolLevels.length > 0 || draft.form === 'continuing'
  return draft.name.trim() !== '' && teaches && (draft.administrative !== null || draft.professional !== null || draft.level === 'ministry')
}
