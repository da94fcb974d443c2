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
  /** The lines from which the blocks were made, in reading order: where on the page a word stands. */
  readonly lines?: readonly SourceLine[]
  /** The text under the pictures of a scan is of another language: the pictures are better read anew. */
  readonly isPoorText?: true
  /** Pages of a PDF without text of their own beside others that have it: pictures of paper, or blank. From 1. */
  readonly picturePages?: readonly number[]
}

/** A line as it stands in the file. */
export interface SourceLine {
  readonly text: string
  /** From 1; null where the file has no pages of its own (plain text, DOCX). */
  readonly page: number | null
  /** From 1: on the page, or in the file where it has no pages; in a DOCX the paragraph. */
  readonly line: number
  readonly box: Box | null
  /** Of a scan: words of which the recogniser is not sure. */
  readonly doubts?: readonly Doubt[]
}

/** A place on a page in shares of its width and height, from the upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Doubt {
  readonly text: string
  /** 0 to 1. */
  readonly confidence: number
  readonly box: Box
}
