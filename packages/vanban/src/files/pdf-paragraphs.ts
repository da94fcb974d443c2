import type { Paragraph } from '../blocks.ts'
import { paragraphsOf, type StyledText } from './paragraph.ts'
import { centreOf, runsOfItems, type Line } from './pdf-lines.ts'

/** Where text begins and ends on a page, and how far apart its lines stand. */
export interface Measure {
  readonly left: number
  readonly right: number
  /** Between two lines of one paragraph, in letter sizes. */
  readonly pitch: number
  /** Paragraphs begin with an indent, so that a line at the margin continues. */
  readonly isIndented: boolean
}

const LABEL = /^(?:[-–—+•*]\s|\p{Lu}?[a-zđ]?\)\s|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]{1,5}\.\s|[a-zđ][.)]\s|Điều \d+\.|Nơi nhận)/u
const near = (one: number, other: number, within: number) => Math.abs(one - other) <= within

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}

/** Measures running text; null when there is too little of it. */
export function measureOf(lines: readonly Line[], pageWidth: number): Measure | null {
  const wide = lines.filter((line) => line.x2 - line.x > pageWidth * 0.45)
  if (wide.length < 4) return null
  const left = quantile(wide.map((line) => line.x), 0.08)
  const right = quantile(wide.map((line) => line.x2), 0.92)
  const pitches = lines.flatMap((line, at) => {
    const above = lines[at - 1]
    if (above === undefined || above.page !== line.page || !near(above.size, line.size, 0.5)) return []
    const gap = (line.y - above.y) / line.size
    return gap > 0.8 && gap < 2.6 ? [gap] : []
  })
  const indented = wide.filter((line) => line.x > left + 10 && line.x < left + 70).length
  return { left, right, pitch: quantile(pitches, 0.3) || 1.2, isIndented: indented > wide.length * 0.1 }
}

interface Open {
  readonly lines: Line[]
  isCentred: boolean
}

/** The paragraphs of lines that belong together, and the page on which they begin. */
export interface ParagraphGroup {
  readonly page: number
  readonly paragraphs: readonly Paragraph[]
}

export function isCentredLine(line: Line, measure: Measure): boolean {
  const before = line.x - measure.left
  const after = measure.right - line.x2
  if (before < 14 || after < 8 || !near(before, after, 9)) return false
  // A short indented line may end anywhere, also where it looks centred.
  return before > 75 || line.bold || line.italic || line.text === line.text.toLocaleUpperCase('vi') || !measure.isIndented
}

/** Joins the lines of running text to paragraphs, also across pages. */
export function paragraphsOfLines(lines: readonly Line[], measureFor: (line: Line) => Measure): ParagraphGroup[] {
  const groups: Open[] = []
  for (const line of lines) {
    const open = groups.at(-1)
    const measure = measureFor(line)
    const isCentred = isCentredLine(line, measure)
    if (open !== undefined && endsCentred(open, line, isCentred, measure)) {
      open.lines.push(line)
      open.isCentred = true
    } else if (open !== undefined && continues(open, line, isCentred, measureFor(open.lines.at(-1) ?? line), measure)) open.lines.push(line)
    else groups.push({ lines: [line], isCentred })
  }
  return groups.map(({ lines: joined, isCentred }) => {
    const page = joined[0]?.page ?? 1
    const align = isCentred ? 'center' : joined.length > 1 ? 'justify' : 'left'
    return { page, paragraphs: paragraphsOf(joinLines(joined), { align, page }) }
  })
}

/** A centred heading fills its first lines from margin to margin: only its last line shows that it is centred. */
function endsCentred(open: Open, line: Line, isCentred: boolean, measure: Measure): boolean {
  const last = open.lines.at(-1)
  if (open.isCentred || !isCentred || last === undefined || !(line.bold || line.italic)) return false
  const isFull = (above: Line) => Math.abs(above.x - measure.left) < 14 || isCentredLine(above, measure)
  const isAlike = (above: Line) => above.bold === line.bold && above.italic === line.italic && near(above.size, line.size, 1)
  return open.lines.every((above) => isFull(above) && isAlike(above)) && roomLeft(last, line, measure) <= 16 && line.y - last.y < line.size * 2
}

function continues(open: Open, line: Line, isCentred: boolean, before: Measure, measure: Measure): boolean {
  const last = open.lines.at(-1)
  if (last === undefined) return false
  if (open.isCentred !== isCentred && (open.isCentred || !endsLikeCentred(open, line))) return false
  if (!near(last.size, line.size, 1)) return false
  if (open.isCentred) return continuesCentred(last, line, before)
  if (roomLeft(last, line, before) > 3) return false
  return scoreShape(open, line, before, measure) + scoreGap(open, line, measure) + scoreWords(open, last, line) > 0
}

/** The last line of a paragraph may happen to lie in the middle of the page. */
function endsLikeCentred(open: Open, line: Line): boolean {
  return open.lines.length > 1 && near(line.x, open.lines[1]?.x ?? 0, 4)
}

/** How much free space the last line had beyond the first word of this one: above zero, somebody ended it by hand. */
function roomLeft(last: Line, line: Line, measure: Measure): number {
  const word = line.text.indexOf(' ')
  const share = word < 0 ? 1 : word / line.text.length
  const needed = (line.x2 - line.x) * share + last.size * 0.25
  return measure.right - last.x2 - needed
}

function continuesCentred(last: Line, line: Line, measure: Measure): boolean {
  if (last.bold !== line.bold || last.italic !== line.italic) return false
  if (line.page !== last.page || line.y - last.y > line.size * 2) return false
  const word = line.text.indexOf(' ')
  const needed = (line.x2 - line.x) * (word < 0 ? 1 : word / line.text.length) + last.size * 0.25
  return last.x2 - last.x + needed > measure.right - measure.left - 12 && !/^\(?\p{Lu}{2}/u.test(line.text)
}

/** Where the line begins, against the lines above it. */
function scoreShape(open: Open, line: Line, before: Measure, measure: Measure): number {
  const first = open.lines[0] ?? line
  const second = open.lines[1]
  const inset = line.x - measure.left
  if (second !== undefined) return near(inset, second.x - before.left, 5) ? 2 : -3
  const step = inset - (first.x - before.left)
  const isFirstIndented = first.x > before.left + 8
  if (near(inset, 0, 5) && isFirstIndented) return 2.5
  if (near(step, 0, 3)) return isFirstIndented && measure.isIndented ? -3 : 0
  if (step > 0) return step < 45 && LABEL.test(first.text) ? 2 : -3
  return 1
}

function scoreGap(open: Open, line: Line, measure: Measure): number {
  const [last, beforeLast] = [open.lines.at(-1), open.lines.at(-2)]
  if (last === undefined || last.page !== line.page) return 0
  const gap = (line.y - last.y) / line.size
  if (gap > 3) return -4
  if (beforeLast !== undefined && beforeLast.page === last.page) {
    const usual = (last.y - beforeLast.y) / line.size
    return gap > usual + 0.2 ? -3 : 1
  }
  return gap > measure.pitch + 0.2 ? -1 : 1
}

function scoreWords(open: Open, last: Line, line: Line): number {
  let score = 0
  if (LABEL.test(line.text)) score -= 2
  if (/^\p{Ll}/u.test(line.text)) score += 1.5
  if (/[.;:!?…]$/.test(last.text)) score -= 1
  else score += 0.5
  // A heading in bold ends where plain text begins; a line that is bold only in part says nothing.
  const isBold = open.lines.every((above) => above.bold)
  const isItalic = open.lines.every((above) => above.italic)
  if (isBold !== line.bold && (isBold || line.items.every((item) => item.bold || item.text.trim() === ''))) score -= 2
  if (isItalic !== line.italic) score -= 1
  // Below a title in bold the name of who decides stands in capitals.
  if (isBold && line.bold && isInCapitals(line) && !open.lines.some(isInCapitals)) score -= 3
  return score
}

function isInCapitals(line: Line): boolean {
  return line.text.includes(' ') && line.text === line.text.toLocaleUpperCase('vi')
}

/** A document number or an address wraps after its hyphen, slash or point and goes on without a blank: “85/2015/NĐ-” + “CP”. */
function joinsTightly(before: string, after: string): boolean {
  if (/(?:https?:\/\/|www\.)\S*[/.=&?_-]$|https?:\/\/$/u.test(before)) return /^[\p{Ll}\d]/u.test(after)
  // “và/” + “hoặc”
  if (/\p{Ll}\/$/u.test(before) && /^\p{Ll}/u.test(after)) return true
  return /[\p{Lu}\d][-/]$/u.test(before) && /^[\p{Lu}\d]/u.test(after)
}

export function joinLines(lines: readonly Line[]): StyledText[] {
  const runs: StyledText[] = []
  lines.forEach((line, at) => {
    const above = lines[at - 1]
    if (above !== undefined && !joinsTightly(above.text, line.text)) runs.push({ text: ' ', bold: above.bold, italic: above.italic, font: '' })
    runs.push(...trimmed(runsOfItems(line.items)))
  })
  return runs
}

/** Blanks at the ends of a printed line are no text. */
function trimmed(runs: readonly StyledText[]): StyledText[] {
  return runs.map((run, at) => {
    const start = at === 0 ? run.text.trimStart() : run.text
    return { ...run, text: at === runs.length - 1 ? start.trimEnd() : start }
  })
}

const BULLET = /^[-–+]\s?[^-–\s]/

/** Lines of a narrow column: each is a paragraph, but a bullet's wrapped lines belong to it. */
export function paragraphsOfColumn(lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isOpenBullet = last !== undefined && BULLET.test(group?.[0]?.text ?? '') && !/[;.:]$/.test(last.text)
    const isTitleRest = last !== undefined && /^CỘNG H(?:ÒA|OÀ) XÃ HỘI.*(?<!NAM)$/iu.test(last.text) && /^(?:VIỆT )?NAM$/iu.test(line.text)
    if (group !== undefined && isTitleRest) group.push(line)
    else if (group !== undefined && isOpenBullet && !BULLET.test(line.text) && near(last?.size ?? 0, line.size, 1)) group.push(line)
    else groups.push([line])
  }
  return groups.flatMap((group) => {
    const isList = BULLET.test(group[0]?.text ?? '') || /^N[ơƠ][iI]/u.test(group[0]?.text ?? '')
    const page = group[0]?.page
    return paragraphsOf(joinLines(group), { align: isList ? 'left' : 'center', ...(page === undefined ? {} : { page }) })
  })
}

/** Text of a table cell: wrapped lines joined, lines that end early or begin with a label kept apart. */
export function cellText(lines: readonly Line[], right: number): string {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    const word = line.text.indexOf(' ')
    const needed = (line.x2 - line.x) * (word < 0 ? 1 : word / line.text.length) + line.size * 0.25
    const endsEarly = last !== undefined && right - last.x2 - 6 > needed + (last.x > line.x + 4 ? last.x - line.x : 0) * 2
    const isCentred = last !== undefined && Math.abs(centreOf(last) - centreOf(line)) < 3
    if (last === undefined || LABEL.test(line.text) || (endsEarly && !isCentred)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
    .flatMap((group) => paragraphsOf(joinLines(group), {}))
    .map((paragraph) => paragraph.text)
    .join('\n')
}

/** The letter size of most of the text. */
export function bodySizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    letters.set(size, (letters.get(size) ?? 0) + line.text.length)
  }
  return [...letters].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 12
}
