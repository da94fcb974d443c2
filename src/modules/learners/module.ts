import { OFFICERS, ROLES } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { learnerPlainRoutes, learnersHttp } from './http.ts'
import { MEASURES } from './model/measures.ts'
import getBook from './operations/get-book.ts'
import saveBook from './operations/save-book.ts'
import summarize from './operations/summarize.ts'

export const learners: Module = {
  name: 'learners',
  title: 'Sổ sĩ số',
  folder: import.meta.dirname,
  dependsOn: ['units', 'access', 'audit', 'facts'],
  permissions: {
    'learners.read': { own: ROLES, below: [...OFFICERS, 'inspector'] },
    'learners.edit': { own: ['principal', 'committee_head', 'committee_secretary', 'clerk'] },
  },
  operations: [getBook, saveBook, summarize],
  facts: { view: 'learners.fact', measures: MEASURES },
  http: learnersHttp,
  plainRoutes: learnerPlainRoutes,
}
