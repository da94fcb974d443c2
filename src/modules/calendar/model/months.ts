import type { AgendaEntry } from '#core/agenda/contract.ts'
import { touches } from '#core/agenda/model/span.ts'
import { addDays, daysBetween, type PlainDate } from '#platform/clock.ts'

export interface Month {
  /** `2026-03`. */
  readonly key: string
  readonly from: PlainDate
  readonly to: PlainDate
  /** What lasts, such as the Action Month: shown as a band in every month that it touches. */
  readonly bands: readonly AgendaEntry[]
  /** Single days and works, by day. A work that lasts stands on its last day, when it is due. */
  readonly entries: readonly AgendaEntry[]
  /** Tasks, activities and deadlines of the month. */
  readonly works: number
}

/** A band is an observance of at least this many days. */
const BAND_DAYS = 7

/** The twelve months of a year with what stands in each. Days off of the nation are not repeated here. */
export function monthsOf(year: number, entries: readonly AgendaEntry[]): Month[] {
  return Array.from({ length: 12 }, (_, at) => monthOf(`${year}-${String(at + 1).padStart(2, '0')}`, entries))
}

/** @param key  `2026-03` */
export function monthOf(key: string, entries: readonly AgendaEntry[]): Month {
  const from = `${key}-01`
  const to = lastDayOf(key)
  const bands = entries.filter((entry) => isBand(entry) && touches(entry, from, to))
  const within = entries.filter((entry) => !isBand(entry) && entry.kind !== 'holiday' && dayShown(entry) >= from && dayShown(entry) <= to)
  const sorted = within.sort((a, b) => dayShown(a).localeCompare(dayShown(b)) || a.id.localeCompare(b.id))
  return { key, from, to, bands, entries: sorted, works: sorted.filter(isWork).length }
}

/** The day under which an entry stands: the first of an observance, the last of a work. */
export function dayShown(entry: AgendaEntry): PlainDate {
  return entry.kind === 'observance' ? entry.day : (entry.until ?? entry.day)
}

export function isWork({ kind }: AgendaEntry): boolean {
  return kind === 'task' || kind === 'activity' || kind === 'deadline'
}

function isBand({ kind, day, until }: AgendaEntry): boolean {
  return kind === 'observance' && until !== null && daysBetween(day, until) >= BAND_DAYS - 1
}

/** @param key  `2026-02` → `2026-02-28` */
export function lastDayOf(key: string): PlainDate {
  const [year, month] = key.split('-').map(Number) as [number, number]
  return addDays(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`, -1)
}

/** Days around an observance in which an activity counts as one for it. */
const NEAR_DAYS = 7

/** Whether work for the observance is planned or done in its days or near them. */
export function hasWorkNear(observance: AgendaEntry, entries: readonly AgendaEntry[]): boolean {
  const from = addDays(observance.day, -NEAR_DAYS)
  const to = addDays(observance.until ?? observance.day, NEAR_DAYS)
  return entries.some((entry) => (entry.kind === 'task' || entry.kind === 'activity') && touches({ day: dayShown(entry), until: null }, from, to))
}

/** The weeks of a month, Monday first; days of the neighbours fill the first and the last. */
export function weeksOf(key: string): PlainDate[][] {
  const first = `${key}-01`
  const last = lastDayOf(key)
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const start = addDays(first, -weekday)
  const weeks = Math.ceil((weekday + daysBetween(first, last) + 1) / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)))
}
