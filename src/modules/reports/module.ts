import type { Module } from '#core/module.ts'
import { OFFICERS, ROLES, type Role } from '#core/access/model/roles.ts'
import changeRound from './operations/change-round.ts'
import closeRound from './operations/close-round.ts'
import createRound from './operations/create-round.ts'
import getReport from './operations/get-report.ts'
import getRound from './operations/get-round.ts'
import listForms from './operations/list-forms.ts'
import listReports from './operations/list-reports.ts'
import listRounds from './operations/list-rounds.ts'
import openRound from './operations/open-round.ts'
import previewRound from './operations/preview-round.ts'
import reopenRound from './operations/reopen-round.ts'
import saveReport from './operations/save-report.ts'
import startReport from './operations/start-report.ts'
import withdrawRound from './operations/withdraw-round.ts'

/** Those who write a unit's report. */
const WRITERS = ['committee_head', 'committee_secretary', ...OFFICERS] as const satisfies readonly Role[]
const LOOKERS = [...OFFICERS, 'inspector'] as const satisfies readonly Role[]

export const reports: Module = {
  name: 'reports',
  title: 'Báo cáo',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'access'],
  permissions: {
    'reports.read': { own: ROLES, below: LOOKERS },
    'reports.edit': { own: WRITERS },
    'reports.sign': { own: ['principal'] },
    'reports.submit': { own: [...WRITERS, 'clerk', 'principal'] },
    'reports.ask': { own: OFFICERS },
  },
  operations: [listForms, listRounds, previewRound, createRound, changeRound, openRound, getRound, closeRound, reopenRound, withdrawRound, listReports, startReport, getReport, saveReport],
}
