import type { Box, SourceLine } from '../blocks.ts'
import { fold } from '../vietnamese.ts'

/** Letters and figures of all lines as one string, without case, marks and blanks: words are found across line ends. */
export interface LineIndex {
  readonly letters: string
  readonly lines: readonly SourceLine[]
  /** Where the letters of each line begin. */
  readonly starts: readonly number[]
  readonly doubts: readonly LetterDoubt[]
  /** Letters that may still be looked through: a file of a million fields must not take forever. */
  readonly budget: { letters: number }
}

interface LetterDoubt {
  readonly from: number
  readonly to: number
  readonly confidence: number
}

export interface Span {
  /** Null where the file has no pages of its own. */
  readonly page: number | null
  readonly line: number
  readonly box: Box | null
}

export const lettersOf = (text: string): string => fold(text.normalize('NFC').replace(/[Ðð]/g, 'đ')).replace(/[^a-z0-9]/g, '')

export function indexLines(lines: readonly SourceLine[]): LineIndex {
  const starts: number[] = []
  const parts: string[] = []
  const doubts: LetterDoubt[] = []
  let length = 0
  for (const line of lines) {
    const letters = lettersOf(line.text)
    starts.push(length)
    let from = 0
    for (const doubt of line.doubts ?? []) {
      const own = lettersOf(doubt.text)
      const at = own === '' ? -1 : letters.indexOf(own, from)
      if (at < 0) continue
      doubts.push({ from: length + at, to: length + at + own.length, confidence: doubt.confidence })
      from = at + own.length
    }
    parts.push(letters)
    length += letters.length
  }
  return { letters: parts.join(''), lines, starts, doubts, budget: { letters: MOST_SEARCHED } }
}

const MOST_SEARCHED = 1_500_000_000

/** Where the letters stand from a place on; -1 where they do not, or when too much has been looked through. */
export function searchFor(index: LineIndex, letters: string, start: number): number {
  if (index.budget.letters <= 0) return -1
  const at = index.letters.indexOf(letters, start)
  index.budget.letters -= (at < 0 ? index.letters.length : at) - start
  return at
}

/** The lines on which the letters from one place to before another stand. */
export function spansOf({ lines, starts }: LineIndex, from: number, to: number): Span[] {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= from) low = middle
    else high = middle - 1
  }
  const spans: Span[] = []
  for (let at = low; at < lines.length && (starts[at] ?? 0) < to; at += 1) {
    const line = lines[at]
    const isEmpty = (starts[at + 1] ?? Number.POSITIVE_INFINITY) <= from
    if (line !== undefined && !isEmpty) spans.push({ page: line.page, line: line.line, box: line.box })
  }
  return spans
}

/** How sure the recogniser was of the worst word between two places; 1 where all is well or printed. */
export function sureness({ doubts }: LineIndex, from: number, to: number): number {
  return Math.min(1, ...doubts.filter((doubt) => doubt.from < to && from < doubt.to).map((doubt) => doubt.confidence))
}
