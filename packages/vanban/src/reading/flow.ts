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

const LETTERHEAD = /cong hoa xa hoi|doc lap\s*-\s*tu do|dang cong san viet nam|(?:^|\n)so\s*:/
const SIGNATURE = /(?:^|\n)(?:tm|kt|tl|tuq)\s*\.\s*\p{L}/u

/** A table that only sets two columns side by side: the letterhead, or recipients and signature. */
function isLayoutTable(rows: readonly (readonly string[])[]): boolean {
  if (rows.length > 6) return false
  return rows.some((row) => row.some((cell) => LETTERHEAD.test(fold(cell)) || RECIPIENTS_HEAD.test(cell.trim()) || SIGNATURE.test(fold(cell))))
}

function fromTable(table: TableBlock): readonly Entry[] {
  const rows = table.rows.map((row) => row.map((cell) => cleanText(cell)))
  if (isLayoutTable(rows)) {
    const lines = rows.flatMap((row) => row.flatMap((cell) => cell.split('\n')))
    return lines.map((line) => squeeze(line.replace(/\s[-–—_]{3,}/g, ' '))).filter(keepsMeaning).map((text) => ({ kind: 'text', text, bold: false }))
  }
  const filled = rows.map((row) => row.map(squeeze)).filter((row) => row.some((cell) => cell !== ''))
  return filled.length > 0 ? [{ kind: 'table', rows: filled }] : []
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
