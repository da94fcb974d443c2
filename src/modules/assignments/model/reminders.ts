import type { Holidays } from '#core/periods/model/working-days.ts'
import { reminderOn as reminderOfTerm, type Reminder, type Term } from '#core/periods/model/reminders.ts'
import { daysBetween, type PlainDate } from '#platform/clock.ts'

export type { Reminder, Term } from '#core/periods/model/reminders.ts'

/** Days before the due day on which people are reminded; afterwards every working day. */
export const REMIND_BEFORE = [14, 7, 3, 1, 0] as const

/** Days late from which the superior sees it. */
export const SUPERIOR_AFTER = 7

/** What a person is to be told today about an assignment; null on days off and on days without a reminder. */
export function reminderOn(today: PlainDate, term: Term, holidays: Holidays): Reminder | null {
  return reminderOfTerm(today, term, holidays, REMIND_BEFORE)
}

/** Days since the last day in time; 0 while it is in time. */
export function daysLate(today: PlainDate, lateAfter: PlainDate | null): number {
  return lateAfter === null ? 0 : Math.max(0, daysBetween(lateAfter, today))
}
