import { groupBy } from '#core/units/model/group-by.ts'
import { add, decimalOf, exactOf, ZERO } from '@songhanh/formula/exact'
import type { MeasureSum, Sums } from '@songhanh/formula/evaluate'
import type { Filter } from '@songhanh/formula/syntax'
import { UNTIL } from './measures.ts'
import { untilOf } from './until.ts'

/** A total with one set of break-downs, as `core/facts` gives it. */
export interface TotalCell {
  readonly measure: string
  readonly sex: string
  readonly ageGroup: string
  readonly ethnicity: string
  readonly audience: string
  readonly detail: string
  readonly value: number | string
  readonly known: number
  readonly positive: number
}

/** The whole of a measure. */
export interface TotalWhole {
  readonly measure: string
  readonly value: number | string
  readonly known: number
  readonly positive: number
}

export interface TotalsOfSpan {
  readonly rows: readonly TotalCell[]
  readonly measures: readonly TotalWhole[]
}

const COLUMN_OF = { sex: 'sex', age_group: 'ageGroup', ethnicity: 'ethnicity', audience: 'audience', detail: 'detail' } as const
type FilterName = keyof typeof COLUMN_OF

/** Narrows every measure of a formula further: for a break-down by sex, say. */
export type Slice = Partial<Readonly<Record<FilterName, string>>>

/**
 * Totals as the sums of a formula.
 *
 * Filters pick rows. What does not say on which side it falls is `untold`; when nothing else was told, the filtered sum
 * is unknown; when all was told and nothing of it falls there, it is 0. Of several rows the units above 0 are those of
 * the row that has most: never too many.
 *
 * @param spans  totals by the day of the year up to which they count, '' for the whole span
 */
export function sumsOf(spans: ReadonlyMap<string, TotalsOfSpan>, units: number, slice: Slice = {}): Sums {
  return {
    units,
    of({ code, filters }) {
      const until = untilOf(filters)
      const span = spans.get(until)
      const total = span && byMeasure(span).get(code)
      const whole = total?.whole
      if (!whole) return { value: null, known: 0, positive: 0 }
      const wanted = [...filters.filter((filter) => filter.name !== UNTIL), ...sliceFilters(slice)]
      if (wanted.length === 0) return { value: plain([whole]), known: whole.known, positive: whole.positive }
      return narrowed(total.rows, wanted, whole)
    },
  }
}

interface OfMeasure {
  readonly whole: TotalWhole
  readonly rows: readonly TotalCell[]
}

const indexes = new WeakMap<TotalsOfSpan, ReadonlyMap<string, OfMeasure>>()

/** The totals of a span by measure; many formulas ask the same ones. */
function byMeasure(span: TotalsOfSpan): ReadonlyMap<string, OfMeasure> {
  const known = indexes.get(span)
  if (known) return known
  const rows = groupBy(span.rows, ({ measure }) => [measure])
  const index = new Map(span.measures.map((whole) => [whole.measure, { whole, rows: rows.get(whole.measure) ?? [] }]))
  indexes.set(span, index)
  return index
}

type PlainFilter = Pick<Filter, 'name' | 'values'>

function sliceFilters(slice: Slice): PlainFilter[] {
  return Object.entries(slice).map(([name, value]) => ({ name, values: [value] }))
}

function narrowed(rows: readonly TotalCell[], filters: readonly PlainFilter[], whole: TotalWhole): MeasureSum {
  const told = rows.filter((row) => filters.every((filter) => filter.values.includes(cellOf(row, filter.name))))
  const untold = rows.filter((row) => !told.includes(row) && filters.every((filter) => [...filter.values, ''].includes(cellOf(row, filter.name))))
  const rest = untold.length > 0 ? { untold: plain(untold) } : {}
  if (told.length === 0 && untold.length > 0) return { value: null, known: 0, positive: 0, ...rest }
  return { value: plain(told), known: whole.known, positive: Math.max(0, ...told.map((row) => row.positive)), ...rest }
}

function cellOf(row: TotalCell, name: string): string {
  return name in COLUMN_OF ? row[COLUMN_OF[name as FilterName]] : ''
}

function plain(rows: readonly { readonly value: number | string }[]): string {
  const [only] = rows
  if (rows.length === 1 && Number.isSafeInteger(only!.value)) return String(only!.value)
  return decimalOf(rows.reduce((sum, row) => add(sum, exactOf(row.value)), ZERO), 6)
}
