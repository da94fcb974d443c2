import { useState } from 'react'
import { withoutMarks } from '#platform/i18n/search.ts'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { previewRound, type RoundFields } from '../round-contract.ts'

/** So many names are shown at a time: the others are found by typing. */
const MOST_SHOWN = 30

interface UnitPickerProps {
  unitId: string
  /** A round that would ask everybody who can be picked. */
  fields: RoundFields
  chosen: readonly string[]
  onChange: (unitIds: readonly string[]) => void
}

/** Units below, to be picked one by one; those that are picked come first. */
export function UnitPicker({ unitId, fields, chosen, onChange }: UnitPickerProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const read = useOperation(previewRound, { unitId, ...fields, title: fields.title.trim() || '–' }, { keepPrevious: true })
  const wanted = folded(typed)
  return (
    <OperationView read={read}>
      {({ recipients }) => {
        const found = recipients.filter(({ name }) => folded(name).includes(wanted))
        const first = [...found.filter((unit) => chosen.includes(unit.unitId)), ...found.filter((unit) => !chosen.includes(unit.unitId))]
        return (
          <fieldset className="stack stack-tight">
            <legend>{t(['reports.picked_units', { n: chosen.length, all: recipients.length }])}</legend>
            <TextInput label="reports.find_unit" type="search" placeholder="reports.find_unit_hint" value={typed} onChange={setTyped} />
            {first.slice(0, MOST_SHOWN).map((unit) => (
              <Checkbox key={unit.unitId} label={['reports.picker_unit', { unit: unit.name }]} checked={chosen.includes(unit.unitId)} onChange={(isOn) => onChange(isOn ? [...chosen, unit.unitId] : chosen.filter((one) => one !== unit.unitId))} />
            ))}
            {first.length > MOST_SHOWN && <p className="hint">{t(['reports.picker_more', { n: first.length - MOST_SHOWN }])}</p>}
          </fieldset>
        )
      }}
    </OperationView>
  )
}

function folded(text: string): string {
  return withoutMarks(text).toLowerCase().trim()
}
