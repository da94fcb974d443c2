import type { Module } from '#core/module.ts'
import { uploadRoutes } from './http-parts.ts'
import copyActivity from './operations/copy-activity.ts'
import getActivity from './operations/get-activity.ts'
import listActivities from './operations/list-activities.ts'
import removeActivity from './operations/remove-activity.ts'
import restoreActivity from './operations/restore-activity.ts'
import saveActivity from './operations/save-activity.ts'
import { KINDS } from './kinds/all.ts'
import { measuresOf } from './model/measures.ts'
import { permissions } from './policy.ts'

export const activities: Module = {
  name: 'activities',
  title: 'Hoạt động',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'files', 'access', 'facts', 'records'],
  permissions,
  facts: { view: 'activities.fact', measures: measuresOf(KINDS.values()) },
  operations: [listActivities, getActivity, saveActivity, removeActivity, restoreActivity, copyActivity],
  http: uploadRoutes,
}
