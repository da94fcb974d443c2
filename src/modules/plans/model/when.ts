import { dayIn, daysInMonth, printDay, type PlainDate } from './days.ts'
import { observances, type ObservanceId } from './observances.ts'

/** A time of the year that holds for any year: an observance, a quarter, a month, a day or span (`MM-DD`), all year. */
export type When =
  | { readonly observance: ObservanceId }
  | { readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly month: number }
  | { readonly day: string }
  | { readonly from: string; readonly to: string }
  | { readonly allYear: true }

export interface DaySpan {
  readonly startOn: PlainDate
  readonly dueOn: PlainDate
}

/** First and last day of a time in a year. */
export function daysOf(when: When, year: number): DaySpan {
  if ('observance' in when) {
    const { from, to } = observances[when.observance]
    return { startOn: monthDay(from, year), dueOn: monthDay(to, year) }
  }
  if ('quarter' in when) {
    const last = when.quarter * 3
    return { startOn: dayIn(year, last - 2, 1), dueOn: dayIn(year, last, daysInMonth(year, last)) }
  }
  if ('month' in when) return { startOn: dayIn(year, when.month, 1), dueOn: dayIn(year, when.month, 31) }
  if ('day' in when) return { startOn: monthDay(when.day, year), dueOn: monthDay(when.day, year) }
  if ('from' in when) return { startOn: monthDay(when.from, year), dueOn: monthDay(when.to, year) }
  return { startOn: dayIn(year, 1, 1), dueOn: dayIn(year, 12, 31) }
}

/** A time as a plan prints it, in Vietnamese: `Quý II/2026`, `Tháng 3/2026`, `Từ 15/11/2026 đến 15/12/2026`. */
export function printWhen(when: When | null, startOn: PlainDate | null, dueOn: PlainDate | null): string {
  if (when && startOn) {
    const year = startOn.slice(0, 4)
    if ('allYear' in when) return `Cả năm ${year}`
    if ('quarter' in when) return `Quý ${['I', 'II', 'III', 'IV'][when.quarter - 1]}/${year}`
    if ('month' in when) return `Tháng ${when.month}/${year}`
  }
  if (startOn && dueOn && startOn !== dueOn) return `Từ ${printDay(startOn)} đến ${printDay(dueOn)}`
  if (dueOn) return when || startOn === dueOn ? printDay(dueOn) : `Đến ${printDay(dueOn)}`
  return startOn ? `Từ ${printDay(startOn)}` : ''
}

function monthDay(text: string, year: number): PlainDate {
  return dayIn(year, Number(text.slice(0, 2)), Number(text.slice(3, 5)))
}
