import type { Box, SourceLine } from '../blocks.ts'
import { encodingOfFont } from './legacy-encoding.ts'
import { toUnicodeRuns } from './paragraph.ts'
import { runsOfItems, type Line } from './pdf-lines.ts'
import type { PdfItem, PdfPage } from './pdf-page.ts'

/** Below this a word of a scan is shown as doubtful. */
export const DOUBTFUL = 0.7

/** The lines of a page as they are shown to a person: their text and their place. */
export function sourceLines(lines: readonly Line[], page: PdfPage | undefined): SourceLine[] {
  if (page === undefined) return []
  const fromTop = new Map(lines.toSorted((one, other) => one.y - other.y || one.x - other.x).map((line, at) => [line, at + 1]))
  return lines.map((line) => {
    const doubts = line.items.flatMap((item) => {
      const { confidence } = item
      return confidence === undefined || confidence >= DOUBTFUL ? [] : [{ text: item.text.trim(), confidence, box: boxOf([item], page) }]
    })
    return { text: textOf(line), page: page.number, line: fromTop.get(line) ?? 1, box: boxOf(line.items, page), ...(doubts.length > 0 ? { doubts } : {}) }
  })
}

function textOf(line: Line): string {
  if (!line.items.some((item) => encodingOfFont(item.font) !== null)) return line.text
  return toUnicodeRuns(runsOfItems(line.items)).map((run) => run.text).join('').replace(/\s+/g, ' ').trim()
}

const between = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000

/** Letters reach a little above four fifths of their size over the baseline, and a quarter below. */
function boxOf(items: readonly PdfItem[], { width, height }: PdfPage): Box {
  const printed = items.filter((item) => item.text.trim() !== '')
  const left = between(Math.min(...printed.map((item) => item.x)) / width)
  const right = between(Math.max(...printed.map((item) => item.x2)) / width)
  const top = between(Math.min(...printed.map((item) => item.y - item.size * 0.85)) / height)
  const bottom = between(Math.max(...printed.map((item) => item.y + item.size * 0.25)) / height)
  return { x: left, y: top, width: between(right - left), height: between(bottom - top) }
}
