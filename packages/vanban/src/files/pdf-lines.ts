import type { StyledText } from './paragraph.ts'
import type { PdfItem } from './pdf-page.ts'

/** Text on one baseline, from left to right. */
export interface Line {
  readonly items: readonly PdfItem[]
  readonly text: string
  readonly x: number
  readonly x2: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly page: number
}

/** A gap wider than this share of the letter size is a blank between words. */
const BLANK = 0.15
/** Letters of the longest raised or lowered piece: a footnote mark, an exponent. */
const RAISED = 4

const isBlank = (item: PdfItem) => item.text.trim() === ''

/** Groups items by baseline, top to bottom; raised and lowered small letters join the line that they belong to. */
export function linesOf(items: readonly PdfItem[], page: number): Line[] {
  const groups: { y: number; size: number; items: PdfItem[] }[] = []
  for (const item of items.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const group = groups.slice(-6).findLast((candidate) => isSameLine(candidate, item))
    if (group === undefined) {
      groups.push({ y: item.y, size: item.size, items: [item] })
      continue
    }
    group.items.push(item)
    if (item.size > group.size && !isBlank(item)) {
      group.y = item.y
      group.size = item.size
    }
  }
  return groups
    .flatMap((group) => lineOf(group.items, page) ?? [])
    .toSorted((one, other) => one.y - other.y)
}

interface Baseline {
  readonly y: number
  readonly size: number
}

function isSameLine(group: Baseline, item: PdfItem): boolean {
  const big = Math.max(group.size, item.size)
  const small = Math.min(group.size, item.size)
  const apart = Math.abs(group.y - item.y)
  return apart < 0.35 * big || (small < 0.75 * big && apart < 0.6 * big && (item.size > group.size || item.text.trim().length <= RAISED))
}

/** One line of items on a common baseline; null when all of them are blank. */
export function lineOf(items: readonly PdfItem[], page: number): Line | null {
  const sorted = items.toSorted((one, other) => one.x - other.x)
  const printed = sorted.filter((item) => !isBlank(item))
  const [first] = printed
  if (first === undefined) return null
  const base = printed.reduce((most, item) => (item.size > most.size * 1.05 ? item : most), first)
  return {
    items: sorted,
    text: runsOfItems(sorted)
      .map((run) => run.text)
      .join('')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
    x: first.x,
    x2: Math.max(...printed.map((item) => item.x2)),
    y: base.y,
    size: base.size,
    bold: shareOf(printed, (item) => item.bold) > 0.9,
    italic: shareOf(printed, (item) => item.italic) > 0.9,
    page,
  }
}

function shareOf(items: readonly PdfItem[], look: (item: PdfItem) => boolean): number {
  const letters = (list: readonly PdfItem[]) => list.reduce((sum, item) => sum + item.text.trim().length, 0)
  return letters(items.filter(look)) / Math.max(1, letters(items))
}

/** The items of a line as styled text, with a blank wherever the page shows one. */
export function runsOfItems(items: readonly PdfItem[]): StyledText[] {
  const runs: StyledText[] = []
  let end = Number.NaN
  let endsBlank = true
  for (const item of items) {
    if (item.text === '') continue
    const gap = item.x - end
    const needsBlank = !endsBlank && gap > BLANK * item.size && !/^\s/.test(item.text)
    runs.push({ text: (needsBlank ? ' ' : '') + item.text, bold: item.bold, italic: item.italic, font: item.font })
    end = item.x2
    endsBlank = /\s$/.test(item.text)
  }
  return runs
}

/** Parts of a line left and right of its gaps of at least `widest` letter sizes. */
export function partsOf(line: Line, widest: number): Line[] {
  const parts: PdfItem[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const item of line.items.filter((candidate) => !isBlank(candidate))) {
    const part = parts.at(-1)
    if (part === undefined || item.x - end > widest * line.size) parts.push([item])
    else part.push(item)
    end = Math.max(end, item.x2)
  }
  // Blanks between the items of a part go back where they stood.
  return parts.flatMap((part) => {
    const from = part[0]?.x ?? 0
    const to = Math.max(...part.map((item) => item.x2))
    return lineOf(line.items.filter((item) => item.x >= from - 0.01 && item.x <= to && (!isBlank(item) || item.x2 <= to + 1)), line.page) ?? []
  })
}

/** The line cut before the item at `index` among its printed items; the left part may be missing. */
export function cutBefore(line: Line, x: number): readonly [Line | null, Line | null] {
  return [
    lineOf(line.items.filter((item) => item.x < x), line.page),
    lineOf(line.items.filter((item) => item.x >= x), line.page),
  ]
}

/** True for a small figure above the baseline: the mark of a footnote. */
export function isNoteMark(item: PdfItem, line: Line): boolean {
  return item.size < 0.8 * line.size && item.y < line.y - 0.1 * line.size && /^\d{1,2}$/.test(item.text.trim())
}

export const centreOf = (line: { readonly x: number; readonly x2: number }) => (line.x + line.x2) / 2
