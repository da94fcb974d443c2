import { OFFICERS } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { factsJobs, factsQueues } from './jobs.ts'
import getCheck from './operations/get-check.ts'

export const facts: Module = {
  name: 'facts',
  title: 'Số liệu',
  folder: import.meta.dirname,
  dependsOn: ['units'],
  // Whoever looks after the figures of others; people of one unit see theirs where they entered them.
  permissions: { 'facts.readCheck': { own: [...OFFICERS, 'administrator'] } },
  operations: [getCheck],
  queues: factsQueues,
  jobs: factsJobs,
}
