import ical, { ICalEventTransparency } from 'ical-generator'
import { addDays } from '#platform/clock.ts'
import type { AgendaEntry } from '../contract.ts'

export interface FeedHead {
  /** Name that the other calendar shows. */
  readonly name: string
  /** Address of the product, from which links are made. */
  readonly publicUrl: string
  /** When the feed was made: the stamp of its events. */
  readonly at: Date
}

/**
 * The entries as an iCalendar text of whole days; nothing in it makes its owner busy.
 *
 * The end of an event of whole days is the day after its last day (RFC 5545, 3.6.1). The identity of an event is that
 * of its entry, so that a change moves the event instead of doubling it.
 */
export function toIcs(head: FeedHead, entries: readonly AgendaEntry[]): string {
  const calendar = ical({ name: head.name, prodId: { company: 'Song Hanh', product: 'Song Hanh', language: 'VI' }, ttl: 60 * 60 * 6 })
  const host = new URL(head.publicUrl).hostname
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@${host}`,
      start: midnight(entry.day),
      end: midnight(addDays(entry.until ?? entry.day, 1)),
      allDay: true,
      stamp: head.at,
      summary: entry.state === 'done' ? `✓ ${entry.title}` : entry.title,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(entry.note ? { description: entry.note } : {}),
      ...(entry.href ? { url: new URL(entry.href, head.publicUrl).href } : {}),
    })
  }
  return calendar.toString()
}

/** The library writes whole days from the local date of this process. */
function midnight(day: string): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date)
}
