import type { Block, Paragraph, RawDocument, TableBlock } from '../blocks.ts'
import { cleanText, fold, isUpperCase, squeeze } from '../vietnamese.ts'
import { opensUnit, readBullet } from './labels.ts'
import { isFurniture, isPageNumber, isRule, isSpeck } from './markup.ts'
import { RECIPIENTS_HEAD, joinBroken } from './text-lines.ts'

/** The document as one stream: a paragraph on one line, or a table. */
export type Entry = TextEntry | TableEntry

export interface TextEntry {
  readonly kind: 'text'
  readonly text: string
  readonly bold: boolean
}

export interface TableEntry {
  readonly kind: 'table'
  readonly rows: readonly (readonly string[])[]
}

export const isText = (entry: Entry | undefined): entry is TextEntry => entry?.kind === 'text'

/** The lines of a run that sets names and titles one below the other are kept apart, those of a sentence are joined. */
function splitLines(text: string): readonly string[] {
  const lines = text.split('\n').map(squeeze).filter((line) => line !== '')
  if (lines.length < 2) return lines
  const listed = lines.slice(1).some(opensUnit) || lines.some((line) => RECIPIENTS_HEAD.test(line))
  const stacked = lines.every((line) => line.length < 70) && lines.some((line) => isUpperCase(line) && line.length > 4)
  return listed || stacked ? lines : [lines.join(' ')]
}

const LETTERHEAD = /cong hoa xa hoi|doc lap\s*-\s*tu do|dang cong san viet nam/
const SIGNATURE = /(?:^|\n)(?:tm|kt|tl|tuq)\s*\.\s*\p{L}/u

type Row = readonly string[]

const SMALL_TABLE = 6

/** Rows that only set two columns side by side: the letterhead, or recipients and signature. */
function isLayoutRow(rows: readonly Row[], at: number): boolean {
  const row = rows[at] ?? []
  const heads = (cells: Row | undefined): boolean => (cells ?? []).some((cell) => LETTERHEAD.test(fold(cell)))
  if (row.some((cell) => RECIPIENTS_HEAD.test(cell.trim()) || SIGNATURE.test(fold(cell)))) return true
  if (heads(row)) return true
  const numbered = row.some((cell) => /^số\s*:/iu.test(cell.trim()) || readsAsDate(cell))
  return numbered && (rows.length <= SMALL_TABLE || heads(rows[at - 1]))
}

const readsAsDate = (cell: string): boolean => /,\s*ngày(?!\p{L}).{0,24}tháng.{0,12}năm/iu.test(cell)

function fromTable(table: TableBlock): readonly Entry[] {
  const rows = table.rows.map((row) => row.map((cell) => cleanText(cell)))
  const entries: Entry[] = []
  let body: Row[] = []
  const flush = (): void => {
    if (body.length > 0) entries.push({ kind: 'table', rows: body })
    body = []
  }
  rows.forEach((row, i) => {
    if (isLayoutRow(rows, i)) {
      flush()
      entries.push(...linesOf(row))
    } else if (row.some((cell) => cell.trim() !== '')) body.push(row.map(squeeze))
  })
  flush()
  return entries
}

function linesOf(row: Row): readonly Entry[] {
  const lines = row.flatMap((cell) => cell.split('\n'))
  return lines.map((line) => squeeze(line.replace(/\s[-–—_]{3,}/g, ' '))).filter(keepsMeaning).map((text) => ({ kind: 'text', text, bold: false }))
}

function keepsMeaning(line: string): boolean {
  return line !== '' && !isRule(line) && !isPageNumber(line) && !isSpeck(line) && !isFurniture(line)
}

function fromParagraph(paragraph: Paragraph): readonly Entry[] {
  const text = cleanText(paragraph.text)
  const marked = paragraph.marker === undefined ? text : `${cleanText(paragraph.marker)} ${text}`
  return splitLines(marked).filter(keepsMeaning).map((line) => ({ kind: 'text', text: line, bold: paragraph.bold === true }))
}

function fromBlock(block: Block): readonly Entry[] {
  return block.kind === 'table' ? fromTable(block) : fromParagraph(block)
}

const ENDED = /[.;:!?…][”")\]]?$/u

const AUTHORITY = /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}/u

/** A page break has cut the sentence: it goes on in lower case. */
function continues(entry: TextEntry, before: TextEntry): boolean {
  if (ENDED.test(before.text) || opensUnit(entry.text) || AUTHORITY.test(before.text)) return false
  if (isUpperCase(before.text) && before.text.length < 80) return false
  if (/^[\p{Ll}]/u.test(entry.text)) return true
  return /^\((?!\d{1,2}\))/.test(entry.text) && readBullet(before.text) !== null && before.text.length < 80
}

/** Reads the blocks into one stream and mends the paragraphs that a page break has cut in two. */
export function toFlow(raw: RawDocument): readonly Entry[] {
  const entries: Entry[] = []
  for (const entry of raw.blocks.flatMap(fromBlock)) {
    const before = entries.at(-1)
    if (isText(entry) && isText(before) && continues(entry, before)) {
      entries[entries.length - 1] = { ...before, text: joinBroken(before.text, entry.text), bold: before.bold && entry.bold }
    } else entries.push(entry)
  }
  return entries
}
