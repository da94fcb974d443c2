import { loadPdfEngine, openPdf, type PdfEngine, type PDFPageProxy } from '../../files/pdf-engine.ts'
import type { Line as PdfLine } from '../../files/pdf-lines.ts'
import { readPdfPage, type PdfItem, type PdfPage } from '../../files/pdf-page.ts'
import { millimetres, SINGLE_LINE } from '../form.ts'
import { isCapitals } from '../wording.ts'
import type { Measured, MeasuredLine, MeasuredPageNumber, MeasuredSheet } from './measured.ts'

/** A line as the reader knows it; its items and page play no part here. */
type Line = Omit<PdfLine, 'items' | 'page'>

/** Items farther apart than this stand in different columns. */
const COLUMN_GAP = 14
const NEAR = 1.5
/** The page number stands so near the upper or the lower edge, in points; no other text does. */
const HEAD = 56
/** Points: the widest indent of a paragraph; a post and a name with a signature between them. */
const WIDEST_INDENT = 40
const SIGNED = 110
/** Millimetres that a page may end early: a heading that goes with its text, a row that is not split. */
const SLACK = 20

/**
 * Measures a PDF by what it draws: positions and sizes of its text, faces, colours and rules.
 *
 * @param starts first page, from 0, of the document and of each appendix
 * @param bodySize size of the type of the body, in points
 */
export async function measurePdf(file: Uint8Array, starts: readonly number[], bodySize: number): Promise<Measured> {
  const pdfjs = await loadPdfEngine()
  const loading = openPdf(pdfjs, file)
  const document = await loading.promise
  const pages: PdfPage[] = []
  const colours = new Set<string>()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    pages.push(await readPdfPage(pdfjs, page))
    for (const colour of await coloursOf(pdfjs, page)) colours.add(colour)
  }
  await loading.destroy()
  return {
    sheets: starts.map((start, index) => measureSheet(pages.slice(start, starts[index + 1]), bodySize)),
    fonts: [...new Set(pages.flatMap((page) => page.items.map((item) => item.font.replace(/^[A-Z]{6}\+/u, ''))))],
    colours: [...colours],
  }
}

async function coloursOf(pdfjs: PdfEngine, page: PDFPageProxy): Promise<readonly string[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const setters = new Set([pdfjs.OPS.setFillRGBColor, pdfjs.OPS.setStrokeRGBColor])
  return fnArray.flatMap((operator, at) => (setters.has(operator) ? [String((argsArray[at] as readonly unknown[])[0]).replace('#', '')] : []))
}

function measureSheet(pages: readonly PdfPage[], bodySize: number): MeasuredSheet {
  const all = pages.map(linesOf)
  const [width, height] = [pages[0]?.width ?? 0, pages[0]?.height ?? 0]
  const isAtEdge = (line: Line): boolean => line.y <= HEAD || line.y >= height - HEAD
  const texts = all.map((lines) => lines.filter((line) => !isAtEdge(line)))
  const rules = pages.flatMap((page) => page.rules)
  const left = Math.min(...texts.flat().map((line) => line.x), ...rules.map((rule) => Math.min(rule.x1, rule.x2)))
  const right = Math.max(...texts.flat().map((line) => line.x2), ...rules.map((rule) => Math.max(rule.x1, rule.x2)))
  // A line of text begins 0.7 of its size above the baseline, a table with its rule.
  const tops = texts.map((lines, index) => Math.min(...lines.map((line) => line.y - 0.7 * line.size), ...(pages[index]?.rules ?? []).map((rule) => Math.min(rule.y1, rule.y2))))
  const lows = texts.map((lines, index) => Math.max(...lines.map((line) => line.y), ...(pages[index]?.rules ?? []).map((rule) => Math.max(rule.y1, rule.y2))))
  const figures = bodyFigures(texts, left, bodySize)
  return {
    width: millimetres(width),
    height: millimetres(height),
    top: millimetres(Math.min(...tops)),
    // The last page ends where the text does; of the others the fullest tells.
    bottom: pages.length > 1 ? millimetres(height - Math.max(...lows.slice(0, -1))) : null,
    bottomSlack: SLACK,
    left: millimetres(left),
    right: millimetres(width - right),
    ...figures,
    ragged: texts.flatMap((lines) => raggedLines(lines, left, right, bodySize)),
    pageNumbers: all.map((lines) => pageNumber(lines.filter(isAtEdge), (left + right) / 2)),
    lines: texts.flatMap((lines, index) => lines.map((line) => measuredLine(line, lines, pages[index], [left, right]))),
  }
}

function linesOf(page: PdfPage): readonly Line[] {
  const items = page.items.filter((item) => item.text.trim() !== '').toSorted((a, b) => (Math.abs(a.y - b.y) < 0.5 ? a.x - b.x : a.y - b.y))
  const lines: PdfItem[] = []
  for (const item of items) {
    const last = lines.at(-1)
    const goesOn = last !== undefined && Math.abs(last.y - item.y) < 0.5 && item.x - last.x2 < COLUMN_GAP
    if (goesOn) lines[lines.length - 1] = { ...last, text: `${last.text}${item.x - last.x2 > 1 ? ' ' : ''}${item.text}`, x2: item.x2 }
    else lines.push(item)
  }
  return lines
}

function pageNumber([line]: readonly Line[], middle: number): MeasuredPageNumber {
  if (line === undefined) return { shown: null, size: 0, bold: false, italic: false, place: '', align: '' }
  return { ...line, shown: line.text, place: line.y <= HEAD ? 'top' : 'bottom', align: isNear((line.x + line.x2) / 2, middle) ? 'centre' : 'off' }
}

/** Pitch, gap and indent of the paragraphs of the body, by the smallest distances between its lines. */
function bodyFigures(pages: readonly (readonly Line[])[], left: number, size: number): Pick<MeasuredSheet, 'pitch' | 'paragraphGap' | 'firstLineIndent'> {
  const pairs = pages.flatMap((lines) => {
    const body = lines.filter((line) => isNear(line.size, size, 0.01) && line.x < left + WIDEST_INDENT)
    return body.flatMap((line, index) => {
      const next = body[index + 1]
      return next === undefined ? [] : [{ distance: next.y - line.y, indent: next.x - left }]
    })
  })
  const within = pairs.filter((pair) => pair.indent < NEAR).map((pair) => pair.distance)
  const starts = pairs.filter((pair) => pair.indent > 5)
  if (within.length === 0 || starts.length === 0) return { pitch: null, paragraphGap: null, firstLineIndent: null }
  const pitch = Math.min(...within)
  return { pitch, paragraphGap: Math.min(...starts.map((pair) => pair.distance)) - pitch, firstLineIndent: millimetres(Math.min(...starts.map((pair) => pair.indent))) }
}

function raggedLines(lines: readonly Line[], left: number, right: number, size: number): readonly string[] {
  const body = lines.filter((line) => isNear(line.size, size, 0.01) && line.x < left + WIDEST_INDENT)
  return body.flatMap((line, index) => {
    const next = body[index + 1]
    const goesOn = next !== undefined && isNear(next.x, left) && isNear(next.y - line.y, size * SINGLE_LINE, size * 0.25)
    return goesOn && !isNear(line.x2, right) ? [line.text] : []
  })
}

function measuredLine(line: Line, lines: readonly Line[], page: PdfPage | undefined, [left, right]: readonly [number, number]): MeasuredLine {
  const block = blockFrom(line, lines)
  const last = block.at(-1) ?? line
  const longest = Math.max(...block.map((own) => own.x2 - own.x))
  const rule = page?.rules.find((own) => isNear((own.x1 + own.x2) / 2, middleOf(last)) && own.y1 > last.y && own.y1 - last.y < last.size && isNear(own.y1, own.y2, 0.2))
  const above = lines.filter((own) => own.y < line.y - 1 && own.x < line.x2 && own.x2 > line.x).toSorted((a, b) => b.y - a.y)[0]
  return {
    text: block.map((own) => own.text).join(' '),
    size: line.size,
    bold: line.bold,
    italic: line.italic,
    align: alignOf(line, lines, left, right),
    rule: rule === undefined ? 0 : Math.abs(rule.x2 - rule.x1) / longest,
    before: above === undefined ? 0 : line.y - above.y - SINGLE_LINE * line.size,
  }
}

/** The line with those below it that are centred on it and look the same. */
function blockFrom(line: Line, lines: readonly Line[]): readonly Line[] {
  const block = [line]
  for (const next of lines.filter((own) => own.y > line.y)) {
    const last = block.at(-1) ?? line
    const same = isNear(next.size, last.size, 0.01) && next.bold === last.bold && next.italic === last.italic && isCapitals(next.text) === isCapitals(last.text)
    if (same && isNear(middleOf(next), middleOf(last)) && next.y - last.y < 1.3 * SINGLE_LINE * last.size) block.push(next)
  }
  return block
}

/** How the line stands between the margins, or under the lines of its column. */
function alignOf(line: Line, lines: readonly Line[], left: number, right: number): string {
  if (isNear(line.x2, right)) return 'justify'
  if (isNear(line.x, left)) return 'left'
  if (isNear(middleOf(line), (left + right) / 2)) return 'centre'
  if (lines.some((own) => own !== line && Math.abs(own.y - line.y) < (line.bold && own.bold ? SIGNED : 2.2 * line.size) && isNear(middleOf(own), middleOf(line)) && !isNear(own.x, line.x, 0.2))) return 'centre'
  return isNear(line.x, left + 36) ? 'justify' : 'left'
}

function middleOf(line: Line): number {
  return (line.x + line.x2) / 2
}

function isNear(one: number, other: number, near = NEAR): boolean {
  return Math.abs(one - other) <= near
}
