import type { PlainDate } from '#platform/clock.ts'
import type { SnapshotKind } from './columns.ts'

/** The year in which the school year of a day begins: August opens the next one. */
export function schoolYearOf(day: PlainDate): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month >= 8 ? year : year - 1
}

/** `2026` → `2026–2027`. */
export function schoolYearName(year: number): string {
  return `${year}–${year + 1}`
}

/** The day of a school year on which pupils are usually counted. */
export function usualDay(schoolYear: number, { month, day }: { readonly month: number; readonly day: number }): PlainDate {
  return `${month >= 8 ? schoolYear : schoolYear + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The days of which a count of that kind may be, both in: the span of its totals. */
export function spanOf(schoolYear: number, kind: SnapshotKind): { readonly from: PlainDate; readonly to: PlainDate } {
  return kind === 'start' ? { from: `${schoolYear}-08-01`, to: `${schoolYear + 1}-02-28` } : { from: `${schoolYear + 1}-03-01`, to: `${schoolYear + 1}-08-31` }
}

/** Whether a count of that kind may be of this day. */
export function isWithin(schoolYear: number, kind: SnapshotKind, day: PlainDate): boolean {
  const { from, to } = spanOf(schoolYear, kind)
  return day >= from && day <= to
}
