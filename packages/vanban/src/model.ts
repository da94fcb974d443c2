/**
 * The one model of a Vietnamese administrative document: what the readers find, what the checks judge and what the
 * writers print. Plain data, JSON-safe, names after the parts of a document in Decree 30/2020/NĐ-CP.
 *
 * Texts are Unicode NFC, as printed, without hard line breaks. Days are ISO (`2026-05-28`); a day of which parts are
 * blank in the document is cut short (`2026-08`, `2026`). Absent is `null`, never an empty string or zero.
 */
export interface DocumentModel {
  readonly header: Header
  /** Every document cited, once per type, number and symbol as printed. */
  readonly legalBases: readonly LegalBasis[]
  /** Clauses of the preamble that name no numbered document. */
  readonly genericBases: readonly string[]
  /** The clauses “Căn cứ …; Thực hiện …” as printed, in order. */
  readonly preamble: readonly string[]
  /** The sentence that introduces the body (“… xây dựng Kế hoạch … như sau:”). */
  readonly lead: string | null
  /** Paragraphs before the first section that are neither basis nor lead: how things stand, why the plan is needed. */
  readonly situation?: readonly string[]
  readonly sections: readonly Section[]
  /** The last paragraph (“Trên đây là …./.”). */
  readonly closing: string | null
  readonly targets: readonly Target[]
  readonly deadlines: readonly Deadline[]
  readonly observances: readonly Observance[]
  readonly assignments: readonly Assignment[]
  readonly recipients: readonly string[]
  readonly signer: Signer | null
  /** Of minutes: who wrote them and signs on the left. */
  readonly secretary?: Signer
  readonly findings: readonly Finding[]
}

export interface Header {
  readonly issuer: string | null
  /** The superior body printed above the issuer. */
  readonly parentIssuer: string | null
  /** The issuer as it is written within a sentence (“Trường Tiểu học Thạch Bàn”); the letterhead has it in capitals. */
  readonly issuerName?: string
  /** Where the issuer was found when there is no letterhead. */
  readonly issuerSource?: 'body' | 'title'
  /** Before the first `/` of “Số: 38a/KH-THCSBH”. */
  readonly number: string | null
  /** After it. */
  readonly symbol: string | null
  readonly numberSource?: 'appendix'
  readonly place: string | null
  readonly date: string | null
  readonly dateSource?: 'appendix'
  /** In sentence case: “Kế hoạch”, “Quyết định”, “Công văn” … */
  readonly docType: string | null
  /** The abstract (trích yếu), its lines joined. */
  readonly title: string | null
  /** Lines under “Kính gửi”. */
  readonly addressees?: readonly string[]
  /** Who decides, printed above the bases of a decision (“HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC THẠCH BÀN”). */
  readonly decider?: string
}

export interface LegalBasis {
  readonly type: string
  readonly number: string | null
  readonly symbol: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly subject: string | null
  /** `basis` when cited in its own right in the preamble, else `mention`. */
  readonly role: 'basis' | 'mention'
  readonly occurrences: number
  /** Named only inside another citation or as what that one carries out. */
  readonly nested?: boolean
}

export const SECTION_KINDS = [
  'purpose',
  'requirements',
  'objectives',
  'tasks',
  'budget',
  'organisation',
  'schedule',
  'appendix',
  'other',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

export interface Section {
  /** As printed, without punctuation: “I”, “1”, “1.1”, “a”, “Phụ lục I”. */
  readonly label: string | null
  readonly title: string
  readonly kind: SectionKind
  /** 1 for the top level. */
  readonly depth: number
  /** The heading and its text share one paragraph; the text is the only item. */
  readonly runIn?: boolean
  /** Sentences that only introduce what follows (“…, cụ thể:”); no items of their own. */
  readonly leadIns?: readonly string[]
  /** What stands directly under the heading, outside the child sections. */
  readonly items: readonly Item[]
  readonly children: readonly Section[]
  /** Of an appendix: its italic line “(Kèm theo Kế hoạch số …)”. */
  readonly reference?: string
  /** Of an appendix: printed on its side. Not given: when a table needs the width. */
  readonly landscape?: boolean
}

/** A paragraph, bullet or table under a heading. */
export type Item = TextItem | TableItem

export interface TextItem {
  /** “-”, “+”, “•”, “a)”, “1.” … as printed; null for a plain paragraph. */
  readonly marker: string | null
  readonly text: string
  /** Bullets of the next level. */
  readonly items: readonly TextItem[]
}

export interface TableItem {
  readonly table: Table
  /** Drawn below the table from its numbers. */
  readonly chart?: Chart
}

export interface Chart {
  /** Level bars, one group a row; or lines from row to row. */
  readonly kind: 'bar' | 'line'
  /** Printed above the drawing. */
  readonly title: string | null
}

export interface Table {
  /**
   * Rows of the head; empty when the table has none. An empty cell continues the cell above it, in the first row the
   * cell to its left.
   */
  readonly head: readonly (readonly string[])[]
  /** A row of a single cell spans the table. */
  readonly rows: readonly (readonly string[])[]
  /** Relative column widths, one per column. */
  readonly widths?: readonly number[]
}

export interface Target {
  readonly subject: string
  readonly op: '=' | '>=' | '<=' | '<' | '>'
  readonly value: number | null
  readonly unit: string | null
  readonly period: string | null
  /** The words in which it stands. */
  readonly text?: string
}

export interface Deadline {
  readonly kind: 'report' | 'activity' | 'observance'
  /** `2026-05-28`, `2026-05`, `2026`, `--03-08`, `--06`, `A/B`, `../B`, `A/..` or `text:…`. */
  readonly date: string
  readonly qualifier: 'before' | 'by' | 'on' | 'from' | null
  readonly text: string
}

export interface Observance {
  readonly name: string
  readonly date: string
}

export interface Assignment {
  readonly party: string
  readonly duties: readonly string[]
}

export interface Signer {
  /** The lines TM., Q., KT., TL., TUQ., joined by “; ”. */
  readonly authority: string | null
  readonly position: string | null
  readonly name: string | null
}

export type Severity = 'error' | 'warning' | 'info'

/** Something a careful reader would mark. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  /** The words in question; null when something is absent. */
  readonly quote: string | null
  readonly note: string
}
