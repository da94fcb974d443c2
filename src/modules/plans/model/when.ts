import type { ObservanceCode } from '#modules/calendar/contract.ts'
import type { ObservanceDays } from '#modules/calendar/public.ts'
import { dayIn, daysInMonth, isDay, printDay, type PlainDate } from './days.ts'

/** A time of the year that holds for any year: an observance, a quarter, a month, a day or span (`MM-DD`), all year. */
export type When =
  | { readonly observance: ObservanceCode }
  | { readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly month: number }
  | { readonly day: string }
  | { readonly from: string; readonly to: string }
  | { readonly allYear: true }

export interface DaySpan {
  readonly startOn: PlainDate
  readonly dueOn: PlainDate
}

/** A time of the year that stands in the calendar alone. */
export type FixedWhen = Exclude<When, { readonly observance: unknown }>

/**
 * First and last day of a time in a year.
 * @param observances  the observances of that year, as they hold for the unit
 */
export function daysOf(when: When, year: number, observances: ObservanceDays): DaySpan {
  if (!('observance' in when)) return fixedDaysOf(when, year)
  const { from, to } = observances[when.observance]
  return { startOn: from, dueOn: to }
}

/** First and last day of a time in a year that no observance moves. */
export function fixedDaysOf(when: FixedWhen, year: number): DaySpan {
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

/** Days that a text names, and the time of the year when it is one. */
export interface ReadTime {
  readonly startOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly when: When | null
}

/** Reads a time as plans print it: what `printWhen` writes, and `Quý 2 năm 2026`, `15/11-15/12/2026`, `trước 20/10/2026`. */
export function readWhen(text: string): ReadTime {
  const year = Number(/\b(20\d{2})\b/.exec(text)?.[1] ?? 0)
  const none: ReadTime = { startOn: null, dueOn: null, when: null }
  if (year === 0) return none
  const quarter = /qu[ýy]\s*(IV|III|II|I|[1-4])\b/iu.exec(text)?.[1]
  if (quarter) return timed({ quarter: quarterOf(quarter) }, year)
  const days = [...text.matchAll(/(\d{1,2})\s*\/\s*(\d{1,2})(?:\s*\/\s*(\d{4}))?(?!\d)/g)]
    .map((match) => `${match[3] ?? year}-${(match[2] ?? '').padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`)
    .filter(isDay)
  const [first, last] = [days[0], days.at(-1)]
  if (first && last && first !== last) return { startOn: first, dueOn: last, when: null }
  const month = /tháng\s*(\d{1,2})\b/iu.exec(text)?.[1]
  if (!first && month && Number(month) >= 1 && Number(month) <= 12) return timed({ month: Number(month) }, year)
  if (!first) return /cả năm|hằng tháng|thường xuyên|hàng tháng/iu.test(text) ? timed({ allYear: true }, year) : none
  if (/^\s*từ\s/iu.test(text)) return { startOn: first, dueOn: null, when: null }
  const isEnd = /^\s*(đến|trước|chậm nhất|hạn)/iu.test(text)
  return { startOn: isEnd ? null : first, dueOn: first, when: null }
}

function timed(when: FixedWhen, year: number): ReadTime {
  return { ...fixedDaysOf(when, year), when }
}

function quarterOf(text: string): 1 | 2 | 3 | 4 {
  const order = ['I', 'II', 'III', 'IV'].indexOf(text.toUpperCase()) + 1 || Number(text)
  return order === 2 ? 2 : order === 3 ? 3 : order === 4 ? 4 : 1
}

function monthDay(text: string, year: number): PlainDate {
  return dayIn(year, Number(text.slice(0, 2)), Number(text.slice(3, 5)))
}
