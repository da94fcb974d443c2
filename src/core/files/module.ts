import { ROLES } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { filePlainRoutes, fileRoutes } from './http.ts'
import { CLEAN_UP, cleanUp } from './jobs.ts'
import getUpload from './operations/get-upload.ts'

export const files: Module = {
  name: 'files',
  title: 'Tệp',
  folder: import.meta.dirname,
  dependsOn: ['units'],
  permissions: { 'files.upload': { own: ROLES } },
  operations: [getUpload],
  http: fileRoutes,
  plainRoutes: filePlainRoutes,
  queues: [CLEAN_UP],
  jobs: (services) => [{ name: CLEAN_UP, everyHours: 24, run: () => cleanUp(services.systemRequest()) }],
}
