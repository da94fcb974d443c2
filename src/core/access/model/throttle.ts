/** Failures within the window after which sign-in is refused for a while. */
const LIMIT = { name: 8, address: 60 } as const
const WINDOW_MS = 15 * 60_000
const LONGEST_MS = 15 * 60_000

export interface ThrottleState {
  readonly failures: number
  readonly firstAt: Date
  readonly blockedUntil: Date | null
}

/**
 * The state after one more failure. Past the limit the wait doubles with each failure, from 30 seconds to 15 minutes.
 *
 * An address has a far higher limit than a name: a whole school may share one.
 */
export function afterFailure(before: ThrottleState | undefined, by: keyof typeof LIMIT, now: Date): ThrottleState {
  const fresh = !before || now.getTime() - before.firstAt.getTime() > WINDOW_MS
  const failures = fresh ? 1 : before.failures + 1
  const firstAt = fresh ? now : before.firstAt
  const over = failures - LIMIT[by]
  if (over < 0) return { failures, firstAt, blockedUntil: null }
  const wait = Math.min(30_000 * 2 ** Math.min(over, 10), LONGEST_MS)
  return { failures, firstAt, blockedUntil: new Date(now.getTime() + wait) }
}

/** Seconds to wait before the next try; 0 when it may be made now. */
export function secondsToWait(states: readonly ThrottleState[], now: Date): number {
  const until = Math.max(0, ...states.map((state) => state.blockedUntil?.getTime() ?? 0))
  return Math.max(0, Math.ceil((until - now.getTime()) / 1000))
}
