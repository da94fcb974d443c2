import { addDays, daysBetween, type PlainDate } from '#platform/clock.ts'
import { isWorkingDay, lastDayInTime, workingDayOnOrBefore, type Holidays } from './working-days.ts'

export interface Term {
  readonly dueOn: PlainDate
  /** When the work was given: whoever gets it later is not reminded of days before that. */
  readonly givenOn: PlainDate
}

export interface Reminder {
  /** Names the occasion within the term: `before:7`, `late:2026-03-09`. */
  readonly step: string
  readonly isLate: boolean
  /** Days to the due day, or since it. */
  readonly days: number
}

/**
 * What a person is to be told today about a term; null on days off and on days without a reminder.
 *
 * Steps before the due day are counted from the last working day on or before it and come on a working day themselves,
 * so that nobody is reminded during Tết of what had to be done before. A step that was missed (the program stood still) is
 * made up for on the next working day, unless the next one has come meanwhile: on a day there is one reminder at most. Work
 * that was late already when it was given is not reminded of: plans are issued after some of their days.
 * @param before  days before the due day on which people are reminded; afterwards it is every working day
 */
export function reminderOn(today: PlainDate, { dueOn, givenOn }: Term, holidays: Holidays, before: readonly number[]): Reminder | null {
  if (!isWorkingDay(today, holidays) || givenOn > lastDayInTime(dueOn, holidays)) return null
  if (today > lastDayInTime(dueOn, holidays)) return { step: `late:${today}`, isLate: true, days: daysBetween(dueOn, today) }
  const workBy = workingDayOnOrBefore(dueOn, holidays)
  const days = [...before].sort((a, b) => b - a).map((count) => ({ count, on: workingDayOnOrBefore(addDays(workBy, -count), holidays) }))
  const last = days.findLast(({ on }) => on <= today)
  if (!last || last.on <= givenOn) return null
  return { step: `before:${last.count}`, isLate: false, days: daysBetween(today, dueOn) }
}
