import type { PlainDate } from '#platform/clock.ts'
import type { PeriodKind } from './definition.ts'

export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly kind: PeriodKind
}

/** A calendar year as a span. */
export function yearSpan(year: number): { from: PlainDate; to: PlainDate } {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/**
 * The spans that end in a year, for which a hand figure of these periods is entered. Each tells how things stand at its
 * end, counted from the beginning of the year: the later one takes the place of the earlier.
 */
export function spansOf(periods: readonly PeriodKind[], year: number): Span[] {
  const from = `${year}-01-01`
  const ends: readonly (Span | null)[] = [
    periods.includes('quarter') ? { from, to: `${year}-03-31`, kind: 'quarter' } : null,
    periods.includes('school_year') ? { from: `${year - 1}-09-01`, to: `${year}-05-31`, kind: 'school_year' } : null,
    periods.includes('quarter') ? { from, to: `${year}-06-30`, kind: 'quarter' } : periods.includes('half_year') ? { from, to: `${year}-06-30`, kind: 'half_year' } : null,
    periods.includes('quarter') ? { from, to: `${year}-09-30`, kind: 'quarter' } : null,
    periods.includes('year') || periods.includes('half_year') || periods.includes('quarter') ? { from, to: `${year}-12-31`, kind: 'year' } : null,
  ]
  return ends.filter((span) => span !== null)
}
