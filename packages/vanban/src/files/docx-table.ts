import type { Block, TableBlock } from '../blocks.ts'
import type { StyleSheet } from './docx-styles.ts'
import { columnsInReadingOrder, isLayoutTable } from './layout-table.ts'
import { child, childElements, childrenNamed, val, type XmlElement } from './xml.ts'

/** Word itself allows 63 columns. */
const MAX_COLUMNS = 63

interface Cell {
  readonly element: XmlElement
  readonly column: number
  readonly span: number
  readonly continuesAbove: boolean
}

type Row = readonly Cell[]

/**
 * A table of the document: a table block, or the paragraphs of its cells where the table only arranges them on the
 * page (letterhead, recipients and signer, a single cell).
 */
export function readTable(table: XmlElement, sheet: StyleSheet, readBlocks: (cell: XmlElement) => Block[]): Block[] {
  const rows = rowsOf(table)
  const contents = rows.map((row) => row.map((cell) => (cell.continuesAbove ? [] : readBlocks(cell.element))))
  const width = Math.min(MAX_COLUMNS, rows.reduce((most, row) => Math.max(most, endOf(row)), 1))
  const grid = rows.map((row, r) => row.map((cell, c) => ({ column: cell.column, span: cell.span, blocks: contents[r]?.[c] ?? [] })))
  if (isLayoutTable(grid, hasNoLines(table, rows, sheet))) return columnsInReadingOrder(grid, width)
  const block = tableBlock(grid, width)
  return block.rows.length === 0 ? [] : [block]
}

const endOf = (row: Row) => (row.at(-1)?.column ?? 0) + (row.at(-1)?.span ?? 1)

function rowsOf(parent: XmlElement): Row[] {
  return childElements(parent).flatMap((element) => {
    if (element.name === 'w:tr') {
      const properties = child(element, 'w:trPr')
      return child(properties, 'w:del') === undefined ? [cellsOf(element, columnsBefore(properties))] : []
    }
    if (element.name === 'w:sdt') return rowsOf(child(element, 'w:sdtContent') ?? { name: '', attributes: {}, children: [] })
    return element.name === 'w:ins' || element.name === 'w:customXml' ? rowsOf(element) : []
  })
}

const columnsBefore = (properties: XmlElement | undefined) => columnCount(val(child(properties, 'w:gridBefore')), 0)

function columnCount(text: string | undefined, least: number): number {
  const count = Number.parseInt(text ?? '', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, least), MAX_COLUMNS) : least
}

function cellsOf(row: XmlElement, firstColumn: number): Cell[] {
  const cells: Cell[] = []
  let column = firstColumn
  for (const element of cellElements(row)) {
    const properties = child(element, 'w:tcPr')
    const span = columnCount(val(child(properties, 'w:gridSpan')), 1)
    const merge = child(properties, 'w:vMerge')
    cells.push({ element, column, span, continuesAbove: merge !== undefined && val(merge) !== 'restart' })
    column += span
    if (column >= MAX_COLUMNS) break
  }
  return cells
}

function cellElements(parent: XmlElement): XmlElement[] {
  return childElements(parent).flatMap((element) => {
    if (element.name === 'w:tc') return [element]
    if (element.name === 'w:sdt') return cellElements(child(element, 'w:sdtContent') ?? element)
    return element.name === 'w:customXml' ? cellElements(element) : []
  })
}

interface GridCell {
  readonly column: number
  readonly span: number
  readonly blocks: readonly Block[]
}

function tableBlock(grid: readonly (readonly GridCell[])[], width: number): TableBlock {
  const rows = grid.map((row) => {
    const texts = Array.from({ length: width }, () => '')
    for (const cell of row) if (cell.column < width) texts[cell.column] = cellText(cell.blocks)
    return texts
  })
  return { kind: 'table', rows: rows.filter((row) => row.some((text) => text !== '')) }
}

/** Paragraphs of a cell by line; a table inside it by row, its cells parted by `|`. */
function cellText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'table') return block.rows.map((row) => row.filter((text) => text !== '').join(' | '))
      return block.marker === undefined ? block.text : `${block.marker} ${block.text}`
    })
    .join('\n')
}

const isVisible = (edge: XmlElement | undefined) => edge !== undefined && !['nil', 'none'].includes(val(edge) ?? 'none')

/** True when hardly a cell shows a line: the cells' own borders win over the table's, those over its style's. */
function hasNoLines(table: XmlElement, rows: readonly Row[], sheet: StyleSheet): boolean {
  const properties = child(table, 'w:tblPr')
  const styles = sheet.chain(val(child(properties, 'w:tblStyle'))).map((style) => style.table)
  const sources = [properties, ...styles].map((layer) => child(layer, 'w:tblBorders'))
  const tableEdge = (name: string) => sources.map((borders) => child(borders, name)).find((edge) => edge !== undefined)
  const inside = [tableEdge('w:insideV'), tableEdge('w:insideH'), tableEdge('w:top')].some(isVisible)
  const cells = rows.flat()
  const ruled = cells.filter(({ element }) => {
    const own = child(child(element, 'w:tcPr'), 'w:tcBorders')
    const edges = childrenOf(own)
    return edges.some(isVisible) || (inside && !edges.some((edge) => !isVisible(edge)))
  })
  return ruled.length * 3 <= cells.length
}

const childrenOf = (borders: XmlElement | undefined) =>
  borders === undefined ? [] : ['w:top', 'w:left', 'w:start', 'w:bottom', 'w:right', 'w:end'].flatMap((name) => childrenNamed(borders, name))
