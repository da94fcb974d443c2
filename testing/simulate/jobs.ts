import type { Services } from '#core/services.ts'
import { assignmentJobs } from '#modules/assignments/jobs.ts'
import { reportsJobs } from '#modules/reports/jobs.ts'
import type { Builders } from '#testing/builders.ts'
import type { JobHandler } from '#platform/jobs.ts'

/** The jobs that a year needs: work out of plans, marks at reports. Printing and mail stay in the queue. */
export function jobsOfYear(world: Builders): readonly JobHandler[] {
  const services = { systemRequest: () => world.as(null) } as Services
  return [...assignmentJobs(services), ...reportsJobs(services)]
}
