import { addDays, daysBetween, type PlainDate } from '#platform/clock.ts'

export const DEADLINE_WORDS = ['before', 'by'] as const
export type DeadlineWord = (typeof DEADLINE_WORDS)[number]

/** The last day that is in time: “trước ngày 28/5” means 27/5, “chậm nhất ngày 28/5” the day itself. */
export function dueOnOf(day: PlainDate, word: DeadlineWord): PlainDate {
  return word === 'before' ? addDays(day, -1) : day
}

export interface Due {
  /** Days that are left; negative when the day has passed. */
  readonly days: number
  readonly isLate: boolean
  /** Too late to be taken at all. */
  readonly isShut: boolean
}

/**
 * How a unit stands with its due day.
 * @param lateUntil  last day on which it is taken at all; null without an end
 */
export function dueOf(dueOn: PlainDate, lateUntil: PlainDate | null, today: PlainDate): Due {
  return { days: daysBetween(today, dueOn), isLate: today > dueOn, isShut: lateUntil !== null && today > dueOn && today > lateUntil }
}

/** The due day of one unit: its own extension comes before that of the round. */
export function dueOnFor(round: { readonly dueOn: PlainDate }, report: { readonly extendedUntil: PlainDate | null }): PlainDate {
  return report.extendedUntil ?? round.dueOn
}

/** The day whose tree a round asks: the last of its period, today while that still runs. */
export function treeDayOf(periodTo: PlainDate, today: PlainDate): PlainDate {
  return periodTo < today ? periodTo : today
}
