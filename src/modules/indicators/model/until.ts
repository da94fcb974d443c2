import type { Formula } from '@songhanh/formula/syntax'
import { measuresOf } from '@songhanh/formula/syntax'
import type { PlainDate } from '#platform/clock.ts'
import { UNTIL } from './measures.ts'

interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The day of the year, `MM-DD`, up to which a measure in a formula counts; '' for the whole span. */
export function untilOf(filters: readonly { readonly name: string; readonly values: readonly string[] }[]): string {
  return filters.find(({ name }) => name === UNTIL)?.values[0] ?? ''
}

/** Last day of a span up to a day of the year in which it begins. May lie before the span. */
export function endOf({ from, to }: Span, until: string): PlainDate {
  const limit = `${from.slice(0, 4)}-${until}`
  return until !== '' && limit < to ? limit : to
}

/** The spans of days whose totals formulas ask for when they are worked out on a span. */
export function spansOfFormulas(formulas: readonly Formula[], span: Span): Span[] {
  const untils = new Set(formulas.flatMap(measuresOf).map(({ filters }) => untilOf(filters)))
  return [...untils].map((until) => ({ from: span.from, to: endOf(span, until) })).filter(({ from, to }) => from <= to)
}
