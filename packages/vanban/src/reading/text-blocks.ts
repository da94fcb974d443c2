import type { Block, Paragraph, RawDocument } from '../blocks.ts'
import { cleanText, squeeze } from '../vietnamese.ts'
import { readLabel } from './labels.ts'
import { isFurniture, isPageNumber, isRule, isSpeck, isStamp, stripMarkdown, unmark, withoutSpeck } from './markup.ts'
import { RECIPIENTS_HEAD, beginsParagraph, continuesRecipient, joinBroken, measure, type Layout, type Line } from './text-lines.ts'
import { pipeTableAt, stackedTableAt } from './text-tables.ts'

/**
 * Plain text or markdown as blocks: wrapped lines joined, page numbers, stamps of signing programs and pieces of the web
 * page left out. Reads any text; never throws.
 */
export function textToBlocks(text: string): RawDocument {
  const lines = stripMarkdown(withoutDoubledBreaks(cleanText(text))).split('\n')
  const parts: (Line[] | Block)[] = []
  let run: Line[] = []
  let gap = 0
  let afterRule = false
  for (let i = 0; i < lines.length; i += 1) {
    const found = stackedTableAt(lines, i) ?? pipeTableAt(lines, i)
    if (found) {
      parts.push(run, found.table)
      run = []
      i = found.next - 1
      afterRule = true
      continue
    }
    const marked = withoutSpeck((lines[i] ?? '').replace(/^\s*\|\s*$/, ''))
    const plain = squeeze(unmark(marked).text)
    if (plain === '' || isPageNumber(plain) || isSpeck(plain) || isFurniture(plain) || isStampDetail(lines, i)) {
      gap += 1
      continue
    }
    if (isRule(plain)) {
      afterRule = true
      continue
    }
    run.push({ marked, text: plain, indent: marked.length - marked.trimStart().length, gap, afterRule })
    gap = 0
    afterRule = false
  }
  parts.push(run)
  const layout = measure(parts.flatMap((part) => (Array.isArray(part) ? part : [])))
  return { blocks: parts.flatMap((part) => (Array.isArray(part) ? joinLines(splitColumns(part), layout) : [part])), warnings: [] }
}

/** A blank line after every line, and more than one between paragraphs: one of them says nothing. */
function withoutDoubledBreaks(text: string): string {
  const gaps = text.trim().match(/\n(?:[ \t]*\n)*/g) ?? []
  const blank = gaps.filter((gap) => gap.length > 1).length
  const wide = gaps.filter((gap) => gap.replace(/[^\n]/g, '').length > 2).length
  return gaps.length > 20 && blank > 0.97 * gaps.length && wide > 0.05 * gaps.length ? text.replace(/\n[ \t]*\n/g, '\n') : text
}

/** The country or place that a signing program prints between the time and the name. */
function isStampDetail(lines: readonly string[], at: number): boolean {
  const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]].map((text) => (text ?? '').trim())
  return (line ?? '').length < 30 && isStamp(before ?? '') && isStamp(after ?? '')
}

const COLUMN_GAP = /^(.*?\S)(?: {5,}|[ ]*\t\s*)(\S.*)$/
const HEAD_LINES = 12

/** The halves of a line at its wide gap or tab; null when it has none. The blank number of “Số:      /KH-…” is no gap. */
function halvesOf(line: Line): readonly [string, string] | null {
  const text = line.marked.trim().replace(/^(số\s*[:.]?)\s+(?=\/)/iu, '$1 ')
  const match = COLUMN_GAP.exec(text)
  return match ? [match[1] ?? '', match[2] ?? ''] : null
}

/** The two halves of a letterhead that stand side by side: first the left one, then the right one. */
function splitColumns(lines: readonly Line[]): readonly Line[] {
  const isDouble = (line: Line | undefined): boolean => line !== undefined && halvesOf(line) !== null
  let end = 0
  while (end < Math.min(HEAD_LINES, lines.length) && isDouble(lines[end])) end += 1
  while (end > 0 && end < Math.min(HEAD_LINES, lines.length) && lines.slice(end, end + 3).some(isDouble)) end += 1
  if (end === 0) return lines
  const left: Line[] = []
  const right: Line[] = []
  for (const line of lines.slice(0, end)) {
    const halves = halvesOf(line)
    const piece = (text: string): Line => ({ marked: text, text: squeeze(unmark(text).text), indent: 0, gap: 0, afterRule: true })
    left.push(piece(halves?.[0] ?? line.marked))
    if (halves) right.push(piece(halves[1]))
  }
  return [...left, ...right, ...lines.slice(end)]
}

function joinLines(lines: readonly Line[], layout: Layout): Paragraph[] {
  const joined: string[] = []
  let inRecipients = false
  let first = 0
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (RECIPIENTS_HEAD.test(line.text)) inRecipients = true
    else if (inRecipients && readLabel(line.text)?.style === 'appendix') inRecipients = false
    const listed = inRecipients && before !== undefined && !RECIPIENTS_HEAD.test(line.text)
    const alone = listed ? !continuesRecipient(line, before) : beginsParagraph(lines, i, layout, first)
    if (alone) first = i
    if (alone || joined.length === 0) joined.push(line.marked)
    else joined.push(joinBroken(joined.pop() ?? '', line.marked))
  })
  return joined.map(toParagraph).filter((paragraph) => paragraph.text !== '')
}

function toParagraph(marked: string): Paragraph {
  const { text, bold } = unmark(marked)
  return { kind: 'paragraph', text: squeeze(text), ...(bold ? { bold } : {}) }
}
