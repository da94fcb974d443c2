import { asSystem } from '#core/access/operation.ts'
import { holidaysOf } from '#core/periods/store.ts'
import type { Services } from '#core/services.ts'
import { notifierOf } from '#modules/notifications/public.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { tellSeats } from './alert-store.ts'
import { openCases } from './intake-store.ts'
import { clocksOf } from './model/clocks.ts'
import { lastToPublish } from './model/half-year.ts'
import { publishHalf } from './publish-store.ts'
import { endCases } from './retention-store.ts'
import { asIntake, entriesOf, seatsOf } from './store.ts'
import type { CasesDb } from './tables.ts'

/** The queue of the clocks. */
export const WATCH = 'cases.watch'

/** The queue of what is over. */
export const END = 'cases.end'

/** The queue of what may be known. */
export const PUBLISH = 'cases.publish'

const AHEAD = 60

export function casesJobs(services: Pick<Services, 'systemRequest' | 'config'>): readonly JobHandler[] {
  return [
    { name: WATCH, everyHours: 0.25, run: () => watchClocks(services) },
    { name: END, everyHours: 24, run: () => endClosed(services) },
    { name: PUBLISH, everyHours: 24, run: () => publishCounts(services) },
  ]
}

/** Ends closed cases whose time is over. */
export async function endClosed({ config, systemRequest }: Pick<Services, 'systemRequest' | 'config'>): Promise<void> {
  const request = systemRequest()
  await asSystem<CasesDb, number>(request, (tx) => endCases(tx, config.caseRetention, request.now))
}

/** Publishes the newest half-year that is over, once. */
export async function publishCounts(services: Pick<Services, 'systemRequest'>): Promise<void> {
  const request = services.systemRequest()
  await asSystem<CasesDb, boolean>(request, (tx) => publishHalf(tx, lastToPublish(dayOf(request.now)), request.now, request.newId))
}

/** Tells those in a case when one of its clocks presses, and when it is past the limit: once each, without content. */
export function watchClocks(services: Pick<Services, 'systemRequest'>): Promise<void> {
  const request = services.systemRequest()
  const { now } = request
  return asSystem<CasesDb, void>(request, async (tx) => {
    const { rows, entries } = await asIntake(tx, async () => {
      const rows = await openCases(tx)
      return { rows, entries: await entriesOf(tx, rows.map(({ id }) => id)) }
    })
    for (const { id, unitId, receivedAt } of rows) {
      const holidays = await holidaysOf(untyped(tx), unitId, dayOf(receivedAt), addDays(dayOf(now), AHEAD))
      const pressing = clocksOf(receivedAt, entries.filter(({ caseId }) => caseId === id), holidays, now).filter(({ state }) => state === 'soon' || state === 'late')
      if (pressing.length === 0) continue
      const seats = await asIntake(tx, () => seatsOf(tx, id))
      for (const { key, state, dueAt } of pressing) {
        const handlers = seats.filter(({ kind }) => kind === 'handler')
        await tellSeats(notifierOf(request, tx), handlers, `cases.clock:${id}:${key}:${state}:${dueAt.toISOString()}`, state === 'late' ? 'cases.notice_late' : 'cases.notice_soon')
      }
    }
  })
}
