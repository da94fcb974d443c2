import { withoutMarks } from '#platform/i18n/search.ts'

/** Longer than a password: it alone stands between what a child told and whoever has everything else. */
export const LEAST_PASSPHRASE_LENGTH = 12
/** How long a passphrase that was given opens. */
export const OPEN_MS = 10 * 60_000

const FREE_TRIES = 5
const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = 60 * MINUTE_MS

export type PassphraseFault = 'too_short' | 'too_uniform'

/** What is wrong with a new passphrase; null when it may be used. */
export function passphraseFault(passphrase: string): PassphraseFault | null {
  if ([...passphrase.trim()].length < LEAST_PASSPHRASE_LENGTH) return 'too_short'
  return new Set(withoutMarks(passphrase).toLowerCase()).size < 6 ? 'too_uniform' : null
}

/** Seconds until the next try: none for five wrong ones, then a minute, doubled with each, an hour at most. */
export function secondsToNextTry(failures: number, failedAt: Date | null, now: Date): number {
  if (failures < FREE_TRIES || !failedAt) return 0
  const wait = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.min(failures - FREE_TRIES, 10))
  return Math.max(0, Math.ceil((failedAt.getTime() + wait - now.getTime()) / 1_000))
}
