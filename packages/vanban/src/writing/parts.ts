import type { ChartDrawing } from './chart.ts'
import type { Form, TextStyle } from './form.ts'

/**
 * A document as it is printed, before it is DOCX or PDF: plain data, every text clean (see `printable`), lengths in
 * millimetres, type sizes in points. Both writers print nothing else, so that their pages say the same.
 */
export interface Layout {
  readonly form: Form
  readonly properties: Properties
  /** The document, then every appendix: each begins on a new page with its own page numbers. */
  readonly sheets: readonly Sheet[]
}

export interface Properties {
  readonly title: string
  readonly subject: string
  readonly creator: string
  /** Day of the document, ISO, when all of it is known. */
  readonly date: string | null
}

export interface Sheet {
  readonly landscape: boolean
  readonly parts: readonly Part[]
}

export type Part = Letterhead | Centred | Addressees | Heading | Paragraph | TablePart | ChartPart | Ending

export interface Letterhead {
  readonly kind: 'letterhead'
  readonly styles: Readonly<Record<LetterheadLine, TextStyle>>
  readonly leftWidth: number
  readonly rightWidth: number
  readonly parent: readonly string[]
  readonly issuer: readonly string[]
  readonly issuerRule: number
  readonly mottoRule: number
  readonly number: string | null
  /** “V/v …” of an official letter, under the number. */
  readonly abstract: readonly string[]
  readonly draft: string | null
  readonly placeAndDate: readonly string[]
}

export type LetterheadLine = 'nationalTitle' | 'motto' | 'parent' | 'issuer' | 'number' | 'date' | 'abstract'

export type CentredRole = 'type' | 'subject' | 'decider' | 'order' | 'division' | 'divisionTitle' | 'appendix' | 'appendixTitle' | 'reference'

/** Lines in the middle of the page, perhaps with a rule below. */
export interface Centred {
  readonly kind: 'centred'
  readonly role: CentredRole
  readonly lines: readonly string[]
  readonly style: TextStyle
  /** Length of the rule below; 0 for none. */
  readonly rule: number
  /** Points. */
  readonly before: number
  readonly after: number
  /** Level in the navigation of the document; 0 for none. */
  readonly level: number
}

export interface Addressees {
  readonly kind: 'addressees'
  readonly intro: string
  readonly names: readonly string[]
}

export interface Run {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

export interface Heading {
  readonly kind: 'heading'
  /** 1 for the top level. */
  readonly level: number
  readonly runs: readonly Run[]
}

export type ParagraphRole = 'basis' | 'lead' | 'text' | 'bullet' | 'closing'

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly role: ParagraphRole
  /** 0, or the level of a bullet from 1. */
  readonly level: number
  readonly runs: readonly Run[]
  /** Stays on one page with what follows. */
  readonly keepWithNext: boolean
}

export interface TablePart {
  readonly kind: 'table'
  /** Widths of the columns, together the width of the text. */
  readonly columns: readonly number[]
  readonly size: number
  /** Rows of the head, repeated on every page. */
  readonly head: readonly (readonly Cell[])[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  readonly lines: readonly string[]
  readonly align: 'left' | 'centre' | 'right'
  readonly bold: boolean
  readonly columnSpan: number
  readonly rowSpan: number
}

/** A drawing in the middle of the page; its title is part of it. */
export interface ChartPart extends ChartDrawing {
  readonly kind: 'chart'
}

/** Recipients on the left, signer on the right; never parted. */
export interface Ending {
  readonly kind: 'ending'
  readonly recipients: readonly string[]
  /** Who signs on the left, with the recipients below: the secretary of minutes. */
  readonly left: Signature | null
  readonly right: Signature
}

export interface Signature {
  readonly titles: readonly string[]
  readonly name: string | null
}
