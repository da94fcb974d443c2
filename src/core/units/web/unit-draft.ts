import type { InputOf } from '#platform/web/request.ts'
import type { createUnit, UnitView } from '../contract.ts'
import type { Form, Level, Ownership, SchoolLevel } from '../model/unit.ts'
import type { PickedUnit } from './unit-picker.tsx'

/** What stands in the form of a unit. */
export interface UnitDraft {
  readonly name: string
  readonly code: string
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
  readonly form: Form | null
  readonly ownership: Ownership | null
  readonly symbol: string
  readonly place: string
  readonly area: PickedUnit | null
  readonly administrative: PickedUnit | null
  readonly professional: PickedUnit | null
}

export const NEW_SCHOOL: UnitDraft = {
  name: '', code: '', level: 'school', schoolLevels: [], form: 'ordinary', ownership: 'public', symbol: '', place: '', area: null, administrative: null, professional: null,
}

export function draftOf({ code, current }: UnitView): UnitDraft {
  const { name, level, schoolLevels, form, ownership, symbol, place, areaId, areaName, administrativeParent, professionalParent } = current
  return {
    name,
    code: code ?? '',
    level,
    schoolLevels,
    form,
    ownership,
    symbol: symbol ?? '',
    place: place ?? '',
    area: areaId ? { id: areaId, name: areaName ?? '' } : null,
    administrative: administrativeParent,
    professional: professionalParent,
  }
}

/** The facts of the form as the operations take them; a body teaches nothing. */
export function factsOf(draft: UnitDraft): Omit<InputOf<typeof createUnit>, 'from' | 'level' | 'code' | 'provinceId'> {
  const isSchool = draft.level === 'school'
  return {
    name: draft.name.trim(),
    schoolLevels: isSchool ? [...draft.schoolLevels] : [],
    form: isSchool ? draft.form : null,
    ownership: isSchool ? draft.ownership : null,
    symbol: draft.symbol.trim() || null,
    place: draft.place.trim() || null,
    areaId: draft.area?.id ?? null,
    administrativeParentId: draft.administrative?.id ?? null,
    professionalParentId: draft.professional?.id ?? null,
  }
}
