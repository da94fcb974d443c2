import type { Table } from '../model.ts'
import { textWidth, type Face } from './font.ts'
import { points, TABLE_SIZE } from './form.ts'
import type { Cell, TablePart } from './parts.ts'
import { printableLines } from './printable.ts'

/** Millimetres from the line of a cell to its text, on both sides together. */
const PADDING = 3.2
/** Sizes to try before words have to be broken. */
const SIZES = [TABLE_SIZE, 11, 10] as const
/** Rows that decide the widths of columns. */
const SAMPLE_ROWS = 60

const NUMBER = /^[-–]?\d{1,3}([.,]\d{3})*([.,]\d+)?\s?(%|đ|đồng)?$/u
const SERIAL = /^(TT|STT|Số TT|Stt)\.?$/u
const TOTAL = /^(tổng( cộng| số)?|cộng)(?![\p{L}])/iu

/**
 * A table set to `width` millimetres. Columns take the widths of the model, else what their texts need; amounts stand
 * right, serial numbers and short entries in the middle, prose left; rows of totals and the head are bold. Texts that
 * do not fit are set smaller, down to 10 pt.
 */
export function layoutTable(table: Table, width: number): TablePart {
  const head = table.head.map((row) => row.map(printableLines))
  const rows = table.rows.map((row) => row.map(printableLines))
  const count = Math.max(1, ...head.map((row) => row.length), ...rows.map((row) => row.length))
  const texts = Array.from({ length: count }, (_, column) => columnTexts(column, head, rows))
  const size = SIZES.find((candidate) => sum(texts.map((column) => narrowest(column, candidate))) <= width) ?? 10
  const aligns = texts.map((column, index) => alignOf(column.body, head.map((row) => row[index] ?? '')))
  return {
    kind: 'table',
    columns: table.widths?.length === count ? scaled(table.widths, width) : fitted(texts, size, width),
    size,
    head: headCells(head, count),
    rows: rows.map((row) => bodyCells(row, count, aligns)),
  }
}

/** The least width, in millimetres, at which no word of the table is broken at its ordinary size. */
export function leastWidth(table: Table): number {
  const count = Math.max(0, ...[...table.head, ...table.rows].map((row) => row.length))
  const columns = Array.from({ length: count }, (_, column) => columnTexts(column, table.head, table.rows))
  return sum(columns.map((column) => narrowest(column, TABLE_SIZE)))
}

interface ColumnTexts {
  readonly head: readonly string[]
  readonly body: readonly string[]
}

function columnTexts(column: number, head: readonly (readonly string[])[], rows: readonly (readonly string[])[]): ColumnTexts {
  const own = (row: readonly string[]): readonly string[] => {
    const text = row[column]
    return text === undefined || (row.length === 1 && column === 0 && rows.some((other) => other.length > 1)) ? [] : [text]
  }
  const single = head.filter((row, index) => !spansRight(head, index, column) && row[column] !== undefined)
  return { head: single.map((row) => row[column] ?? ''), body: rows.flatMap(own) }
}

function narrowest(column: ColumnTexts, size: number): number {
  const words = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split(/\s+/u))
  const widths = [
    ...words(column.head).map((word) => textWidth(word, 'bold', size)),
    ...column.body.flatMap((text) => (NUMBER.test(text) ? [text] : words([text]))).map((word) => textWidth(word, 'regular', size)),
  ]
  return Math.max(0, ...widths) / points(1) + PADDING
}

/**
 * Every column gets what its longest word needs, then what keeps all rows as low as the width allows; what is left goes,
 * millimetre by millimetre, to the column that makes the most rows tall.
 */
function fitted(columns: readonly ColumnTexts[], size: number, width: number): readonly number[] {
  const least = columns.map((column) => narrowest(column, size))
  if (sum(least) >= width) return scaled(least, width)
  const words = columns.map((column) => wordWidths(column, size))
  const widths = [...lowest(words, least, size, width)]
  const lines = words.map((column, index) => lineCounts(column, widths[index] ?? 0, size))
  for (let spare = width - sum(widths); spare >= 1; spare--) {
    const tallest = tallestColumn(lines)
    if (tallest === null) break
    widths[tallest] = (widths[tallest] ?? 0) + 1
    lines[tallest] = lineCounts(words[tallest] ?? [], widths[tallest] ?? 0, size)
  }
  return scaled(widths, width)
}

/** The widths at which the tallest cell has the fewest lines. */
function lowest(words: readonly WordWidths[], least: readonly number[], size: number, width: number): readonly number[] {
  const tallest = (column: number, own: number): number => Math.max(1, ...lineCounts(words[column] ?? [], own, size))
  let widths = [...least]
  for (let lines = Math.max(...least.map((own, column) => tallest(column, own))) - 1; lines >= 1; lines--) {
    const next = widths.map((own, column) => {
      let wider = own
      while (wider <= width && tallest(column, wider) > lines) wider++
      return wider
    })
    if (sum(next) > width) break
    widths = next
  }
  return widths
}

/** Widths in millimetres of the words of every line of every cell, of the first rows of a long table. */
type WordWidths = readonly (readonly (readonly number[])[])[]

function wordWidths(column: ColumnTexts, size: number): WordWidths {
  const ofLine = (line: string, face: Face): readonly number[] => line.split(' ').map((word) => textWidth(word, face, size) / points(1))
  const ofCell = (text: string, face: Face): readonly (readonly number[])[] => linesOf(text).map((line) => ofLine(line, face))
  return [...column.head.map((text) => ofCell(text, 'bold')), ...column.body.slice(0, SAMPLE_ROWS).map((text) => ofCell(text, 'regular'))]
}

function lineCounts(cells: WordWidths, width: number, size: number): readonly number[] {
  const room = width - PADDING + 0.01
  const space = textWidth(' ', 'regular', size) / points(1)
  return cells.map((lines) => sum(lines.map((words) => linesTaken(words, space, room))))
}

function linesTaken(words: readonly number[], space: number, room: number): number {
  let lines = 1
  let taken = 0
  for (const word of words) {
    if (taken > 0 && taken + space + word > room) {
      lines++
      taken = word
    } else taken += (taken > 0 ? space : 0) + word
  }
  return lines
}

/** The column that is among the tallest of the most lines; null when every row is one line high. */
function tallestColumn(lines: readonly (readonly number[])[]): number | null {
  const scores = lines.map(() => 0)
  const rows = Math.max(...lines.map((column) => column.length))
  for (let row = 0; row < rows; row++) {
    const most = Math.max(...lines.map((column) => column[row] ?? 0))
    if (most < 2) continue
    for (const [index, column] of lines.entries()) if (column[row] === most) scores[index] = (scores[index] ?? 0) + most
  }
  const best = Math.max(...scores)
  return best === 0 ? null : scores.indexOf(best)
}

function scaled(widths: readonly number[], width: number): readonly number[] {
  const total = sum(widths)
  return widths.map((own) => Math.round((own / total) * width * 100) / 100)
}

function alignOf(body: readonly string[], head: readonly string[]): Cell['align'] {
  const filled = body.filter((text) => text !== '')
  if (filled.length === 0 || head.some((text) => SERIAL.test(text))) return 'centre'
  if (filled.every((text) => NUMBER.test(text))) return filled.some((text) => text.length > 3) ? 'right' : 'centre'
  return filled.every((text) => text.length <= 16) ? 'centre' : 'left'
}

function bodyCells(row: readonly string[], count: number, aligns: readonly Cell['align'][]): readonly Cell[] {
  const bold = row.slice(0, 2).some((text) => TOTAL.test(text))
  if (row.length === 1 && count > 1) return [{ ...plain(row[0] ?? ''), bold: true, columnSpan: count }]
  return Array.from({ length: count }, (_, column) => ({
    ...plain(row[column] ?? ''),
    align: aligns[column] ?? 'left',
    bold,
  }))
}

function headCells(head: readonly (readonly string[])[], count: number): readonly (readonly Cell[])[] {
  const taken = head.map(() => Array.from({ length: count }, () => false))
  const isFree = (row: number, column: number): boolean => taken[row]?.[column] === false
  const isEmpty = (row: number, column: number): boolean => (head[row]?.[column] ?? '') === ''
  return head.map((_, row) => {
    const cells: Cell[] = []
    for (let column = 0; column < count; column++) {
      if (!isFree(row, column)) continue
      let columnSpan = 1
      while (column + columnSpan < count && spansRight(head, row, column + columnSpan)) columnSpan++
      const below = (next: number): boolean =>
        next < head.length && Array.from({ length: columnSpan }, (_, index) => column + index).every((own) => isFree(next, own) && isEmpty(next, own))
      let rowSpan = 1
      while (below(row + rowSpan)) rowSpan++
      for (let r = row; r < row + rowSpan; r++) taken[r]?.fill(true, column, column + columnSpan)
      cells.push({ lines: linesOf(head[row]?.[column] ?? ''), align: 'centre', bold: true, columnSpan, rowSpan })
    }
    return cells
  })
}

/** An empty cell of the first row of several belongs to the cell on its left when the row below has a text there. */
function spansRight(head: readonly (readonly string[])[], row: number, column: number): boolean {
  return row === 0 && column > 0 && head.length > 1 && (head[0]?.[column] ?? '') === '' && (head[1]?.[column] ?? '') !== ''
}

function plain(text: string): Cell {
  return { lines: linesOf(text), align: 'left', bold: false, columnSpan: 1, rowSpan: 1 }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
