import { OFFICERS, ROLES } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { calendarAgenda } from './agenda.ts'
import clearObservance from './operations/clear-observance.ts'
import listObservances from './operations/list-observances.ts'
import setObservance from './operations/set-observance.ts'

export const calendar: Module = {
  name: 'calendar',
  title: 'Lịch năm',
  folder: import.meta.dirname,
  dependsOn: ['units', 'periods'],
  permissions: {
    'calendar.read': { own: ROLES },
    'calendar.change': { own: [...OFFICERS, 'committee_head', 'committee_secretary'] },
  },
  operations: [listObservances, setObservance, clearObservance],
  agenda: calendarAgenda,
}
