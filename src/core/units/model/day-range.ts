import type { PlainDate } from '#platform/clock.ts'

/** The days from `from` (null: since ever) up to, but not with, `until` (null: for good). */
export interface DayRange {
  readonly from: PlainDate | null
  readonly until: PlainDate | null
}

/** Reads a `daterange` as PostgreSQL prints it: `[2020-01-01,2025-07-01)`. @throws Error when it is none */
export function parseRange(text: string): DayRange {
  const found = /^[[(](\d{4}-\d\d-\d\d)?,(\d{4}-\d\d-\d\d)?\)$/.exec(text)
  if (!found) throw new Error(`no range of days: ${text}`)
  return { from: found[1] ?? null, until: found[2] ?? null }
}
