import type { Module } from '#core/module.ts'
import { OFFICERS, ROLES, type Role } from '#core/access/model/roles.ts'
import addComment from './operations/add-comment.ts'
import advisePlan from './operations/advise-plan.ts'
import comparePlanText from './operations/compare-plan-text.ts'
import amendPlan from './operations/amend-plan.ts'
import approvePlan from './operations/approve-plan.ts'
import changeFrame from './operations/change-frame.ts'
import changesSince from './operations/changes-since.ts'
import coverageBoard from './operations/coverage-board.ts'
import coverageOfPoint from './operations/coverage-of-point.ts'
import decidePoints from './operations/decide-points.ts'
import getPlan from './operations/get-plan.ts'
import getVersion from './operations/get-version.ts'
import issuePlan from './operations/issue-plan.ts'
import listDirectives from './operations/list-directives.ts'
import listPlans from './operations/list-plans.ts'
import previewPlan from './operations/preview-plan.ts'
import recallPlan from './operations/recall-plan.ts'
import returnPlan from './operations/return-plan.ts'
import saveNodes from './operations/save-nodes.ts'
import settleComment from './operations/settle-comment.ts'
import startPlan from './operations/start-plan.ts'
import submitPlan from './operations/submit-plan.ts'
import suggestLines from './operations/suggest-lines.ts'
import withdrawPlan from './operations/withdraw-plan.ts'
import { planPlainRoutes, plansHttp } from './http.ts'
import { PLAN_MEASURES } from './model/measures.ts'
import { plansJobs, plansQueues, plansSubscriptions } from './jobs.ts'
import { planTodos } from './todos.ts'

/** Those who write a unit's plan. */
const WRITERS = ['committee_head', 'committee_secretary', ...OFFICERS] as const satisfies readonly Role[]
const LOOKERS = [...OFFICERS, 'inspector'] as const satisfies readonly Role[]

export const plans: Module = {
  name: 'plans',
  title: 'Kế hoạch',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'access', 'facts', 'periods', 'calendar', 'documents'],
  permissions: {
    'plans.read': { own: ROLES, below: LOOKERS },
    'plans.edit': { own: WRITERS },
    'plans.comment': { own: ROLES },
    'plans.approve': { own: ['principal'] },
    'plans.issue': { own: ['clerk', 'principal'] },
    'plans.board': { own: LOOKERS },
  },
  operations: [
    listPlans, listDirectives, startPlan, getPlan, saveNodes, changesSince, changeFrame, decidePoints, suggestLines, submitPlan,
    recallPlan, returnPlan, approvePlan, issuePlan, withdrawPlan, amendPlan, addComment, settleComment, getVersion,
    coverageBoard, coverageOfPoint, previewPlan, advisePlan, comparePlanText,
  ],
  queues: plansQueues,
  subscriptions: plansSubscriptions,
  jobs: plansJobs,
  todos: planTodos,
  facts: { view: 'plans.fact', measures: PLAN_MEASURES },
  http: plansHttp,
  plainRoutes: planPlainRoutes,
}
