import type { Module } from '#core/module.ts'
import { OFFICERS, ROLES, type Role } from '#core/access/model/roles.ts'
import { reportPlainRoutes, reportsHttp } from './http.ts'
import { agendaOfReports } from './agenda.ts'
import { boardPlainRoutes } from './board-http.ts'
import { boardOperations } from './operations/board-operations.ts'
import { reportsJobs, reportsQueues, reportsSubscriptions } from './jobs.ts'
import { reportTodos } from './todos.ts'
import acceptReport from './operations/accept-report.ts'
import addRecipient from './operations/add-recipient.ts'
import changeRound from './operations/change-round.ts'
import closeRound from './operations/close-round.ts'
import correctReport from './operations/correct-report.ts'
import createRound from './operations/create-round.ts'
import exemptReport from './operations/exempt-report.ts'
import extendReport from './operations/extend-report.ts'
import getReport from './operations/get-report.ts'
import getReportVersion from './operations/get-report-version.ts'
import getRound from './operations/get-round.ts'
import issueReport from './operations/issue-report.ts'
import listForms from './operations/list-forms.ts'
import listReports from './operations/list-reports.ts'
import listRounds from './operations/list-rounds.ts'
import openRound from './operations/open-round.ts'
import printReport from './operations/print-report.ts'
import adviseReport from './operations/advise-report.ts'
import compareReportText from './operations/compare-report-text.ts'
import presentReport from './operations/present-report.ts'
import previewRound from './operations/preview-round.ts'
import recallReport from './operations/recall-report.ts'
import reopenRound from './operations/reopen-round.ts'
import requireReport from './operations/require-report.ts'
import returnReport from './operations/return-report.ts'
import saveReport from './operations/save-report.ts'
import sendBackReport from './operations/send-back-report.ts'
import signReport from './operations/sign-report.ts'
import startReport from './operations/start-report.ts'
import submitReport from './operations/submit-report.ts'
import withdrawRound from './operations/withdraw-round.ts'
import writeApart from './operations/write-apart.ts'

/** Those who write a unit's report. */
const WRITERS = ['committee_head', 'committee_secretary', ...OFFICERS] as const satisfies readonly Role[]
const LOOKERS = [...OFFICERS, 'inspector'] as const satisfies readonly Role[]

export const reports: Module = {
  name: 'reports',
  title: 'Báo cáo',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'access', 'facts', 'periods', 'records', 'indicators', 'documents', 'plans', 'notifications'],
  queues: reportsQueues,
  subscriptions: reportsSubscriptions,
  jobs: reportsJobs,
  todos: reportTodos,
  agenda: agendaOfReports,
  http: reportsHttp,
  plainRoutes: [...reportPlainRoutes, ...boardPlainRoutes],
  permissions: {
    'reports.read': { own: ROLES, below: LOOKERS },
    'reports.edit': { own: WRITERS },
    'reports.sign': { own: ['principal'] },
    'reports.submit': { own: [...WRITERS, 'clerk', 'principal'] },
    'reports.ask': { own: OFFICERS },
    // Who signs and who numbers reads it as well as those who write it.
    'reports.consolidation': { own: [...LOOKERS, 'principal', 'clerk'] },
    'reports.issue': { own: ['clerk', 'principal'] },
  },
  facts: {
    view: 'reports.fact',
    measures: [
      { code: 'reports.due', number: 'count', over: 'sum', breakdowns: ['detail'], appliesTo: [] },
      { code: 'reports.in_time', number: 'count', over: 'sum', breakdowns: ['detail'], appliesTo: [] },
    ],
  },
  operations: [
    listForms, listRounds, previewRound, createRound, changeRound, openRound, getRound, closeRound, reopenRound, withdrawRound, extendReport, exemptReport,
    requireReport, addRecipient, listReports, startReport, getReport, saveReport, writeApart, presentReport, sendBackReport, recallReport, signReport, submitReport, issueReport,
    returnReport, acceptReport, correctReport, getReportVersion, printReport, adviseReport, compareReportText, ...boardOperations,
  ],
}
