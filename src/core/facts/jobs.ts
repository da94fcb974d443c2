import type { Services } from '#core/services.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { drainTotals } from './drain.ts'

const DRAIN = 'facts.drain'

export const factsQueues: readonly string[] = []

export function factsJobs(services: Services): readonly JobHandler[] {
  return [{ name: DRAIN, everySeconds: 0.5, run: () => drainTotals(services.systemRequest()) }]
}
