import { useState } from 'react'
import { Combobox } from '#platform/web/combobox.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { searchAreas } from '../contract.ts'

/** The commune where a unit lies; found once the administrative units are loaded. */
export function AreaPicker({ value, onChange }: { value: { id: string; name: string } | null; onChange: (area: { id: string; name: string } | null) => void }) {
  const [typed, setTyped] = useState('')
  const read = useOperation(searchAreas, { text: typed }, { keepPrevious: true, enabled: typed.trim() !== '' })
  const areas = (read.data?.areas ?? []).map(({ id, fullName, parentName }) => ({ value: id, text: parentName ? `${fullName}, ${parentName}` : fullName }))
  const choose = (id: string | null) => {
    const found = areas.find((area) => area.value === id)
    onChange(found ? { id: found.value, name: found.text } : null)
  }
  return <Combobox label="units.area" hint="units.area_hint" optional value={value?.id ?? null} valueText={value?.name ?? ''} choices={areas} onSearch={setTyped} onChange={choose} />
}
