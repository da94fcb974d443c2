import type { Transaction } from 'kysely'
import type { Ground } from '../public.ts'
import { lineOf, type UnitRow } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'
import { figuresOfTable, type TableIndicator } from './table-figures.ts'

/** What stands in a table of which nobody has said what it is to hold. */
const FIRST = 5

/** The first of the list of a unit that have a figure in the years: above nothing before nothing, those without one last. */
export async function firstIndicators(tx: Transaction<IndicatorsDb>, ground: Ground, unit: UnitRow, offered: readonly TableIndicator[], years: readonly number[]): Promise<TableIndicator[]> {
  const columns = offered.flatMap(({ definition }) => years.map((year) => ({ code: definition.code, year, sex: '' as const })))
  const figures = await figuresOfTable(tx, ground, { unitIds: [unit.id], indicators: offered, columns, line: lineOf(unit.level), isForOrder: true })
  const rank = ({ definition }: TableIndicator) => {
    const values = columns.filter(({ code }) => code === definition.code).map((column) => figures(unit.id, column)?.value ?? null)
    return values.some((value) => value !== null && value !== 0) ? 0 : values.some((value) => value !== null) ? 1 : 2
  }
  const ranked = offered.map((indicator) => ({ indicator, rank: rank(indicator) }))
  return ranked.toSorted((a, b) => a.rank - b.rank).slice(0, FIRST).map(({ indicator }) => indicator)
}
