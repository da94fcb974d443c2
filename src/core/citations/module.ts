import { OFFICERS } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import clearReference from './operations/clear-reference.ts'
import setReference from './operations/set-reference.ts'

export const citations: Module = {
  name: 'citations',
  title: 'Sổ văn bản của ngành',
  folder: import.meta.dirname,
  dependsOn: ['units'],
  permissions: { 'citations.change': { own: ['administrator', ...OFFICERS] } },
  operations: [setReference, clearReference],
}
