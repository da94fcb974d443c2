/** A calendar day, `2026-05-28`. */
export type PlainDate = string

/** Where every unit of the sector lives; days are counted there. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh'

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day of an instant in Vietnam. */
export function dayOf(instant: Date): PlainDate {
  return dayFormat.format(instant)
}

/** `day` moved by whole days. */
export function addDays(day: PlainDate, days: number): PlainDate {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
