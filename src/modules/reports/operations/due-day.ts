import type { Transaction } from 'kysely'
import { addDays, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { lastDay, lastDayInTime } from '#core/periods/model/working-days.ts'
import { holidaysOf } from '#core/periods/store.ts'

export interface DueDay {
  readonly day: PlainDate
  readonly isHoliday: boolean
  readonly workingDayBefore: PlainDate
  /** A term that ends on a day off ends with the next working day. */
  readonly inTimeUntil: PlainDate
}

/** A due day with what the calendar of a unit makes of it. */
export async function dueDayOf<DB>(tx: Transaction<DB>, unitId: string, dueOn: PlainDate): Promise<DueDay> {
  const holidays = await holidaysOf(untyped(tx), unitId, addDays(dueOn, -30), addDays(dueOn, 30))
  return { ...lastDay(dueOn, holidays), inTimeUntil: lastDayInTime(dueOn, holidays) }
}
