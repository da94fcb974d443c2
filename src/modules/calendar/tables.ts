import type { Certainty } from './reference/observances.ts'
import type { UnitTables } from '#core/units/tables.ts'

export interface CalendarTables {
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
    certainty: Certainty
    source: string
    changedAt: Date
  }
}

export type CalendarDb = CalendarTables & UnitTables
