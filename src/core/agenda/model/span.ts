import { daysBetween, type PlainDate } from '#platform/clock.ts'

/** Longest span that is read at once, in days: a year, and the month on each side of it. */
const LONGEST = 430

interface Lasting {
  readonly day: PlainDate
  readonly until: PlainDate | null
}

/** Whether something that lasts from `day` to `until` touches the days from `from` to `to`, all ends counted. */
export function touches({ day, until }: Lasting, from: PlainDate, to: PlainDate): boolean {
  return day <= to && (until ?? day) >= from
}

/** Whether the span runs forward and is short enough to be read at once. */
export function isReadableSpan(from: PlainDate, to: PlainDate): boolean {
  const days = daysBetween(from, to)
  return days >= 0 && days <= LONGEST
}

/** By first day; what lasts longer first; then by identity, so that the order is always the same. */
export function byDay(a: Lasting & { readonly id: string }, b: Lasting & { readonly id: string }): number {
  return a.day.localeCompare(b.day) || (b.until ?? b.day).localeCompare(a.until ?? a.day) || a.id.localeCompare(b.id)
}
