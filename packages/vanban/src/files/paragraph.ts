import type { Paragraph } from '../blocks.ts'
import { encodingOfFont, encodingOfLetters, isUnicodeVietnamese, legacyToUnicode } from './legacy-encoding.ts'
import { normaliseText } from './normalise.ts'

/** A stretch of text with one look, from any reader. */
export interface StyledText {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly font: string
}

/** A line that begins with its own bullet or number is a paragraph of its own, also after a soft line break. */
const OWN_LINE = /^([-–—+•*]\s|[a-zđ]\)\s|\d{1,2}(\.\d{1,2})*[.)]\s|[IVX]{1,5}\.\s|Điều \d|Nơi nhận)/u

/** A rule under a title, typed with hyphens instead of drawn. */
const DRAWN_RULE = /^[-–—_=*~\s]{3,}$/

/**
 * Texts of one paragraph in Unicode.
 *
 * Legacy fonts are believed unless the paragraph itself holds letters that only Unicode has: then somebody typed
 * Unicode over an old style, and the text stays. Without a telling font the letters decide.
 */
export function toUnicodeRuns<T extends StyledText>(runs: readonly T[]): T[] {
  const whole = runs.map((run) => run.text).join('')
  const inLegacyFont = runs.filter((run) => encodingOfFont(run.font) !== null).map((run) => run.text)
  const legacyFontsHold = inLegacyFont.length > 0 && !isUnicodeVietnamese(inLegacyFont.join(''))
  const byLetters = legacyFontsHold ? null : encodingOfLetters(whole)
  return runs.map((run) => {
    const encoding = legacyFontsHold ? encodingOfFont(run.font) : byLetters
    return encoding === null ? run : { ...run, text: legacyToUnicode(run.text, encoding, run.font) }
  })
}

const lettersIn = (text: string) => text.match(/[\p{L}\d]/gu)?.length ?? 0

/** True when nearly every letter has the look; marks and numbers set apart do not count against it. */
function isWhole(runs: readonly StyledText[], look: (run: StyledText) => boolean): boolean {
  const all = runs.reduce((sum, run) => sum + lettersIn(run.text), 0)
  const having = runs.filter(look).reduce((sum, run) => sum + lettersIn(run.text), 0)
  return all > 0 && having >= all * 0.9
}

export interface ParagraphFrame {
  readonly marker?: string | null
  readonly align?: Paragraph['align']
  readonly page?: number
}

/** Paragraphs of one stretch of styled text: one, or several where soft breaks separate bullets; none when blank. */
export function paragraphsOf(styled: readonly StyledText[], frame: ParagraphFrame): Paragraph[] {
  const runs = toUnicodeRuns(styled)
  const text = normaliseText(runs.map((run) => run.text).join('').replace(/\t/g, ' '))
  if (text === '') return []
  const bold = isWhole(runs, (run) => run.bold)
  const italic = isWhole(runs, (run) => run.italic)
  return splitOwnLines(text).map((piece, at) => ({
    kind: 'paragraph',
    text: piece,
    ...(at === 0 && frame.marker ? { marker: normaliseText(frame.marker) } : {}),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(frame.align === undefined ? {} : { align: frame.align }),
    ...(frame.page === undefined ? {} : { page: frame.page }),
  }))
}

function splitOwnLines(text: string): string[] {
  const pieces: string[] = []
  for (const line of text.split('\n').map((part) => part.trim())) {
    if (line === '' || DRAWN_RULE.test(line)) continue
    if (pieces.length === 0 || OWN_LINE.test(line)) pieces.push(line)
    else pieces[pieces.length - 1] += `\n${line}`
  }
  return pieces
}
