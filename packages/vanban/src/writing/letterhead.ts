import type { Header } from '../model.ts'
import { balancedLines, widest } from './balance.ts'
import { textWidth } from './font.ts'
import { cased, millimetres, points, type Form, type FormChoices, type TextStyle } from './form.ts'
import type { LetterheadSizes } from './form-rules.ts'
import type { Letterhead, LetterheadLine } from './parts.ts'
import { numberLine, placeAndDate } from './wording.ts'

/** Between the columns, and room for the rounding of widths in Word. */
const GUTTER = 2

interface LetterheadOptions {
  readonly draft: boolean
  readonly choices: FormChoices
}

/**
 * The head of the document: issuer and number on the left, national title and date on the right. Set in the larger pair
 * of sizes unless the smaller one saves lines; a name that does not fit one line is broken into even ones, or where
 * the unit wants it.
 */
export function letterhead(header: Header, form: Form, options: LetterheadOptions): Letterhead {
  const { letterheadSize } = options.choices
  const pairs = form.letterheadSizes.filter((sizes) => letterheadSize === undefined || sizes.small === letterheadSize)
  const settings = pairs.map((sizes) => setIn(sizes, header, form, options))
  return settings.reduce((best, next) => (cost(next) < cost(best) ? next : best))
}

/** Millimetres for the lines of the left column beside a date, in a pair of sizes. */
export function issuerRoom(header: Header, form: Form, sizes: LetterheadSizes): number {
  return columns(header, form, letterheadStyles(form, sizes)).left - GUTTER
}

/** The styles of the lines of a letterhead set in a pair of sizes. */
export function letterheadStyles(form: Form, { small, large }: LetterheadSizes): Readonly<Record<LetterheadLine, TextStyle>> {
  const { nationalTitle, motto, parent, issuer, number, date, abstract } = form.styles
  return {
    nationalTitle: { ...nationalTitle, size: small },
    motto: { ...motto, size: large },
    parent: { ...parent, size: small },
    issuer: { ...issuer, size: small },
    date: { ...date, size: large },
    number,
    abstract,
  }
}

function setIn(sizes: LetterheadSizes, header: Header, form: Form, { draft, choices }: LetterheadOptions): Letterhead {
  const styles = letterheadStyles(form, sizes)
  const { left: leftWidth, right: rightWidth } = columns(header, form, styles)
  const room = points(leftWidth - GUTTER)
  const lines = (text: string | null, style: TextStyle): readonly string[] => balancedLines(cased(text ?? '', style), faceOf(style), style.size, room)
  const issuer = choices.issuerLines?.map((line) => cased(line, styles.issuer)) ?? lines(header.issuer, styles.issuer)
  return {
    kind: 'letterhead',
    styles,
    leftWidth,
    rightWidth,
    parent: choices.parentLines?.map((line) => cased(line, styles.parent)) ?? lines(header.parentIssuer, styles.parent),
    issuer,
    issuerRule: millimetres(widestOf(issuer, styles.issuer) * styles.issuer.rule),
    mottoRule: millimetres(textWidth(form.motto, faceOf(styles.motto), styles.motto.size) * styles.motto.rule),
    number: numberLine(header.number, header.symbol),
    abstract: isLetter(header) && header.title !== null ? lines(abstractOf(header.title), styles.abstract) : [],
    draft: draft ? 'DỰ THẢO' : null,
    placeAndDate: balancedLines(placeAndDate(header.place, header.date), faceOf(styles.date), styles.date.size, points(rightWidth)),
  }
}

/** The widths of both columns: the right one holds the national title on one line and, where it can, the date. */
function columns(header: Header, form: Form, styles: Readonly<Record<LetterheadLine, TextStyle>>): { readonly left: number; readonly right: number } {
  const widthOf = (text: string, style: TextStyle): number => textWidth(text, faceOf(style), style.size)
  const titleWidth = widthOf(form.nationalTitle, styles.nationalTitle)
  const dateWidth = Math.min(widthOf(placeAndDate(header.place, header.date), styles.date), titleWidth + points(10))
  const numberWidth = Math.ceil(millimetres(widthOf(numberLine(header.number, header.symbol) ?? '', styles.number))) + 1
  const wanted = Math.ceil(millimetres(Math.max(titleWidth, dateWidth))) + GUTTER
  const right = Math.max(Math.ceil(millimetres(titleWidth)) + 1, Math.min(wanted, form.portraitText - numberWidth))
  return { left: form.portraitText - right, right }
}

/** Whether the document is an official letter (công văn), which has no line for its type. */
export function isLetter(header: Header): boolean {
  return header.docType !== null && /^công văn$/iu.test(header.docType)
}

/** The face of Tinos in which a component is measured. */
export function faceOf(style: TextStyle): 'regular' | 'bold' | 'italic' | 'boldItalic' {
  if (style.bold) return style.italic ? 'boldItalic' : 'bold'
  return style.italic ? 'italic' : 'regular'
}

function abstractOf(title: string): string {
  const subject = title.replace(/^V\/v\s+/iu, '')
  return `V/v ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`
}

/** Lines taken; a unit's own line that leaves its column counts for many. */
function cost({ parent, issuer, placeAndDate, styles, leftWidth }: Letterhead): number {
  const isOver = widestOf(parent, styles.parent) > points(leftWidth) || widestOf(issuer, styles.issuer) > points(leftWidth)
  return parent.length + issuer.length + placeAndDate.length + (isOver ? 100 : 0)
}

function widestOf(lines: readonly string[], style: TextStyle): number {
  return widest(lines, faceOf(style), style.size)
}
