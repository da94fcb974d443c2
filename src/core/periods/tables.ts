import type { PlainDate } from '#platform/clock.ts'
import type { Basis } from './model/holidays.ts'

export interface PeriodTables {
  'periods.holiday': { day: PlainDate; kind: 'off' | 'working'; name: string; basis: Basis; source: string }
  'periods.holidayChange': {
    provinceId: string
    id: string
    unitId: string
    day: PlainDate
    kind: 'off' | 'working' | 'ordinary'
    name: string
    basis: Basis
    source: string
    changedAt: Date
  }
}
