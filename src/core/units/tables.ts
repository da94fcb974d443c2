import type { PlainDate } from '#platform/clock.ts'
import type { Level, SchoolLevel, Form, Ownership } from './model/unit.ts'

/** A `daterange` as PostgreSQL prints it: `[2020-01-01,2025-07-01)`; an open end is empty. */
export type DateRange = string

export interface UnitTables {
  'units.unit': { id: string; provinceId: string; code: string | null; closedOn: PlainDate | null }
  'units.unitVersion': {
    unitId: string
    valid: DateRange
    name: string
    level: Level
    schoolLevels: SchoolLevel[]
    form: Form | null
    ownership: Ownership | null
    symbol: string | null
    place: string | null
    areaId: string | null
    administrativeParentId: string | null
    professionalParentId: string | null
    searchName: string
  }
  'units.succession': { fromId: string; toId: string | null; onDay: PlainDate; kind: string; decision: string | null }
  'units.unitAncestor': { unitId: string; ancestorId: string; line: 'administrative' | 'professional'; depth: number; valid: DateRange }
  'units.area': { id: string; code: string; level: 'province' | 'district' | 'commune' }
  'units.areaVersion': {
    areaId: string
    valid: DateRange
    name: string
    fullName: string
    kind: string
    parentId: string | null
    searchName: string
    source: string
  }
  'units.areaSuccession': { fromId: string; toId: string; onDay: PlainDate; share: 'whole' | 'rest' | 'part'; source: string }
}
