/**
 * The neutral input of the structure reader: what every file reader (text, DOCX, PDF, OCR) hands over, in reading order.
 * Texts are Unicode NFC; a paragraph is one paragraph of the page, its hard line breaks (a heading set on two lines)
 * kept as `\n`.
 */
export type Block = Paragraph | TableBlock

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  /** An automatic number or bullet that is not part of `text`: “1.”, “a)”, “-”. */
  readonly marker?: string
  /** The whole paragraph is bold. */
  readonly bold?: boolean
  /** The whole paragraph is italic. */
  readonly italic?: boolean
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  /** From 1. */
  readonly page?: number
}

/** A table with every cell as text; a merged cell stands once, the cells that it covers are empty. */
export interface TableBlock {
  readonly kind: 'table'
  readonly rows: readonly (readonly string[])[]
  readonly page?: number
}

export interface RawDocument {
  readonly blocks: readonly Block[]
  /** What the file reader could not read, in words for the user. */
  readonly warnings: readonly string[]
  readonly pages?: number
}
