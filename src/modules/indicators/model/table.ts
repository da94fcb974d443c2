import { BREAKDOWNS, type Breakdown } from '#core/facts/model/measure.ts'
import type { Measures } from '@songhanh/formula/check'
import { measuresOf, type Formula } from '@songhanh/formula/syntax'

export const SEXES_SHOWN = ['whole', 'F', 'M', 'all'] as const
/** Which figures of an indicator stand in a table: the whole, women, men, or all three. */
export type SexesShown = (typeof SEXES_SHOWN)[number]

/** '' is the whole. */
export type ColumnSex = '' | 'F' | 'M'

export interface Column {
  readonly code: string
  readonly year: number
  readonly sex: ColumnSex
}

/** How a column is named in an address: `A07-2026-F`, the whole `A07-2026`. */
export function keyOfColumn({ code, year, sex }: Column): string {
  return sex === '' ? `${code}-${year}` : `${code}-${year}-${sex}`
}

/** The columns of a table, by indicator, then year, then sex; an indicator that does not tell sex apart has its whole alone. */
export function columnsOf(indicators: readonly { readonly code: string; readonly isBySex: boolean }[], years: readonly number[], shown: SexesShown): Column[] {
  const asked: readonly ColumnSex[] = shown === 'all' ? ['', 'F', 'M'] : shown === 'whole' ? [''] : [shown]
  return indicators.flatMap(({ code, isBySex }) => years.flatMap((year) => (isBySex ? asked : ([''] as const)).map((sex) => ({ code, year, sex }))))
}

/** Whether each side of a formula can be narrowed to one sex: its measures tell it, and no filter settles it already. */
export function canTellSex(formula: Formula, measures: Measures): boolean {
  const refs = measuresOf(formula)
  return refs.length > 0 && refs.every(({ code, filters }) => Object.hasOwn(measures.get(code)?.breakdowns ?? {}, 'sex') && !filters.some(({ name }) => name === 'sex'))
}

/** The break-downs that the filters of formulas name, and sex. */
export function breakdownsOf(formulas: readonly Formula[]): Breakdown[] {
  const named = new Set(formulas.flatMap(measuresOf).flatMap(({ filters }) => filters.map(({ name }) => name)))
  return BREAKDOWNS.filter((name) => name === 'sex' || named.has(name))
}

/** By a value, units without one last whichever way it goes; equal ones in their order. */
export function sortedBy<T>(items: readonly T[], valueOf: (item: T) => number | null, descending: boolean): T[] {
  const known = items.filter((item) => valueOf(item) !== null).toSorted((a, b) => (valueOf(a)! - valueOf(b)!) * (descending ? -1 : 1))
  return [...known, ...items.filter((item) => valueOf(item) === null)]
}
