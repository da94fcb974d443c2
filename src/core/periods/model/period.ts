import type { PlainDate } from '#platform/clock.ts'
import type { Words } from '#platform/i18n/messages.ts'

/** A span of whole days, both ends within it. A reporting round has spans of its own. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly label: Words
}

/** The calendar year of a day. */
export function yearOf(day: PlainDate): Period {
  const year = Number(day.slice(0, 4))
  return { from: `${year}-01-01`, to: `${year}-12-31`, label: ['periods.year', { year: String(year) }] }
}

/** January to June, or July to December. */
export function halfYearOf(day: PlainDate): Period {
  const year = day.slice(0, 4)
  const half = Number(day.slice(5, 7)) <= 6 ? 1 : 2
  return { from: `${year}-${half === 1 ? '01' : '07'}-01`, to: half === 1 ? `${year}-06-30` : `${year}-12-31`, label: ['periods.half_year', { half, year }] }
}

const QUARTERS = [
  ['01-01', '03-31', 'I'],
  ['04-01', '06-30', 'II'],
  ['07-01', '09-30', 'III'],
  ['10-01', '12-31', 'IV'],
] as const

export function quarterOf(day: PlainDate): Period {
  const year = day.slice(0, 4)
  const [from, to, quarter] = QUARTERS[Math.floor((Number(day.slice(5, 7)) - 1) / 3)]!
  return { from: `${year}-${from}`, to: `${year}-${to}`, label: ['periods.quarter', { quarter, year }] }
}

export function monthOf(day: PlainDate): Period {
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)]
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}`, label: ['periods.month', { month: Number(month), year }] }
}

/**
 * The school year of a day, 1 September to 31 August: with the opening day of 5/9 in the first month, and the summer
 * with the year that it ends. The Ministry's time frame sets the days of lessons within it every year.
 */
export function schoolYearOf(day: PlainDate): Period {
  const first = Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)
  return { from: `${first}-09-01`, to: `${first + 1}-08-31`, label: ['periods.school_year', { first: String(first), second: String(first + 1) }] }
}

/** The spans by which figures of a calendar year are commonly asked for. */
export function periodsOfYear(year: number): Period[] {
  const months = ['01', '04', '07', '10']
  return [yearOf(`${year}-01-01`), halfYearOf(`${year}-01-01`), halfYearOf(`${year}-07-01`), ...months.map((month) => quarterOf(`${year}-${month}-01`)), schoolYearOf(`${year}-09-01`)]
}
