import { addDays, dayOf, type PlainDate } from '#platform/clock.ts'

/** How long closed cases and backups are kept. */
export interface Retention {
  readonly years: number
  readonly backupDays: number
}

/** @param now  a moment @returns the moment before which a case must have been closed to end now */
export function endsBefore({ years }: Pick<Retention, 'years'>, now: Date): Date {
  const before = new Date(now)
  before.setUTCFullYear(before.getUTCFullYear() - years)
  return before
}

/** The day after which no backup holds what ends now. */
export function backupsUntil({ backupDays }: Pick<Retention, 'backupDays'>, now: Date): PlainDate {
  return addDays(dayOf(now), backupDays)
}
