/** A calendar day as ISO text, `2026-05-28`. */
export type PlainDate = string

const MS_PER_DAY = 86_400_000

/** Holidays on fixed days of the solar calendar (Bộ luật Lao động 2019, Điều 112); Tết and Giỗ Tổ move and are data. */
const FIXED_HOLIDAYS: readonly string[] = ['01-01', '04-30', '05-01', '09-02']

/** True for `2026-05-28`, false for a partial or impossible day (`2026-05`, `2026-02-30`). */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: PlainDate, count: number): PlainDate {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY)
  return Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 10)
}

/** The last day of a month (1–12), as a number 28–31. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A day of a year from month and day; a day that the month does not have becomes its last (29/02 → 28/02). */
export function dayIn(year: number, month: number, day: number): PlainDate {
  const last = daysInMonth(year, month)
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}

/** The same day of another year; 29/02 becomes 28/02 where that year has none. */
export function moveToYear(day: PlainDate, year: number): PlainDate {
  return dayIn(year, Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

/** Monday to Friday outside the fixed public holidays. */
export function isOrdinaryWorkingDay(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !FIXED_HOLIDAYS.includes(day.slice(5))
}

/** The given day when it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(
  day: PlainDate,
  isWorkingDay: (day: PlainDate) => boolean = isOrdinaryWorkingDay,
): PlainDate {
  let candidate = day
  for (let step = 0; step < 30 && !isWorkingDay(candidate); step++) candidate = addDays(candidate, -1)
  return candidate
}

/** `28/05/2026`. */
export function printDay(day: PlainDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
