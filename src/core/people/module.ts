import { OFFICERS, ROLES } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import changePerson from './operations/change-person.ts'
import getPerson from './operations/get-person.ts'
import listPeople from './operations/list-people.ts'

export const people: Module = {
  name: 'people',
  title: 'Cán bộ, giáo viên, nhân viên',
  folder: import.meta.dirname,
  dependsOn: ['units'],
  permissions: {
    // Whoever works in a unit may know by name who else does: tasks are given to people.
    'people.read': { own: ROLES, below: [...OFFICERS, 'inspector', 'administrator'] },
    'people.change': { own: ['principal', 'administrator', 'clerk'], below: [...OFFICERS, 'administrator'] },
  },
  operations: [listPeople, getPerson, changePerson],
}
