import { addDays, dayOf, type PlainDate } from '#platform/clock.ts'
import type { Mode } from './topics.ts'

/** The hours in which no mail is sent, as minutes of the day in Vietnam; none when both are the same. */
export interface QuietHours {
  readonly from: number
  readonly until: number
}

/** 21:00 to 6:30. */
export const USUAL_QUIET: QuietHours = { from: 21 * 60, until: 6 * 60 + 30 }

/** The mail of the morning. */
export const DIGEST_MINUTE = 7 * 60

const MINUTE_MS = 60_000
const MINUTES_EAST = 7 * 60

export function isQuiet(minute: number, { from, until }: QuietHours): boolean {
  if (from === until) return false
  return from < until ? minute >= from && minute < until : minute >= from || minute < until
}

/**
 * When the mail about something that happened at `at` is due.
 * @returns null where no mail is wanted; never before `at`, never within the quiet hours
 */
export function deliverAt(at: Date, mode: Mode, quiet: QuietHours): Date | null {
  if (mode === 'off') return null
  return afterQuiet(mode === 'daily' ? nextDigest(at) : at, quiet)
}

function nextDigest(at: Date): Date {
  const today = instantOf(dayOf(at), DIGEST_MINUTE)
  return today >= at ? today : instantOf(addDays(dayOf(at), 1), DIGEST_MINUTE)
}

function afterQuiet(at: Date, quiet: QuietHours): Date {
  if (!isQuiet(minuteOf(at), quiet)) return at
  const end = instantOf(dayOf(at), quiet.until)
  return end > at ? end : instantOf(addDays(dayOf(at), 1), quiet.until)
}

/** The minute of the day in Vietnam. */
export function minuteOf(at: Date): number {
  return (Math.floor(at.getTime() / MINUTE_MS) + MINUTES_EAST) % (24 * 60)
}

/** A minute of a day in Vietnam, which has one time all year. */
export function instantOf(day: PlainDate, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + (minute - MINUTES_EAST) * MINUTE_MS)
}
