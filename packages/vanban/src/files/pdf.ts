import type { Block, Paragraph, RawDocument, SourceLine } from '../blocks.ts'
import { columnsOf, type Columns } from './pdf-columns.ts'
import { loadPdfEngine, openPdf, type PDFDocumentProxy, type PdfEngine } from './pdf-engine.ts'
import { withoutPageNumbers } from './pdf-furniture.ts'
import { linesOf, type Line } from './pdf-lines.ts'
import { joinNotes, noteParagraphs, splitNotes, type PageNotes } from './pdf-notes.ts'
import { readPdfPage, type PdfPage } from './pdf-page.ts'
import { bodySizeOf, measureOf, paragraphsOfColumn, paragraphsOfLines, type Measure, type ParagraphGroup } from './pdf-paragraphs.ts'
import { isContinuation, joinTables, tablesOf, type PageTable } from './pdf-tables.ts'
import { sourceLines } from './source-lines.ts'
import { UnreadableFile } from './unreadable.ts'

export const PDF_LIMITS = {
  pages: 300,
  /** Letters on an average page below which the document is pictures of paper. */
  lettersPerPage: 20,
  /** Letters of a page that certainly has text of its own. */
  lettersOfText: 200,
}

/**
 * Reads a PDF with text into blocks in reading order: lines joined to paragraphs, the two columns of the letterhead
 * and of recipients and signer one after the other, ruled tables as tables, page numbers left out.
 *
 * @throws UnreadableFile `encrypted`, `truncated`, `too_large`, `scan` or `broken`
 */
export async function readPdf(bytes: Uint8Array): Promise<RawDocument> {
  // pdf.js would mend a file that lacks its end, and quietly give fewer pages.
  if (!hasEnd(bytes)) throw new UnreadableFile('truncated', 'no end-of-file mark')
  const pdfjs = await loadPdfEngine()
  const task = openPdf(pdfjs, bytes)
  try {
    const document = await task.promise
    if (document.numPages > PDF_LIMITS.pages) throw new UnreadableFile('too_large', `${document.numPages} pages`)
    return arrange(await readPages(pdfjs, document))
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    await task.destroy()
  }
}

/** The pages with text and rules, all but those left out. */
export async function readPages(pdfjs: PdfEngine, document: PDFDocumentProxy, leftOut: ReadonlySet<number> = new Set()): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    if (leftOut.has(number)) continue
    const page = await document.getPage(number)
    pages.push(await readPdfPage(pdfjs, page))
    page.cleanup()
  }
  return pages
}

const END_MARK_WITHIN = 4096

function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-END_MARK_WITHIN).includes('%%EOF')
}

function asUnreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error
  const message = error instanceof Error ? error.message : String(error)
  const reason = error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken'
  return new UnreadableFile(reason, message, { cause: error })
}

const lettersOf = (page: PdfPage) => page.items.reduce((sum, item) => sum + item.text.replace(/\s/g, '').length, 0)

function arrange(pages: readonly PdfPage[]): RawDocument {
  const letters = pages.map(lettersOf)
  const total = letters.reduce((sum, count) => sum + count, 0)
  const isSparse = total < PDF_LIMITS.lettersPerPage * pages.length
  // A stamp of the archive over each picture is no page of text; a cover letter before thirty pictures is one.
  if (isSparse && !letters.some((count) => count >= PDF_LIMITS.lettersOfText)) throw new UnreadableFile('scan', `${total} letters on ${pages.length} pages`)
  const recognised = pages.filter((page) => page.isRecognised)
  const isPoorText = recognised.length > pages.length / 2 && !hasVietnamese(recognised)
  const picturePages = pages.filter((_, at) => (letters[at] ?? 0) < (isSparse ? PDF_LIMITS.lettersOfText : PDF_LIMITS.lettersPerPage)).map(({ number }) => number)
  return { ...layOut(pages), warnings: warningsOf(pages, letters), ...(isPoorText ? { isPoorText } : {}), ...(picturePages.length > 0 ? { picturePages } : {}) }
}

/** Pages as blocks in reading order, whoever read the words off them. */
export function layOut(pages: readonly PdfPage[]): RawDocument {
  const { blocks, lines } = blocksOf(pages)
  return { blocks, lines, warnings: [], pages: pages.length }
}

function warningsOf(pages: readonly PdfPage[], letters: readonly number[]): string[] {
  const numbersOf = (chosen: readonly PdfPage[]) => chosen.map((page) => page.number).join(', ')
  const recognised = pages.filter((page) => page.isRecognised)
  const bare = pages.filter((page, at) => (letters[at] ?? 0) < PDF_LIMITS.lettersPerPage && page.items.length === 0)
  return [
    ...(bare.length > 0 ? [`Không có chữ trên trang ${numbersOf(bare)} (có thể là ảnh)`] : []),
    ...(recognised.length > 0 && !hasVietnamese(recognised) ? ['Lớp chữ của bản quét không có dấu tiếng Việt: nên nhận dạng lại từ ảnh'] : []),
    ...(recognised.length > 0 ? [`Chữ trên trang ${numbersOf(recognised)} do máy nhận dạng từ ảnh, có thể sai`] : []),
  ]
}

/** Text recognition made for another language leaves the marks out: about every second Vietnamese word has one. */
function hasVietnamese(pages: readonly PdfPage[]): boolean {
  const text = pages.flatMap((page) => page.items.map((item) => item.text)).join(' ').normalize('NFC')
  const words = text.match(/\p{L}+/gu)?.length ?? 0
  return (text.match(/[\u1ea0-\u1ef9ăđơư]/giu)?.length ?? 0) > words * 0.15
}

/** What stands on a page, in reading order. */
type Element =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly table: PageTable }
  | { readonly kind: 'columns'; readonly columns: Columns }
  | { readonly kind: 'notes'; readonly notes: PageNotes }

function blocksOf(pages: readonly PdfPage[]): { blocks: Block[]; lines: SourceLine[] } {
  const read = pages.map((page) => {
    const { tables, rest } = tablesOf(page)
    return { page, tables, lines: linesOf(rest, page.number) }
  })
  const bodies = withoutPageNumbers(read.map(({ page, lines }) => ({ height: page.height, lines })))
  const bodySize = bodySizeOf(bodies.flat())
  let above: readonly Element[] = []
  const elements = read.map(({ page, tables }, at) => {
    above = elementsOf(page, bodies[at] ?? [], tables, bodySize, above)
    return above
  })
  return { blocks: assemble(elements.flat(), measures(pages, elements)), lines: elements.flatMap((list, at) => sourceLines(list.flatMap(linesOfElement), pages[at])) }
}

function linesOfElement(element: Element): readonly Line[] {
  switch (element.kind) {
    case 'line':
      return [element.line]
    case 'table':
      return element.table.lines
    case 'columns':
      return [...element.columns.left, ...element.columns.right]
    case 'notes':
      return element.notes.notes.flatMap((note) => note.lines)
  }
}

function elementsOf(page: PdfPage, all: readonly Line[], tables: readonly PageTable[], bodySize: number, above: readonly Element[]): Element[] {
  const notesAbove = above.find((element) => element.kind === 'notes')?.notes ?? null
  const goesOn = isClosing(above.at(-1))
  const { lines, notes } = splitNotes(all, columnsOf(all, page.width, goesOn).at(-1)?.to ?? 0, bodySize, page.height, notesAbove)
  const columns = columnsOf(lines, page.width, goesOn)
  const elements: (Element & { readonly top: number })[] = tables.map((table) => ({ kind: 'table', table, top: table.y1 }))
  if (notes !== null) elements.push({ kind: 'notes', notes, top: page.height })
  lines.forEach((line, at) => {
    const block = columns.find(({ from, to }) => at >= from && at < to)
    if (block === undefined) elements.push({ kind: 'line', line, top: line.y })
    else if (at === block.from) elements.push({ kind: 'columns', columns: block, top: line.y })
  })
  return elements.toSorted((one, other) => one.top - other.top)
}

const isClosing = (element: Element | undefined) => element?.kind === 'columns' && element.columns.isClosing

/** The measure of each line's page; pages with little text take that of all pages of their width. */
function measures(pages: readonly PdfPage[], elements: readonly (readonly Element[])[]): (line: Line) => Measure {
  const linesOn = elements.map((list) => list.flatMap((element) => (element.kind === 'line' ? [element.line] : [])))
  const own = new Map<number, Measure>()
  for (const width of new Set(pages.map(({ width }) => Math.round(width)))) {
    const alike = pages.filter((page) => Math.round(page.width) === width)
    const lines = alike.flatMap((page) => linesOn[pages.indexOf(page)] ?? [])
    const whole = measureOf(lines, width) ?? sparseMeasure(lines, width)
    for (const page of alike) own.set(page.number, pageMeasure(page, linesOn[pages.indexOf(page)] ?? [], whole))
  }
  const fallback = sparseMeasure([], pages[0]?.width ?? 595)
  return (line) => own.get(line.page) ?? fallback
}

/** A document of a few lines: its margins are the outermost ends of its text. */
function sparseMeasure(lines: readonly Line[], width: number): Measure {
  if (lines.length === 0) return { left: width * 0.14, right: width * 0.92, pitch: 1.2, isIndented: true }
  const right = Math.max(...lines.map((line) => line.x2))
  return { left: Math.min(...lines.map((line) => line.x)), right: Math.max(right, width * 0.7), pitch: 1.25, isIndented: true }
}

function pageMeasure(page: PdfPage, lines: readonly Line[], whole: Measure): Measure {
  const own = measureOf(lines, page.width)
  if (own === null) return whole
  // The same left margin is the same setting: a page of forms may just not reach the right one.
  if (Math.abs(own.left - whole.left) < 8) return { ...whole, right: Math.max(own.right, whole.right) }
  const hasEnough = lines.filter((line) => line.x2 - line.x > page.width * 0.45).length >= 10
  return hasEnough ? { ...own, isIndented: whole.isIndented } : { ...whole, left: Math.min(own.left, whole.left) }
}

function assemble(elements: readonly Element[], measureFor: (line: Line) => Measure): Block[] {
  const blocks: Block[] = []
  let running: Line[] = []
  let tables: PageTable[] = []
  let notes: PageNotes[] = []
  let columns: Columns[] = []
  const flushText = () => {
    blocks.push(...withNotes(paragraphsOfLines(running, measureFor), notes, measureFor))
    running = []
    notes = []
  }
  const flushTables = () => {
    if (tables.length > 0) blocks.push(joinTables(tables))
    tables = []
  }
  const flushColumns = () => {
    const left = columns.flatMap((part) => part.left)
    const right = columns.flatMap((part) => part.right)
    blocks.push(...paragraphsOfColumn(left), ...paragraphsOfColumn(right))
    columns = []
  }
  for (const element of elements) {
    if (element.kind === 'columns') {
      flushTables()
      flushText()
      // Recipients that go on overleaf are one column still.
      if (!(columns.at(-1)?.isClosing === true && element.columns.isClosing && element.columns.from === 0)) flushColumns()
      columns.push(element.columns)
      continue
    }
    if (element.kind !== 'notes') flushColumns()
    if (element.kind === 'table') {
      flushText()
      if (!isContinuation(tables.at(-1), element.table)) flushTables()
      tables.push(element.table)
      continue
    }
    if (element.kind === 'notes') {
      notes.push(element.notes)
      continue
    }
    flushTables()
    running.push(element.line)
  }
  flushColumns()
  flushText()
  flushTables()
  return blocks
}

/** Notes follow the last paragraph that begins on their page, so that they do not cut one that goes on overleaf. */
function withNotes(groups: readonly ParagraphGroup[], notes: readonly PageNotes[], measureFor: (line: Line) => Measure): Paragraph[] {
  const waiting = joinNotes(notes)
  const printNotes = (before: number) => {
    const due = waiting.splice(0, waiting.findLastIndex((note) => note.page < before) + 1)
    return due.flatMap((note) => noteParagraphs(note, measureFor))
  }
  return [...groups.flatMap((group) => [...printNotes(group.page), ...group.paragraphs]), ...printNotes(Number.POSITIVE_INFINITY)]
}
