import type { Module } from '#core/module.ts'
import { factsJobs, factsQueues } from './jobs.ts'

export const facts: Module = {
  name: 'facts',
  title: 'Số liệu',
  folder: import.meta.dirname,
  dependsOn: ['units'],
  queues: factsQueues,
  jobs: factsJobs,
}
