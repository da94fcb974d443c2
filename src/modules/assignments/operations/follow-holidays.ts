import { z } from 'zod'
import { asSystem } from '#core/access/operation.ts'
import { lastDayInTime } from '#core/periods/model/working-days.ts'
import { holidaysOf } from '#core/periods/store.ts'
import type { Services } from '#core/services.ts'
import { addDays, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { dueBetween, moveLastDay, unitsWithWorkDue } from '../store.ts'
import type { Tx } from '../store.ts'

export const FOLLOW_HOLIDAYS = 'assignments.follow-holidays'

const Changed = z.object({ unitId: z.uuid(), day: z.iso.date() })

/** A term can be carried over so many days off to the day that was changed; so many after it are looked at. */
const REACH = 60

/**
 * A day was made a holiday, or a working day again: the last day in time of all work below that is due shortly before it
 * moves with it, done work as well, so that what was done on the next working day counts as done in time. Reminders and
 * the calendar reckon with the days as they are each time. Running it again changes nothing.
 */
export async function followHolidays(services: Pick<Services, 'systemRequest'>, data: unknown): Promise<void> {
  const { unitId, day } = Changed.parse(data)
  const request = services.systemRequest()
  const span = { from: addDays(day, -REACH), to: day }
  // Unit by unit: those of the nation do not wait for each other, and a run that broke off is taken up again.
  for (const below of await asSystem(request, (tx: Tx) => unitsWithWorkDue(tx, unitId, span))) {
    await asSystem(request, (tx: Tx) => followIn(tx, below, span))
  }
}

async function followIn(tx: Tx, unitId: string, span: { from: PlainDate; to: PlainDate }): Promise<void> {
  const holidays = await holidaysOf(untyped(tx), unitId, span.from, addDays(span.to, REACH))
  for (const { id, provinceId, dueOn, lateAfter } of await dueBetween(tx, unitId, span)) {
    const lastDay = lastDayInTime(dueOn, holidays)
    if (lastDay !== lateAfter) await moveLastDay(tx, { id, unitId, provinceId, dueOn }, lastDay)
  }
}
