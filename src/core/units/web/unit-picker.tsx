import { useState } from 'react'
import { Combobox } from '#platform/web/combobox.tsx'
import type { FieldProps } from '#platform/web/field.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { searchUnits } from '../contract.ts'
import { standsAbove } from '../model/placement.ts'
import type { Level } from '../model/unit.ts'

export interface PickedUnit {
  readonly id: string
  readonly name: string
}

interface Props extends FieldProps {
  value: PickedUnit | null
  onChange: (unit: PickedUnit | null) => void
  /** Only bodies that may stand above a unit of this level. */
  above?: Level
  /** Only units of this level. */
  level?: Level
  /** Not this one. */
  except?: string
}

/** A unit looked up on the server as one types. */
export function UnitPicker({ value, onChange, above, level, except, ...field }: Props) {
  const [typed, setTyped] = useState('')
  const read = useOperation(searchUnits, { text: typed, ...(level ? { level } : {}), limit: 50 }, { keepPrevious: true })
  const units = (read.data?.units ?? []).filter((unit) => unit.id !== except && (!above || standsAbove(unit.level, above)))
  return (
    <Combobox
      {...field}
      value={value?.id ?? null}
      valueText={value?.name ?? ''}
      choices={units.map(({ id, name }) => ({ value: id, text: name }))}
      onSearch={setTyped}
      onChange={(id) => onChange(units.find((unit) => unit.id === id) ?? null)}
    />
  )
}
