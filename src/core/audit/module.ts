import { OFFICERS } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { VERIFY, verifyNightly } from './jobs.ts'
import checkAudit from './operations/check-audit.ts'
import listAudit from './operations/list-audit.ts'

export const audit: Module = {
  name: 'audit',
  title: 'Nhật ký',
  folder: import.meta.dirname,
  permissions: {
    'audit.read': { own: ['principal', 'administrator', 'inspector'], below: [...OFFICERS, 'inspector', 'administrator'] },
  },
  operations: [listAudit, checkAudit],
  queues: [VERIFY],
  jobs: (services) => [{ name: VERIFY, everyHours: 24, run: () => verifyNightly(services.systemRequest()) }],
}
