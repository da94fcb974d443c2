import type { Deadline } from '@songhanh/vanban/model'
import { addDays, dayIn, isDay, workingDayOnOrBefore, type PlainDate } from './days.ts'

/** Days between the internal date of a report and the last day on which the superior takes it. */
export const DAYS_BEFORE_REPORT = 7

/**
 * The last day that a deadline leaves: “trước ngày 28/5” is 27/5, a month its last day, a span its end.
 *
 * @param year  for dates that hold every year
 * @returns null where no calendar day is named
 */
export function lastDayOf(deadline: Pick<Deadline, 'date' | 'qualifier'>, year: number): PlainDate | null {
  const text = deadline.date.split('/').at(-1) ?? ''
  const dated = text.startsWith('--') ? `${year}-${text.slice(2)}` : text
  const day = wholeDay(dated)
  if (day === null) return null
  return deadline.qualifier === 'before' ? addDays(day, -1) : day
}

/** The day on which the unit wants a report of its superior done: a week earlier, on a working day. */
export function internalDayOf(lastDay: PlainDate, isWorkingDay?: (day: PlainDate) => boolean): PlainDate {
  return workingDayOnOrBefore(addDays(lastDay, -DAYS_BEFORE_REPORT), isWorkingDay)
}

function wholeDay(text: string): PlainDate | null {
  if (isDay(text)) return text
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  if (month) return dayIn(Number(month[1]), Number(month[2]), 31)
  return null
}
