import type { DocumentModel } from '../../model.ts'
import type { PdfOptions } from '../pdf.ts'

export type WriterFormat = 'pdf' | 'docx'

export interface WriteRequest {
  readonly id: number
  readonly format: WriterFormat
  readonly model: DocumentModel
  readonly options: PdfOptions
}

export type WriteAnswer =
  | { readonly id: number; readonly file: Uint8Array }
  | { readonly id: number; readonly unprintable: readonly string[] }
  | { readonly id: number; readonly refused: readonly string[] }
  | { readonly id: number; readonly error: string }
