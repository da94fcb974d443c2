import { addDays, type PlainDate } from '#platform/clock.ts'

export interface HalfYear {
  readonly year: number
  readonly half: 1 | 2
}

/** Days after its end on which a half-year is published: time for the last cases to be sorted. */
export const PUBLISHED_AFTER_DAYS = 20

export function halfOf(day: PlainDate): HalfYear {
  return { year: Number(day.slice(0, 4)), half: day.slice(5, 7) <= '06' ? 1 : 2 }
}

/** First and last day. */
export function daysOf({ year, half }: HalfYear): { from: PlainDate; until: PlainDate } {
  return half === 1 ? { from: `${year}-01-01`, until: `${year}-06-30` } : { from: `${year}-07-01`, until: `${year}-12-31` }
}

/** The newest half-year that may be published on a day. */
export function lastToPublish(today: PlainDate): HalfYear {
  return before(halfOf(addDays(today, -PUBLISHED_AFTER_DAYS)))
}

function before({ year, half }: HalfYear): HalfYear {
  return half === 2 ? { year, half: 1 } : { year: year - 1, half: 2 }
}
