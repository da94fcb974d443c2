import type { PlainDate } from '#platform/clock.ts'
import { yearEarlier } from './year-earlier.ts'

export interface Span {
  /** Both days are in. */
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The span of a year earlier, beside which a report shows its figures. */
export function earlierSpan({ from, to }: Span): Span {
  return { from: yearEarlier(from), to: yearEarlier(to) }
}

/** Where snapshots of a window are looked for, the latest of a whole year: head-counts of 30/9 stand in a report to May. */
export function snapshotSpan({ to }: Span): Span {
  return { from: yearEarlier(to), to }
}

/** All spans whose totals reports on a window ask for. */
export function spansOfWindow(window: Span): Span[] {
  const earlier = earlierSpan(window)
  return [window, earlier, snapshotSpan(window), snapshotSpan(earlier)]
}
