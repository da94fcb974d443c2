import type { Header } from '../model.ts'
import { balancedLines, widest } from './balance.ts'
import { textWidth } from './font.ts'
import {
  LETTERHEAD_SIZES,
  millimetres,
  MOTTO,
  NATIONAL_TITLE,
  points,
  PORTRAIT_TEXT,
  SHORT_RULE,
  SIZE,
  type LetterheadSizes,
} from './form.ts'
import type { Letterhead } from './parts.ts'
import { numberLine, placeAndDate } from './wording.ts'

/** Between the columns, and room for the rounding of widths in Word. */
const GUTTER = 2

/**
 * The head of the document: issuer and number on the left, national title and date on the right. Set in the larger pair
 * of sizes unless the smaller one saves lines; a name that does not fit one line is broken into even ones.
 */
export function letterhead(header: Header, options: { readonly draft: boolean }): Letterhead {
  const settings = LETTERHEAD_SIZES.map((sizes) => setIn(sizes, header, options.draft))
  return settings.reduce((best, next) => (lineCount(next) < lineCount(best) ? next : best))
}

function setIn(sizes: LetterheadSizes, header: Header, draft: boolean): Letterhead {
  const { small, large } = sizes
  const date = placeAndDate(header.place, header.date)
  const titleWidth = textWidth(NATIONAL_TITLE, 'bold', small)
  const dateWidth = Math.min(textWidth(date, 'italic', large), titleWidth + points(10))
  const number = numberLine(header.number, header.symbol)
  const numberWidth = Math.ceil(millimetres(textWidth(number ?? '', 'regular', SIZE.number))) + 1
  const wanted = Math.ceil(millimetres(Math.max(titleWidth, dateWidth))) + GUTTER
  const rightWidth = Math.max(Math.ceil(millimetres(titleWidth)) + 1, Math.min(wanted, PORTRAIT_TEXT - numberWidth))
  const leftWidth = PORTRAIT_TEXT - rightWidth
  const room = points(leftWidth - GUTTER)
  const capitals = (text: string | null): string => text?.toLocaleUpperCase('vi') ?? ''
  const issuer = balancedLines(capitals(header.issuer), 'bold', small, room)
  return {
    kind: 'letterhead',
    sizes,
    leftWidth,
    rightWidth,
    parent: balancedLines(capitals(header.parentIssuer), 'regular', small, room),
    issuer,
    issuerRule: millimetres(widest(issuer, 'bold', small) * SHORT_RULE),
    mottoRule: millimetres(textWidth(MOTTO, 'bold', large)),
    number,
    abstract: isLetter(header) && header.title !== null ? balancedLines(abstractOf(header.title), 'regular', SIZE.abstract, room) : [],
    draft: draft ? 'DỰ THẢO' : null,
    placeAndDate: balancedLines(date, 'italic', large, points(rightWidth)),
  }
}

/** Whether the document is an official letter (công văn), which has no line for its type. */
export function isLetter(header: Header): boolean {
  return header.docType !== null && /^công văn$/iu.test(header.docType)
}

function abstractOf(title: string): string {
  const subject = title.replace(/^V\/v\s+/iu, '')
  return `V/v ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`
}

function lineCount(letterhead: Letterhead): number {
  return letterhead.parent.length + letterhead.issuer.length + letterhead.placeAndDate.length
}
