import type { Module } from '#core/module.ts'
import { OFFICERS, ROLES, type Role } from '#core/access/model/roles.ts'
import { declaredHandMeasures } from './model/measures.ts'
import { CATALOGUE } from './reference/catalogue.ts'
import checkFormula from './operations/check-formula.ts'
import compareIndicator from './operations/compare-indicator.ts'
import exportTable from './operations/export-table.ts'
import getEvidence from './operations/get-evidence.ts'
import getIndicator from './operations/get-indicator.ts'
import getTable from './operations/get-table.ts'
import giveTargets from './operations/give-targets.ts'
import listBelow from './operations/list-below.ts'
import listDefinitions from './operations/list-definitions.ts'
import listHandFigures from './operations/list-hand-figures.ts'
import listIndicators from './operations/list-indicators.ts'
import previewSplit from './operations/preview-split.ts'
import removeHandFigure from './operations/remove-hand-figure.ts'
import removeTarget from './operations/remove-target.ts'
import saveDefinition from './operations/save-definition.ts'
import saveHandFigure from './operations/save-hand-figure.ts'
import setTarget from './operations/set-target.ts'
import traceFigure from './operations/trace-figure.ts'
import withdrawDefinition from './operations/withdraw-definition.ts'
import { indicatorPlainRoutes, indicatorRoutes } from './http.ts'
import { indicatorJobs, indicatorQueues } from './jobs.ts'

/** Those who answer for a unit's figures and targets. */
const WRITERS = ['principal', 'committee_head', 'committee_secretary', ...OFFICERS] as const satisfies readonly Role[]
const LOOKERS = [...OFFICERS, 'inspector'] as const satisfies readonly Role[]

export const indicators: Module = {
  name: 'indicators',
  title: 'Chỉ tiêu',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'files', 'facts'],
  permissions: {
    'indicators.read': { own: ROLES, below: LOOKERS },
    'indicators.board': { own: LOOKERS, below: LOOKERS },
    'indicators.setTarget': { own: WRITERS },
    'indicators.give': { own: OFFICERS },
    'indicators.enter': { own: [...WRITERS, 'clerk'] },
    'indicators.define': { own: ['ministry_officer', 'department_officer'] },
  },
  operations: [
    listIndicators, getIndicator, compareIndicator, listBelow, getTable, exportTable, traceFigure, setTarget, removeTarget, previewSplit, giveTargets, listHandFigures, saveHandFigure,
    removeHandFigure, getEvidence, listDefinitions, checkFormula, saveDefinition, withdrawDefinition,
  ],
  facts: { view: 'indicators.fact', measures: declaredHandMeasures(CATALOGUE) },
  queues: indicatorQueues,
  jobs: indicatorJobs,
  http: indicatorRoutes,
  plainRoutes: indicatorPlainRoutes,
}
