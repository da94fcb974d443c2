import type { TableBlock } from '../blocks.ts'
import { squeeze } from '../vietnamese.ts'
import { isRule, unmark } from './markup.ts'

/** What a table takes of the text: the block and the first line after it. */
export interface FoundTable {
  readonly table: TableBlock
  readonly next: number
}

const isBar = (line: string | undefined): boolean => line !== undefined && line.trim() === '|'

function cellText(lines: readonly string[]): string {
  return lines
    .map((line) => squeeze(unmark(line).text))
    .filter((line) => line !== '' && !isRule(line))
    .join('\n')
}

const LONGEST_CELL = 400

/**
 * A table of a converted web page: a line with nothing but a bar before, between and after the cells. An empty cell and the
 * end of a row look alike; the first row tells how many cells to expect.
 */
export function stackedTableAt(lines: readonly string[], start: number): FoundTable | null {
  if (!isBar(lines[start])) return null
  const rows: string[][] = []
  let row: string[] = []
  let columns = 0
  let at = start
  for (;;) {
    let end = at + 1
    while (end < lines.length && !isBar(lines[end])) end += 1
    if (end >= lines.length || end - at > LONGEST_CELL) return rows.length > 0 ? { table: { kind: 'table', rows }, next: at + 1 } : null
    row.push(cellText(lines.slice(at + 1, end)))
    if (isBar(lines[end + 1])) {
      const full = columns === 0 || row.length >= columns || row.length === 1
      at = full ? end + 1 : end
      if (!full) continue
    } else if ((columns > 0 && row.length >= columns) || (columns === 0 && (lines[end + 1] ?? '').trim() === '')) {
      rows.push(row)
      return { table: { kind: 'table', rows }, next: end + 1 }
    } else {
      at = end
      continue
    }
    columns = Math.max(columns, row.length)
    rows.push(row)
    row = []
  }
}

const ROW = /^\s*\|.*\|\s*$/

/** A table in markdown: every line begins and ends with a bar. */
export function pipeTableAt(lines: readonly string[], start: number): FoundTable | null {
  let end = start
  const rows: string[][] = []
  while (end < lines.length && ROW.test(lines[end] ?? '') && !isBar(lines[end])) {
    const cells = (lines[end] ?? '').trim().slice(1, -1).split('|').map((cell) => squeeze(unmark(cell).text))
    if (!cells.every((cell) => /^:?-+:?$/.test(cell) || cell === '')) rows.push(cells)
    end += 1
  }
  return rows.length > 0 ? { table: { kind: 'table', rows }, next: end } : null
}
