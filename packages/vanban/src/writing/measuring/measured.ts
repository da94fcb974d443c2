import { SINGLE_LINE } from '../form.ts'
import type { ComponentId, FormRules, Limits } from '../form-rules.ts'

/** What a produced file shows, read back from it: millimetres, points, shares. For the test of the writers. */
export interface Measured {
  readonly sheets: readonly MeasuredSheet[]
  /** Every typeface used, without the prefix of a subset. */
  readonly fonts: readonly string[]
  readonly colours: readonly string[]
}

export interface MeasuredSheet {
  readonly width: number
  readonly height: number
  readonly top: number
  /** null where it cannot be told: a sheet of one page that is not full. */
  readonly bottom: number | null
  /** A page need not be full: the bottom margin may look wider by so much, in millimetres. */
  readonly bottomSlack: number
  readonly left: number
  readonly right: number
  /** Points; null where the sheet has no body of several lines. */
  readonly pitch: number | null
  readonly paragraphGap: number | null
  /** Millimetres. */
  readonly firstLineIndent: number | null
  /** Lines of the body that another follows in the same paragraph and that do not reach the right margin. */
  readonly ragged: readonly string[]
  readonly pageNumbers: readonly MeasuredPageNumber[]
  readonly lines: readonly MeasuredLine[]
}

export interface MeasuredPageNumber {
  /** The number that the page shows; null for none. */
  readonly shown: string | null
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly place: string
  readonly align: string
}

/** A paragraph, or in a PDF its first line. */
export interface MeasuredLine {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly align: string
  /** Rule below as a share of the longest line; 0 for none. */
  readonly rule: number
  /** White above it beyond single spacing, in points. */
  readonly before: number
}

/** Where each component can be found: the words with which it begins. */
export type Places = Partial<Readonly<Record<ComponentId, string>>>

/** How far figures of a file may be from the table: rounding of Word's units and of the PDF's numbers. */
const NEAR = { length: 0.6, points: 0.35, share: 0.02 }

/** Every row of the table that the file does not keep, in words; none when it keeps all. */
export function departures(measured: Measured, rules: FormRules, places: Places, facesOf: readonly string[]): readonly string[] {
  return [
    ...measured.sheets.flatMap((sheet) => pageDepartures(sheet, rules)),
    ...measured.sheets.slice(0, 1).flatMap((sheet) => bodyDepartures(sheet, rules)),
    ...measured.fonts.filter((font) => !facesOf.some((face) => font.startsWith(face))).map((font) => `font: ${font}`),
    ...measured.colours.filter((colour) => colour !== rules.font.colour).map((colour) => `colour: ${colour}`),
    ...Object.entries(places).flatMap(([id, words]) => componentDepartures(id as ComponentId, words, measured, rules)),
  ]
}

function pageDepartures(sheet: MeasuredSheet, rules: FormRules): readonly string[] {
  const { width, height, margins } = rules.page
  const upright = sheet.width < sheet.height
  return [
    ...far('page width', sheet.width, upright ? width : height, NEAR.length),
    ...far('page height', sheet.height, upright ? height : width, NEAR.length),
    ...(['top', 'left', 'right'] as const).flatMap((side) => outside(`margin ${side}`, sheet[side], margins[side], NEAR.length)),
    ...(sheet.bottom === null ? [] : outside('margin bottom', sheet.bottom, margins.bottom, NEAR.length, sheet.bottomSlack)),
    ...sheet.pageNumbers.flatMap((own, index) => pageNumberDepartures(own, index, rules)),
  ]
}

function pageNumberDepartures(own: MeasuredPageNumber, index: number, { pageNumbers, components }: FormRules): readonly string[] {
  const wanted = index > 0 || pageNumbers.firstPage ? String(pageNumbers.from + index) : null
  if (own.shown !== wanted) return [`page number: ${own.shown} on page ${index + 1} of the sheet`]
  return own.shown === null ? [] : [...styleDepartures('pageNumber', own, components.pageNumber), ...differs('pageNumber place', own.place, pageNumbers.place)]
}

function bodyDepartures(sheet: MeasuredSheet, { body, components }: FormRules): readonly string[] {
  if (sheet.pitch === null || sheet.paragraphGap === null || sheet.firstLineIndent === null) return ['body: nothing to measure']
  const indents = body.firstLineIndents.map((indent) => Math.abs(indent - (sheet.firstLineIndent ?? 0)))
  const spacing = sheet.pitch / (SINGLE_LINE * body.size)
  return [
    ...(components.body.align === 'justify' ? sheet.ragged.map((line) => `body not justified: ${line}`) : []),
    ...outside('body line spacing', spacing, body.lineSpacing, NEAR.share),
    ...outside('body paragraph gap', sheet.paragraphGap, body.paragraphGap, NEAR.points),
    ...(Math.min(...indents) > NEAR.length ? [`body first line: ${sheet.firstLineIndent}`] : []),
    ...(body.size < components.body.size.least || body.size > components.body.size.most ? [`body size: ${body.size}`] : []),
  ]
}

function componentDepartures(id: ComponentId, words: string, measured: Measured, rules: FormRules): readonly string[] {
  const found = measured.sheets.flatMap((sheet) => sheet.lines).find((line) => line.text.replace(/\s+/gu, ' ').startsWith(words))
  if (found === undefined) return [`${id}: “${words}” not found`]
  const rule = rules.components[id]
  return [
    ...styleDepartures(id, found, rule),
    ...((found.text === found.text.toLocaleUpperCase('vi')) === rule.upper ? [] : [`${id}: capitals`]),
    ...(rule.rule === undefined ? (found.rule > 0 ? [`${id}: a rule below`] : []) : outside(`${id} rule`, found.rule, rule.rule, NEAR.share)),
    ...(id === 'abstract' ? outside('abstract gap', found.before, rules.abstractGap, NEAR.points) : []),
  ]
}

function styleDepartures(
  id: ComponentId,
  found: { readonly size: number; readonly bold: boolean; readonly italic: boolean; readonly align: string },
  rule: FormRules['components'][ComponentId],
): readonly string[] {
  return [
    ...(found.size < rule.size.least - 0.01 || found.size > rule.size.most + 0.01 ? [`${id} size: ${found.size}`] : []),
    ...(typeof rule.ours === 'number' ? far(`${id} size`, found.size, rule.ours, 0.01) : []),
    ...differs(`${id} bold`, found.bold, rule.bold),
    ...differs(`${id} italic`, found.italic, rule.italic),
    ...differs(`${id} align`, found.align, rule.align),
  ]
}

/** Outside the decree's limits, or not what the table says that we print. */
function outside(what: string, found: number, limits: Limits, near: number, slack = 0): readonly string[] {
  const inside = found >= limits.least - near && (limits.most === null || found <= limits.most + near + slack)
  return inside ? far(what, found, limits.ours, near + slack) : [`${what}: ${found}, not ${limits.least}–${limits.most ?? '…'}`]
}

function far(what: string, found: number, wanted: number, near: number): readonly string[] {
  return Math.abs(found - wanted) <= near ? [] : [`${what}: ${found}, not ${wanted}`]
}

function differs(what: string, found: string | boolean, wanted: string | boolean): readonly string[] {
  return found === wanted ? [] : [`${what}: ${String(found)}`]
}
