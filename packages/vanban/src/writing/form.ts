import type { ComponentId, FormRules, LetterheadSizes, PageNumbers } from './form-rules.ts'

/** The measures of one document: the rules in force on its day with what its unit has chosen. Millimetres and points. */
export interface Form {
  readonly page: Page
  /** Width of the text on an upright page and on one that lies on its side. */
  readonly portraitText: number
  readonly landscapeText: number
  readonly font: string
  readonly colour: string
  readonly styles: Readonly<Record<ComponentId, TextStyle>>
  /** Pairs in which the letterhead may be set, the preferred one first. */
  readonly letterheadSizes: readonly LetterheadSizes[]
  readonly firstLineIndent: number
  readonly paragraphGap: number
  /** From line to line of the body. */
  readonly linePitch: number
  readonly abstractGap: number
  readonly pageNumbers: PageNumbers
  readonly nationalTitle: string
  readonly motto: string
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** From the upper edge to the page number. */
  readonly header: number
}

/** How a component is set. */
export interface TextStyle {
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly upper: boolean
  /** Length of the rule below as a share of the longest line; 0 for none. */
  readonly rule: number
}

/** What a unit may choose within the decree; see `refusedChoices`. */
export interface FormChoices {
  /** Type size of the body in points. */
  readonly bodySize?: number
  /** Type size of the issuer and the national title; motto and date follow it. */
  readonly letterheadSize?: number
  /** The superior body and the issuer, broken where the unit wants. */
  readonly parentLines?: readonly string[]
  readonly issuerLines?: readonly string[]
}

/** What the decree leaves to us. */
export const TABLE_SIZE = 12
/** Room for the signature between post and name. */
export const SIGNATURE_HEIGHT = 27
/** Height of a single line of Times New Roman in its own size. */
export const SINGLE_LINE = 1.15

/** The page number stands in the middle of the upper margin. */
const HEADER_SHARE = 0.5

/** The measures that the rules give for a body of `bodySize` points. */
export function formOf(rules: FormRules, bodySize: number = rules.body.size): Form {
  const { width, height, margins } = rules.page
  const [top, bottom, left, right] = [margins.top.ours, margins.bottom.ours, margins.left.ours, margins.right.ours]
  const pairs = rules.letterheadSizes.pairs
  const sizeOf = (own: number | 'small' | 'large' | 'body'): number => (typeof own === 'number' ? own : own === 'body' ? bodySize : (pairs[0]?.[own] ?? bodySize))
  const styles = Object.entries(rules.components).map(([id, { ours, bold, italic, upper, rule }]) => [id, { size: sizeOf(ours), bold, italic, upper, rule: rule?.ours ?? 0 }])
  return {
    page: { width, height, top, bottom, left, right, header: top * HEADER_SHARE },
    portraitText: width - left - right,
    landscapeText: height - left - right,
    font: rules.font.family,
    colour: rules.font.colour,
    styles: Object.fromEntries(styles) as Record<ComponentId, TextStyle>,
    letterheadSizes: pairs,
    firstLineIndent: rules.body.firstLineIndent,
    paragraphGap: rules.body.paragraphGap.ours,
    linePitch: Math.round(bodySize * SINGLE_LINE * rules.body.lineSpacing.ours),
    abstractGap: rules.abstractGap.ours,
    pageNumbers: rules.pageNumbers,
    nationalTitle: rules.texts.nationalTitle,
    motto: rules.texts.motto,
  }
}

/** A text in the case of its component. */
export function cased(text: string, style: TextStyle): string {
  return style.upper ? text.toLocaleUpperCase('vi') : text
}

/** Points in millimetres. */
export function millimetres(points: number): number {
  return Math.round(((points * 25.4) / 72) * 100) / 100
}

/** Millimetres in points. */
export function points(length: number): number {
  return (length * 72) / 25.4
}
