import { defineLifecycle } from '#core/lifecycle/lifecycle.ts'

/**
 * held: no mail server is set; no_address: the person has none; sending: handed to the server, answer unknown;
 * told: handed on by hand, by telephone or Zalo; expired: too old when a server was set.
 */
export const MAIL_STATES = ['held', 'no_address', 'waiting', 'sending', 'sent', 'failed', 'told', 'expired'] as const
export type MailState = (typeof MAIL_STATES)[number]

export const mailLifecycle = defineLifecycle<MailState, 'retry' | 'tell'>('notifications', {
  retry: { from: ['failed', 'no_address', 'expired', 'held'], to: 'waiting' },
  tell: { from: ['held', 'no_address', 'waiting', 'failed', 'expired'], to: 'told' },
})

/** Minutes until the next attempt, by the number of failed ones. After the last a person has to look. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720]

/** @returns null when it has failed often enough */
export function nextAttempt(failed: number, now: Date): Date | null {
  const minutes = PAUSES[failed - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

/** How long an attempt may take before it counts as lost: a crash between the server's answer and our note of it. */
export const LEASE_MS = 10 * 60_000

/** What waited longer for a mail server is no news any more; it stays in the program. */
export const NEWS_MS = 7 * 86_400_000
