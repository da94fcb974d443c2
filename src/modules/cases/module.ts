import { ROLES } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { casesHttp, casesPlainRoutes } from './http.ts'
import { casesJobs, END, PUBLISH, WATCH } from './jobs.ts'
import { MEASURES } from './model/measures.ts'
import addStep from './operations/add-step.ts'
import answerRecovery from './operations/answer-recovery.ts'
import askGlass from './operations/ask-glass.ts'
import askClosing from './operations/ask-closing.ts'
import changePassphrase from './operations/change-passphrase.ts'
import chooseKeepers from './operations/choose-keepers.ts'
import clearHelpLine from './operations/clear-help-line.ts'
import closeCase from './operations/close-case.ts'
import closeKey from './operations/close-key.ts'
import confirmKey from './operations/confirm-key.ts'
import getKey from './operations/get-key.ts'
import enterReport from './operations/enter-report.ts'
import listCases from './operations/list-cases.ts'
import listGlass from './operations/list-glass.ts'
import listHelpLines from './operations/list-help-lines.ts'
import makeKey from './operations/make-key.ts'
import openGlass from './operations/open-glass.ts'
import openKey from './operations/open-key.ts'
import readCase from './operations/read-case.ts'
import readStep from './operations/read-step.ts'
import reportUp from './operations/report-up.ts'
import seatHandler from './operations/seat-handler.ts'
import sendBack from './operations/send-back.ts'
import sendMessage from './operations/send-message.ts'
import setHelpLine from './operations/set-help-line.ts'
import setHold from './operations/set-hold.ts'
import { caseTodos } from './todos.ts'

export const cases: Module = {
  name: 'cases',
  title: 'Việc cần giữ kín',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'access', 'audit', 'periods', 'facts', 'notifications'],
  // A role opens nothing by itself: every case asks for a seat as well.
  permissions: {
    // Whoever hears of it has to tell.
    'cases.enter': { own: ROLES },
    'cases.work': { own: ['case_handler', 'principal'] },
    // Numbers to call are for everybody: of a province, or of the nation.
    'cases.editHelpLines': { own: ['department_officer', 'ministry_officer'] },
  },
  operations: [getKey, makeKey, openKey, closeKey, changePassphrase, chooseKeepers, answerRecovery, confirmKey, enterReport, listCases, readCase, readStep, addStep, reportUp, sendMessage, seatHandler, askClosing, sendBack, closeCase, setHold, listGlass, askGlass, openGlass, listHelpLines, setHelpLine, clearHelpLine],
  todos: caseTodos,
  facts: { view: 'case_counts.fact', measures: MEASURES },
  queues: [WATCH, PUBLISH, END],
  jobs: casesJobs,
  http: casesHttp,
  plainRoutes: casesPlainRoutes,
}
