import type { Services } from '#core/services.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { checkTotals } from './check.ts'
import { drainTotals } from './drain.ts'

const DRAIN = 'facts.drain'
const CHECK = 'facts.check'

export const factsQueues: readonly string[] = [CHECK]

export function factsJobs(services: Services): readonly JobHandler[] {
  return [
    { name: DRAIN, everySeconds: 0.5, run: () => drainTotals(services.systemRequest()) },
    {
      name: CHECK,
      everyHours: 24,
      async run() {
        await checkTotals(services.systemRequest())
      },
    },
  ]
}
