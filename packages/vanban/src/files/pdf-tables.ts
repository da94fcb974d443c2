import type { TableBlock } from '../blocks.ts'
import { gridsOf, type Grid, type GridCell } from './pdf-grids.ts'
import { linesOf, type Line } from './pdf-lines.ts'
import type { PdfItem, PdfPage } from './pdf-page.ts'
import { cellText } from './pdf-paragraphs.ts'

/** A ruled table on one page. */
export interface PageTable {
  readonly page: number
  readonly y1: number
  readonly y2: number
  readonly columns: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly pageHeight: number
  /** The lines of its cells, cell by cell. */
  readonly lines: readonly Line[]
}

/** The ruled tables of a page, and the items outside of them. */
export function tablesOf(page: PdfPage): { tables: PageTable[]; rest: PdfItem[] } {
  const grids = gridsOf(page.rules).filter((grid) => holdsText(grid, page.items))
  const inCell = new Map<GridCell, PdfItem[]>()
  const rest: PdfItem[] = []
  for (const item of page.items) {
    const cell = cellAt(grids, item)
    if (cell === null) rest.push(item)
    else inCell.set(cell, [...(inCell.get(cell) ?? []), item])
  }
  const tables = grids.map((grid) => ({
    page: page.number,
    y1: grid.y1,
    y2: grid.y2,
    columns: grid.columns,
    rows: rowsOf(grid, inCell, page.number),
    pageHeight: page.height,
    lines: grid.cells.flatMap((cell) => linesOf(inCell.get(cell) ?? [], page.number)),
  }))
  return { tables: tables.filter((table) => table.rows.length > 0), rest }
}

/** A frame around a page or a picture has lines but hardly any cell with text. */
function holdsText(grid: Grid, items: readonly PdfItem[]): boolean {
  const filled = new Set(items.flatMap((item) => (item.text.trim() === '' ? [] : (cellAt([grid], item) ?? []))))
  return filled.size >= 2 && filled.size >= grid.cells.length * 0.2
}

function cellAt(grids: readonly Grid[], item: PdfItem): GridCell | null {
  // A long item may overhang its cell: what counts is where it begins.
  const x = item.x + Math.min((item.x2 - item.x) / 2, 20)
  const y = item.y - item.size * 0.3
  const grid = grids.find((candidate) => x > candidate.x1 - 1 && x < candidate.x2 + 1 && y > candidate.y1 && y < candidate.y2)
  return grid?.cells.find((cell) => x >= cell.x1 - 0.5 && x <= cell.x2 && y >= cell.y1 && y <= cell.y2) ?? null
}

function rowsOf(grid: Grid, inCell: ReadonlyMap<GridCell, readonly PdfItem[]>, page: number): string[][] {
  const rows = Array.from({ length: grid.rowCount }, () => Array.from({ length: grid.columns.length - 1 }, () => ''))
  for (const cell of grid.cells) {
    const row = rows[cell.row]
    if (row !== undefined) row[cell.column] = cellText(linesOf(inCell.get(cell) ?? [], page), cell.x2)
  }
  return rows.filter((row) => row.some((text) => text !== ''))
}

/** True when a table goes on from the foot of one page to the head of the next. */
export function isContinuation(above: PageTable | undefined, below: PageTable): boolean {
  if (above === undefined || below.page !== above.page + 1 || above.columns.length !== below.columns.length) return false
  const sameColumns = above.columns.every((x, at) => Math.abs(x - (below.columns[at] ?? 0)) < 4)
  return sameColumns && above.y2 > above.pageHeight * 0.6 && below.y1 < below.pageHeight * 0.3
}

/** One table of its parts on following pages; a repeated head is dropped, a row cut by the page end is joined. */
export function joinTables(parts: readonly PageTable[]): TableBlock {
  const [first] = parts
  const rows: string[][] = []
  parts.forEach((part, at) => {
    const head = at === 0 ? 0 : repeatedHead(first?.rows ?? [], part.rows)
    part.rows.slice(head).forEach((row, index) => {
      const last = rows.at(-1)
      if (at > 0 && index === 0 && last !== undefined && isRestOfRow(row)) {
        row.forEach((text, column) => {
          if (text !== '') last[column] = `${last[column] ?? ''} ${text}`.trim()
        })
      } else rows.push([...row])
    })
  })
  return { kind: 'table', rows, ...(first === undefined ? {} : { page: first.page }) }
}

function repeatedHead(first: readonly (readonly string[])[], rows: readonly (readonly string[])[]): number {
  let same = 0
  while (same < 3 && rows[same] !== undefined && first[same]?.join('\t') === rows[same]?.join('\t')) same += 1
  return same
}

/** The rest of a row begins in the middle of a sentence, and has no number of its own. */
function isRestOfRow(row: readonly string[]): boolean {
  const filled = row.filter((text) => text !== '')
  return row[0] === '' && filled.length > 0 && filled.every((text) => /^[\p{Ll}(,;]/u.test(text))
}
