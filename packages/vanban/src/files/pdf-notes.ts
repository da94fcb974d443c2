import type { Paragraph } from '../blocks.ts'
import { isNoteMark, lineOf, type Line } from './pdf-lines.ts'
import { paragraphsOfLines, type Measure } from './pdf-paragraphs.ts'

/** The footnotes of one page, each with its lines; the mark is cut off. */
export interface PageNotes {
  readonly page: number
  readonly notes: readonly Note[]
}

interface Note {
  /** Null for the rest of a note that began on the page before. */
  readonly mark: string | null
  readonly lines: readonly Line[]
}

const NOTE_START = /^(\d{1,2})\s?(?=[\p{L}“"(])/u

/**
 * Parts the footnotes of a page from its text: small print at its foot that begins with a mark. The marks in the text
 * go with them.
 *
 * @param from index of the first line that may be a note: recipients are small print too
 * @param above the notes of the page before, whose last one may go on here
 */
export function splitNotes(
  lines: readonly Line[],
  from: number,
  bodySize: number,
  height: number,
  above: PageNotes | null,
): { lines: readonly Line[]; notes: PageNotes | null } {
  let first = lines.length
  while (first > from && isSmall(lines[first - 1], bodySize)) first -= 1
  const goesOn = /[^.;:!?\s]$/.test(above?.notes.at(-1)?.lines.at(-1)?.text ?? '.')
  const start = goesOn && first < lines.length ? first : lines.findIndex((line, at) => at >= first && markOf(line) !== null)
  const head = lines[start]
  if (head === undefined || head.y < height * 0.3) return { lines, notes: null }
  const groups: { mark: string | null; lines: Line[] }[] = []
  for (const line of lines.slice(start)) {
    const mark = markOf(line)
    if (mark !== null || groups.length === 0) groups.push({ mark, lines: [withoutMark(line)] })
    else groups.at(-1)?.lines.push(line)
  }
  return { lines: lines.slice(0, start).map(withoutMarks), notes: { page: head.page, notes: groups } }
}

const isSmall = (line: Line | undefined, bodySize: number) => line !== undefined && line.size < bodySize * 0.9

function markOf(line: Line): string | null {
  const [first] = line.items.filter((item) => item.text.trim() !== '')
  if (first !== undefined && isNoteMark(first, line)) return first.text.trim()
  return NOTE_START.exec(line.text)?.[1] ?? null
}

function withoutMark(line: Line): Line {
  const at = line.items.findIndex((item) => item.text.trim() !== '')
  const first = line.items[at]
  if (first === undefined) return line
  const rest = first.text.trimStart().replace(/^\d{1,2}\s?/, '')
  const items = line.items.slice(at + 1)
  return lineOf(rest === '' ? items : [{ ...first, text: rest }, ...items], line.page) ?? line
}

function withoutMarks(line: Line): Line {
  if (!line.items.some((item) => isNoteMark(item, line))) return line
  // The word before takes the place of the mark, so that no blank appears there.
  const kept = line.items.flatMap((item, at) => {
    if (isNoteMark(item, line)) return []
    const next = line.items[at + 1]
    return [next !== undefined && isNoteMark(next, line) ? { ...item, x2: next.x2 } : item]
  })
  return lineOf(kept, line.page) ?? line
}

/** The notes of following pages, the rest of each joined to its beginning. */
export function joinNotes(pages: readonly PageNotes[]): PageNotes[] {
  const joined: { page: number; notes: Note[] }[] = []
  for (const { page, notes } of pages) {
    const [first, ...others] = notes
    const above = joined.at(-1)?.notes
    const last = above?.at(-1)
    if (first?.mark === null && above !== undefined && last !== undefined) {
      above[above.length - 1] = { ...last, lines: [...last.lines, ...first.lines] }
      joined.push({ page, notes: others })
    } else joined.push({ page, notes: [...notes] })
  }
  return joined
}

/** Footnotes as paragraphs with the marker `[n]`. */
export function noteParagraphs({ notes }: PageNotes, measureFor: (line: Line) => Measure): Paragraph[] {
  return notes.flatMap(({ mark, lines }) => {
    // Footnotes are set from margin to margin: their lines always continue.
    const wide = (line: Line): Measure => ({ ...measureFor(line), right: 0 })
    const paragraphs = paragraphsOfLines(lines, wide).flatMap((group) => group.paragraphs)
    const text = paragraphs.map((paragraph) => paragraph.text).join(' ')
    const [first] = paragraphs
    return first === undefined ? [] : [{ ...first, text, ...(mark === null ? {} : { marker: `[${mark}]` }) }]
  })
}
