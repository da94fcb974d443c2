import { ROLES } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import clearHoliday from './operations/clear-holiday.ts'
import listHolidays from './operations/list-holidays.ts'
import setHoliday from './operations/set-holiday.ts'

export const periods: Module = {
  name: 'periods',
  title: 'Ngày nghỉ, kỳ báo cáo',
  folder: import.meta.dirname,
  dependsOn: ['units'],
  permissions: {
    'periods.read': { own: ROLES },
    'periods.change': { own: ['ministry_officer', 'department_officer'] },
  },
  operations: [listHolidays, setHoliday, clearHoliday],
}
