import type { PdfItem, PdfPage } from '../files/pdf-page.ts'
import type { Rule } from '../files/pdf-rules.ts'
import { romanValue } from '../reading/labels.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** A page that was read off its picture, ready to be laid out like a printed one. */
export interface RecognisedPage {
  readonly number: number
  readonly dpi: number
  /** Of the picture. */
  readonly width: number
  readonly height: number
  readonly words: readonly RecognisedWord[]
  readonly rules: readonly Rule[]
}

/** Specks of dust, strokes of a signature and pieces of a seal come out as words that nobody is sure of. */
const LEAST_CONFIDENCE = 0.2
/** Letters with neither marks above nor tails below stand on the baseline. */
const TAILS = /[gjpqyQ,;()[\]{}|/_ạặậẹệịọộợụựỵ]/u
/** The line of print, from tail to mark, against the size of its letters. */
const LINE_TO_SIZE = 0.92

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** The words as text on a page measured in points of 1/72 inch. */
export function pageOfWords(page: RecognisedPage): PdfPage {
  const scale = 72 / page.dpi
  const words = page.words.filter(isPrint)
  const lines = new Map<string, RecognisedWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const usual = median([...lines.values()].filter((line) => line.length > 3).map(heightOf)) || median(words.map((word) => word.height)) * 1.3
  return {
    number: page.number,
    width: page.width * scale,
    height: page.height * scale,
    items: [...lines.values()].flatMap((line) => itemsOf(line, usual, scale)),
    rules: page.rules.map(({ x1, y1, x2, y2 }) => ({ x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale })),
    isRecognised: true,
  }
}

function isPrint(word: RecognisedWord): boolean {
  return word.confidence >= LEAST_CONFIDENCE && /[\p{L}\p{N}\-–+•*.,;:%“”"()/]/u.test(word.text) && word.height > 2
}

const heightOf = (line: readonly RecognisedWord[]): number => Math.max(...line.map((word) => word.top + word.height)) - Math.min(...line.map((word) => word.top))

function itemsOf(line: readonly RecognisedWord[], usual: number, scale: number): PdfItem[] {
  const bottoms = line.filter((word) => /[\p{L}\p{N}]/u.test(word.text) && !TAILS.test(word.text)).map((word) => word.top + word.height)
  const baseline = bottoms.length > 0 ? median(bottoms) : median(line.map((word) => word.top + word.height)) - usual * 0.2
  // Only a line well out of the ordinary is set in another size: marks and tails make heights differ.
  const height = line.length > 2 ? heightOf(line) : usual
  const size = (height > usual * 1.5 || height < usual * 0.7 ? Math.min(height, usual * 2) : usual) * LINE_TO_SIZE * scale
  return withRomanNumber(line).map((word) => ({
    // Every word stands apart, however near the next one was printed.
    text: `${repaired(word.text)} `,
    x: word.left * scale,
    x2: (word.left + word.width) * scale,
    y: baseline * scale,
    size,
    bold: false,
    italic: false,
    font: '',
    confidence: word.confidence,
  }))
}

/** “HI. NỘI DUNG”, “IIL TỔ CHỨC”: before a heading in capitals upright strokes are a Roman number. */
function withRomanNumber(line: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const [first, second, ...rest] = line
  if (first === undefined || second === undefined || !/^\p{Lu}{2,}/u.test(second.text) || !/^[IVXHLlÍÌ1|!]{1,5}[.,]?$/u.test(first.text) || /^\d+\.?$/.test(first.text)) return line
  const number = first.text.replace(/[.,]$/, '').replace(/H/g, 'II').replace(/[LlÍÌ1|!]/g, 'I')
  return /[.,]$/.test(first.text) || number !== first.text ? [{ ...first, text: romanValue(number) === null ? first.text : `${number}.` }, second, ...rest] : line
}

/** Letters that only a recogniser prints. */
function repaired(text: string): string {
  return text.replace(/Ð/g, 'Đ').replace(/[—–]/g, '-').replace(/^[‘’'`]+(?=\p{L})/u, '')
}
