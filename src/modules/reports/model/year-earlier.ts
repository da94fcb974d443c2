import type { PlainDate } from '#platform/clock.ts'

/** The same day a year before; 29 February becomes the 28th. */
export function yearEarlier(day: PlainDate): PlainDate {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return day.endsWith('-02-29') ? `${moved.slice(0, 8)}28` : moved
}
