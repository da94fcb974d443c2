import { isWeekend, isWorkingDay, lastDayInTime, workingDayOnOrBefore, type Holidays } from '#core/periods/model/working-days.ts'
import { addDays, type PlainDate } from '#platform/clock.ts'
import { lastDayOf } from './months.ts'

export type DayKind = 'off' | 'working' | 'ordinary'

interface Said {
  readonly day: PlainDate
  readonly kind: DayKind
}

/** What a day does to a deadline that falls on it. */
export interface DayEffect {
  /** The last day on which what is due on the day still counts as in time. */
  readonly inTimeUntil: PlainDate
  /** The last working day on or before it: what careful people keep to. */
  readonly workBy: PlainDate
  /** Working days of the month of the day. */
  readonly workingDays: number
}

/** The days that the ordinary week does not say, as a set for reckoning. */
export function holidaysFrom(said: readonly Said[]): Holidays {
  const days = (kind: DayKind) => new Set(said.filter((one) => one.kind === kind).map(({ day }) => day))
  return { off: days('off'), working: days('working') }
}

/** The same days with another word on one of them. */
export function withDay(said: readonly Said[], day: PlainDate, kind: DayKind): Said[] {
  return [...said.filter((one) => one.day !== day), { day, kind }]
}

export function effectOn(day: PlainDate, holidays: Holidays): DayEffect {
  const last = Number(lastDayOf(day.slice(0, 7)).slice(8))
  const month = Array.from({ length: last }, (_, at) => addDays(`${day.slice(0, 7)}-01`, at))
  return { inTimeUntil: lastDayInTime(day, holidays), workBy: workingDayOnOrBefore(day, holidays), workingDays: month.filter((one) => isWorkingDay(one, holidays)).length }
}

/** Whether a day off takes nothing away, since the week has it free already. */
export function isFreeAnyway({ day, kind }: Said): boolean {
  return kind === 'off' && isWeekend(day)
}
