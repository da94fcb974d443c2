import { figureOf } from '#core/facts/model/number-kinds.ts'
import type { Measure } from '#core/facts/model/measure.ts'
import type { Break, MeasureTotal, TotalRow } from '#core/facts/totals.ts'
import type { Filter } from './form.ts'

export interface TreeTotals {
  readonly rows: TotalRow[]
  readonly measures: MeasureTotal[]
  readonly breaks: Break[]
}

const DIMENSIONS = ['sex', 'ageGroup', 'ethnicity', 'audience', 'detail'] as const

/** One figure of a table on one tree; null where no unit has it. `known` counts the units of the whole measure. */
export function treeFigure({ rows, measures }: TreeTotals, measure: Measure, filter: Filter): { value: number | null; known: number; units: number } {
  const whole = measures.find((total) => total.measure === measure.code)
  const { known = 0, units = 0 } = whole ?? {}
  const fitting = rows.filter((row) => row.measure === measure.code && DIMENSIONS.every((name) => filter[name] === undefined || filter[name].includes(row[name])))
  if (fitting.length === 0) return { value: null, known, units }
  const sum = fitting.reduce((total, row) => ({ value: total.value + row.value, known: Math.max(total.known, row.known), positive: Math.max(total.positive, row.positive) }), { value: 0, known: 0, positive: 0 })
  return { value: figureOf(measure.number, sum), known, units }
}
