import type { Block } from '../blocks.ts'

/** A cell of a table that may only arrange text on the page. */
export interface LayoutCell {
  readonly column: number
  readonly span: number
  readonly blocks: readonly Block[]
}

/** The national title, or that of Party documents: what stands at the right of a letterhead. */
export const NATIONAL_TITLE = /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/iu
const RECIPIENTS = /^\s*N[ơƠ][iI]\s+nh[ậẬ]n\s*:?/iu
/** “Kính gửi” in a table and the like: a signer's line begins with an authority or is a title in capitals. */
const SIGNER = /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}|^(?:HIỆU TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG (?:BAN|PHÒNG|TIỂU BAN)|NGƯỜI LẬP)/u

const lines = (cells: readonly LayoutCell[]) =>
  cells.flatMap((cell) => cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : [])))

/** True when the table is there for the page, not for its content. */
export function isLayoutTable(grid: readonly (readonly LayoutCell[])[], hasNoLines: boolean): boolean {
  const cells = grid.flat()
  const filled = cells.filter((cell) => cell.blocks.length > 0)
  if (filled.length <= 1 && grid.length <= 1 && cells.length <= 1) return true
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0)
  if (columns > 4) return false
  const texts = lines(cells)
  if (grid.length <= 6 && texts.some((text) => NATIONAL_TITLE.test(text) && text.length < 80)) return true
  if (grid.length <= 6 && columns <= 3 && texts.some((text) => RECIPIENTS.test(text))) return true
  if (!hasNoLines) return false
  if (grid.length <= 4 && columns <= 3 && texts.some((text) => SIGNER.test(text))) return true
  return grid.length === 1 || (grid.length <= 3 && filled.some((cell) => cell.blocks.length > 2))
}

/**
 * The blocks of a layout table as they are read: the left column from top to bottom, then the right one. A row of one
 * cell over the whole width ends the columns above it.
 */
export function columnsInReadingOrder(grid: readonly (readonly LayoutCell[])[], width: number): Block[] {
  const blocks: Block[] = []
  let group: (readonly LayoutCell[])[] = []
  const flush = () => {
    blocks.push(...readGroup(group, width))
    group = []
  }
  for (const row of grid) {
    if (row.length === 1 && (row[0]?.span ?? 1) >= width && width > 1) {
      flush()
      blocks.push(...(row[0]?.blocks ?? []))
    } else group.push(row)
  }
  flush()
  return blocks
}

function readGroup(rows: readonly (readonly LayoutCell[])[], width: number): Block[] {
  const counts = new Set(rows.map((row) => row.length))
  const columns = counts.size === 1 ? [...counts].reduce((most, count) => Math.max(most, count), 1) : 2
  // Rows cut differently are told apart by the half of the page on which their cells lie.
  const columnOf = (cell: LayoutCell, at: number) =>
    counts.size === 1 ? at : cell.column + cell.span / 2 <= width / 2 ? 0 : 1
  return Array.from({ length: columns }, (_, column) =>
    rows.flatMap((row) => row.filter((cell, at) => columnOf(cell, at) === column).flatMap((cell) => cell.blocks)),
  ).flat()
}
