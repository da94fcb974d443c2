import { addDays, type PlainDate } from '#platform/clock.ts'

/** Days on which the ordinary week does not hold, from `holidaysOf` of the store. */
export interface Holidays {
  /** Public holidays, days made up for, days of the province. */
  readonly off: ReadonlySet<PlainDate>
  /** Saturdays and Sundays that are worked in exchange. */
  readonly working: ReadonlySet<PlainDate>
}

/** The ordinary week alone. */
export const NO_HOLIDAYS: Holidays = { off: new Set(), working: new Set() }

/** No run of days off is longer: a guard against data that would make every day one. */
const LONGEST_REST = 60

export function isWeekend(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** Monday to Friday without the days off, and the Saturdays worked in exchange. */
export function isWorkingDay(day: PlainDate, holidays: Holidays): boolean {
  if (holidays.working.has(day)) return true
  return !holidays.off.has(day) && !isWeekend(day)
}

/** The working day `count` working days after `day`; before it when negative; `day` itself for 0. */
export function addWorkingDays(day: PlainDate, count: number, holidays: Holidays): PlainDate {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0; left--) at = nearest(addDays(at, step), step, holidays)
  return at
}

/** The given day when it is a working day, else the last one before it. */
export function workingDayOnOrBefore(day: PlainDate, holidays: Holidays): PlainDate {
  return nearest(day, -1, holidays)
}

/** The given day when it is a working day, else the first one after it. */
export function workingDayOnOrAfter(day: PlainDate, holidays: Holidays): PlainDate {
  return nearest(day, 1, holidays)
}

/** The last day that a deadline leaves, and what the calendar makes of it. */
export interface LastDay {
  readonly day: PlainDate
  /** It is a day off: both days are shown. */
  readonly isHoliday: boolean
  /** The day itself when it is worked, else the last working day before: what careful people keep to. */
  readonly workingDayBefore: PlainDate
}

/** “Trước ngày X” leaves the day before X. */
export function lastDayBefore(day: PlainDate, holidays: Holidays): LastDay {
  return lastDay(addDays(day, -1), holidays)
}

/** “Chậm nhất ngày X” leaves X itself. */
export function lastDay(day: PlainDate, holidays: Holidays): LastDay {
  return { day, isHoliday: !isWorkingDay(day, holidays), workingDayBefore: workingDayOnOrBefore(day, holidays) }
}

/**
 * The last day on which a thing that is due on `dueOn` still counts as in time: a term that ends on a day off ends with
 * the next working day.
 *
 * @source Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5: “Khi ngày cuối cùng của thời hạn là ngày cuối tuần hoặc ngày
 *   nghỉ lễ thì thời hạn kết thúc tại thời điểm kết thúc ngày làm việc tiếp theo ngày nghỉ đó.”
 */
export function lastDayInTime(dueOn: PlainDate, holidays: Holidays): PlainDate {
  return workingDayOnOrAfter(dueOn, holidays)
}

function nearest(day: PlainDate, step: 1 | -1, holidays: Holidays): PlainDate {
  let at = day
  for (let tried = 0; tried < LONGEST_REST && !isWorkingDay(at, holidays); tried++) at = addDays(at, step)
  return at
}
