import type { UnitTables } from '#core/units/tables.ts'

export interface CalendarTables {
  'calendar.observance': {
    code: string
    name: string
    nameEn: string
    fromDay: string
    toDay: string
    weight: number
    certainty: 'stated' | 'recalled'
    source: string
  }
  'calendar.theme': { code: string; year: number; theme: string; source: string }
  'calendar.observanceChange': {
    provinceId: string
    id: string
    unitId: string
    code: string | null
    year: number | null
    name: string
    fromDay: string
    toDay: string
    theme: string | null
    dropped: boolean
    source: string
    changedAt: Date
  }
}

export type CalendarDb = CalendarTables & UnitTables
