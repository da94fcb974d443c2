import { OFFICERS } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { unitPlainRoutes, unitRoutes } from './http.ts'
import changeUnit from './operations/change-unit.ts'
import closeUnit from './operations/close-unit.ts'
import correctUnit from './operations/correct-unit.ts'
import createUnit from './operations/create-unit.ts'
import getTree from './operations/get-tree.ts'
import getUnit from './operations/get-unit.ts'
import listChildren from './operations/list-children.ts'
import mergeUnits from './operations/merge-units.ts'
import searchAreas from './operations/search-areas.ts'
import searchUnits from './operations/search-units.ts'
import splitUnit from './operations/split-unit.ts'

const SUPERIORS = [...OFFICERS, 'administrator'] as const

export const units: Module = {
  name: 'units',
  title: 'Đơn vị',
  folder: import.meta.dirname,
  permissions: {
    'units.create': { own: SUPERIORS, below: SUPERIORS },
    'units.change': { own: [], below: SUPERIORS },
    'units.import': { own: SUPERIORS, below: SUPERIORS },
    'units.correct': { own: ['administrator'], below: SUPERIORS },
  },
  operations: [searchUnits, getUnit, listChildren, getTree, createUnit, changeUnit, correctUnit, closeUnit, mergeUnits, splitUnit, searchAreas],
  http: unitRoutes,
  plainRoutes: unitPlainRoutes,
}
