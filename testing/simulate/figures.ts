import { MEASURES_DECLARED } from './declared.ts'
import type { Cell } from '#modules/reports/model/body.ts'
import { declaredAs, ownCells, sorted, type Ledger, type Span } from './ledger.ts'

const COLUMNS = { sex: 'sex', ageGroup: 'ageGroup', ethnicity: 'ethnicity', audience: 'audience', detail: 'detail' } as const

/**
 * What the cells of a school's report say, by hand: `communication.contacts[audience=pupils;sex=F]` summed over what was
 * entered until now. Snapshots count from a year before the end of the window on. Null: nothing counts there.
 */
export function figuresByHand(ledger: Ledger, unitId: string, window: Span, cells: readonly Cell[]): Map<string, number | null> {
  const entries = sorted(ledger)
  const own = ownCells(ledger, entries, MEASURES_DECLARED, unitId, window)
  const snapshots = ownCells(ledger, entries, MEASURES_DECLARED, unitId, { from: `${Number(window.to.slice(0, 4)) - 1}${window.to.slice(4)}`, to: window.to })
  const figures = new Map<string, number | null>()
  for (const { key, code, byHand } of cells) {
    const asked = /^([a-z_]+\.[a-z_]+)(?:\[(.*)\])?$/.exec(code)
    if (!asked || byHand || !MEASURES_DECLARED.some((measure) => measure.code === asked[1])) continue
    const filters = (asked[2] ?? '').split(';').filter(Boolean).map((part) => part.split('=') as [keyof typeof COLUMNS, string])
    const rows = [...(declaredAs(MEASURES_DECLARED, asked[1]!).over === 'last' ? snapshots : own).values()].filter(({ cell }) => cell.measure === asked[1] && filters.every(([name, values]) => values.split('|').includes(cell[COLUMNS[name]])))
    figures.set(key, rows.length === 0 ? null : rows.reduce((sum, { value }) => sum + value, 0))
  }
  return figures
}
