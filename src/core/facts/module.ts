import type { Module } from '#core/module.ts'
import { factsJobs, factsQueues } from './jobs.ts'
import getCheck from './operations/get-check.ts'

export const facts: Module = {
  name: 'facts',
  title: 'Số liệu',
  folder: import.meta.dirname,
  dependsOn: ['units'],
  operations: [getCheck],
  queues: factsQueues,
  jobs: factsJobs,
}
