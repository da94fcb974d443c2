import { useState } from 'react'
import { searchUnits } from '#core/units/contract.ts'
import { Combobox } from '#platform/web/combobox.tsx'
import { useOperation } from '#platform/web/operations.ts'
import type { Words } from '#platform/i18n/messages.ts'
import { useCan, useSession } from './session.ts'

export interface ChosenUnit {
  readonly id: string
  readonly name: string
}

/** One of the units that the person may open accounts in: the active one and those below it. */
export function UnitChoice({ value, onChange, error }: { value: ChosenUnit | null; onChange: (unit: ChosenUnit | null) => void; error: Words | null }) {
  const { active } = useSession()
  const can = useCan()
  const [typed, setTyped] = useState('')
  const read = useOperation(searchUnits, { text: typed, below: active.unitId, limit: 20 }, { keepPrevious: true })
  const units = (read.data?.units ?? []).filter((unit) => unit.id !== active.unitId || can('access.manageAccounts'))
  const choose = (id: string | null) => onChange(units.find((unit) => unit.id === id) ?? null)
  return (
    <Combobox
      label="access.new_unit"
      hint="access.new_unit_hint"
      value={value?.id ?? null}
      valueText={value?.name ?? ''}
      choices={units.map((unit) => ({ value: unit.id, text: unit.name }))}
      onSearch={setTyped}
      onChange={choose}
      error={error}
    />
  )
}
