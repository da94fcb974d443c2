import type { Module } from '#core/module.ts'
import { activitiesAgenda } from './agenda.ts'
import addLink from './operations/add-link.ts'
import answerQuestion from './operations/answer-question.ts'
import changeEvidence from './operations/change-evidence.ts'
import copyActivity from './operations/copy-activity.ts'
import getEvidenceFile from './operations/get-evidence-file.ts'
import exportAttendance from './operations/export-attendance.ts'
import readAttendance from './operations/read-attendance.ts'
import exportActivities from './operations/export-activities.ts'
import getActivity from './operations/get-activity.ts'
import importActivities from './operations/import-activities.ts'
import tryImport from './operations/try-import.ts'
import listActivities from './operations/list-activities.ts'
import removeActivity from './operations/remove-activity.ts'
import restoreActivity from './operations/restore-activity.ts'
import saveActivity from './operations/save-activity.ts'
import { activityPlainRoutes, activityRoutes } from './http.ts'
import { KINDS } from './kinds/all.ts'
import { measuresOf } from './model/measures.ts'
import { permissions } from './policy.ts'
import { activityTodos } from './todos.ts'

/** `addFile` is not listed: only the upload route, which has seen the bytes, calls it. */
export const activities: Module = {
  name: 'activities',
  title: 'Hoạt động',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'files', 'access', 'facts', 'records', 'assignments'],
  permissions,
  facts: { view: 'activities.fact', measures: measuresOf(KINDS.values()) },
  operations: [listActivities, getActivity, saveActivity, removeActivity, restoreActivity, copyActivity, addLink, changeEvidence, answerQuestion, getEvidenceFile, exportActivities, tryImport, importActivities, exportAttendance, readAttendance],
  todos: activityTodos,
  agenda: activitiesAgenda,
  http: activityRoutes,
  plainRoutes: activityPlainRoutes,
}
