import { z } from 'zod'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { dayOf } from '#platform/clock.ts'
import type { JobHandler, Subscription } from '#platform/jobs.ts'
import { FOLLOW_HOLIDAYS, followHolidays } from './operations/follow-holidays.ts'
import { lookAfterUnit } from './operations/look-after-unit.ts'
import { dropPlan, takePlan } from './operations/take-plan.ts'
import { unitsToVisit } from './round-store.ts'
import type { Tx } from './store.ts'

const TAKE_PLAN = 'assignments.take-plan'
const REVOKE_PLAN = 'assignments.revoke-plan'
const DAILY = 'assignments.daily'

export const assignmentQueues = [TAKE_PLAN, REVOKE_PLAN, FOLLOW_HOLIDAYS, DAILY]
export const assignmentSubscriptions: readonly Subscription[] = [
  { event: 'plans.issued', queue: TAKE_PLAN },
  { event: 'plans.revoked', queue: REVOKE_PLAN },
  { event: 'periods.changed', queue: FOLLOW_HOLIDAYS },
]

const PlanEvent = z.object({ planId: z.uuid() })

export function assignmentJobs(services: Services): readonly JobHandler[] {
  return [
    {
      name: TAKE_PLAN,
      run: async (data) => {
        const request = services.systemRequest()
        await asSystem(request, (tx: Tx) => takePlan(tx, request, PlanEvent.parse(data).planId))
      },
    },
    {
      name: REVOKE_PLAN,
      run: async (data) => {
        const request = services.systemRequest()
        await asSystem(request, (tx: Tx) => dropPlan(tx, request, PlanEvent.parse(data).planId))
      },
    },
    { name: FOLLOW_HOLIDAYS, run: (data) => followHolidays(services, data) },
    { name: DAILY, everyHours: 0.5, run: () => lookAfterUnits(services) },
  ]
}

/** The hour, in Vietnam, from which the day's reminders are written: before the mail of the morning. */
const FROM_HOUR = 5

/** Once a day for every unit with open work, each in its own transaction: a unit that fails keeps no other waiting. */
export async function lookAfterUnits(services: Services): Promise<void> {
  const request = services.systemRequest()
  const { now } = request
  if ((now.getUTCHours() + 7) % 24 < FROM_HOUR) return
  const today = dayOf(now)
  const failed: unknown[] = []
  for (const unitId of await asSystem(request, (tx: Tx) => unitsToVisit(tx, today))) {
    await asSystem(request, (tx: Tx) => lookAfterUnit(tx, request, unitId, today)).catch((error: unknown) => failed.push(error))
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} units could not be looked after`)
}
