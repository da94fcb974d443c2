import type { Transaction } from 'kysely'
import type { Ground } from '../public.ts'
import { lineOf, type UnitRow } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'
import { figuresOfTable, type TableIndicator } from './table-figures.ts'

/** What stands in a table of which nobody has said what it is to hold. */
const FIRST = 5

/** Those of the list of a unit of which most units have a figure in the years, in the order of the list; where nobody has any, the first of the list. */
export async function firstIndicators(tx: Transaction<IndicatorsDb>, ground: Ground, unit: UnitRow, offered: readonly TableIndicator[], years: readonly number[]): Promise<TableIndicator[]> {
  const columnsOf = ({ definition }: TableIndicator) => years.map((year) => ({ code: definition.code, year, sex: '' as const }))
  const figures = await figuresOfTable(tx, ground, { unitIds: [unit.id], indicators: offered, columns: offered.flatMap(columnsOf), line: lineOf(unit.level), isForOrder: true })
  const told = (indicator: TableIndicator) => Math.max(0, ...columnsOf(indicator).flatMap((column) => figures(unit.id, column) ?? []).map(({ value, known }) => (value === null || value === 0 ? 0 : known)))
  const ranked = offered.map((indicator) => ({ indicator, told: told(indicator) }))
  const first = ranked.toSorted((a, b) => b.told - a.told).slice(0, FIRST)
  const chosen = new Set((first.some((one) => one.told > 0) ? first.filter((one) => one.told > 0) : first).map(({ indicator }) => indicator))
  return offered.filter((indicator) => chosen.has(indicator))
}
