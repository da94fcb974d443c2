import type { RawDocument } from '../blocks.ts'
import { detectFileKind, type FileKind } from '../files/detect.ts'
import { readDocx } from '../files/docx.ts'
import { decodeText } from '../files/text-encoding.ts'
import { UnreadableFile, type UnreadableReason } from '../files/unreadable.ts'
import type { DocumentModel } from '../model.ts'
import { evidenceOf, linesOfBlocks, type FieldEvidence } from '../reading/evidence.ts'
import { readDocument } from '../reading/read-document.ts'
import { textToBlocks } from '../reading/text-blocks.ts'

/** What becomes of a file: its text, or the reason why there is none. */
export type ReadOutcome = ReadSuccess | ReadFailure

export interface ReadSuccess {
  readonly ok: true
  readonly fileKind: ReadableKind | ConvertedKind
  readonly raw: RawDocument
  /** The structure found in it, checked. */
  readonly model: DocumentModel
  /** Where each field stands in the file and how far it is to be believed. */
  readonly evidence: readonly FieldEvidence[]
}

export interface ReadFailure {
  readonly ok: false
  readonly reason: UnreadableReason
  /** For the log and the details: for `wrong_type` the kind of file that was found. */
  readonly detail: string
}

export type ReadableKind = 'docx' | 'pdf' | 'text'
/** Kinds that another program turns into DOCX first. */
export type ConvertedKind = 'doc' | 'odt' | 'rtf'

export const FILE_LIMITS = {
  bytes: 50 * 1024 * 1024,
  textBytes: 4 * 1024 * 1024,
  /** Letters in all blocks; 1,000 pages have about 3,000,000. */
  letters: 5_000_000,
}

const EXTENSIONS: Readonly<Record<string, ReadableKind>> = { docx: 'docx', pdf: 'pdf', txt: 'text', md: 'text' }

/**
 * Reads one untrusted file: its kind, its text as blocks, the structure of the document.
 *
 * Always answers, never throws. It may take any time and memory on a hostile file: call it in a process that can be
 * killed ({@link file://./reader-pool.ts}).
 *
 * @param name only to warn when it promises another kind of file
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<ReadOutcome> {
  try {
    if (bytes.length > FILE_LIMITS.bytes) throw new UnreadableFile('too_large', `${bytes.length} bytes`)
    const fileKind = readableKind(detectFileKind(bytes))
    return finishReading(await readBlocks(bytes, fileKind), fileKind, name)
  } catch (error) {
    return refusalOf(error)
  }
}

/**
 * From the text of a file to its structure.
 *
 * @throws UnreadableFile when it has none, or too much
 */
export function finishReading(read: RawDocument, fileKind: ReadableKind, name: string): ReadSuccess {
  if (read.blocks.length === 0) throw new UnreadableFile('empty', 'no text')
  const letters = lettersIn(read)
  if (letters > FILE_LIMITS.letters) throw new UnreadableFile('too_large', `${letters} letters`)
  const raw = { ...read, warnings: [...read.warnings, ...nameWarnings(name, fileKind)] }
  const model = readDocument(raw)
  return { ok: true, fileKind, raw, model, evidence: evidenceOf(model, raw.lines ?? linesOfBlocks(raw.blocks)) }
}

/** Why there is no text, in the words of {@link UnreadableReason}. */
export function refusalOf(error: unknown): ReadFailure {
  if (error instanceof UnreadableFile) return { ok: false, reason: error.reason, detail: error.message }
  return { ok: false, reason: 'broken', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
}

function lettersIn({ blocks }: RawDocument): number {
  const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)
  return blocks.reduce((sum, block) => sum + (block.kind === 'table' ? lengthOf(block.rows.flat()) : block.text.length), 0)
}

function readableKind(kind: FileKind): ReadableKind {
  switch (kind) {
    case 'docx':
    case 'pdf':
    case 'text':
      return kind
    case 'empty':
      throw new UnreadableFile('empty', 'no content')
    case 'docx_encrypted':
      throw new UnreadableFile('encrypted', kind)
    default:
      throw new UnreadableFile('wrong_type', kind)
  }
}

async function readBlocks(bytes: Uint8Array, kind: ReadableKind): Promise<RawDocument> {
  switch (kind) {
    case 'docx':
      return readDocx(bytes)
    case 'pdf': {
      // pdf.js takes a quarter of a second to load: only for those who need it.
      const { readPdf } = await import('../files/pdf.ts')
      return readPdf(bytes)
    }
    case 'text':
      if (bytes.length > FILE_LIMITS.textBytes) throw new UnreadableFile('too_large', `${bytes.length} bytes of text`)
      return readText(decodeText(bytes) ?? '')
  }
}

function readText(text: string): RawDocument {
  const lines = text.split(/\r\n?|\n/).flatMap((line, at) => (line.trim() === '' ? [] : [{ text: line.trim(), page: null, line: at + 1, box: null }]))
  return { ...textToBlocks(text), lines }
}

function nameWarnings(name: string, kind: ReadableKind): string[] {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const promised = EXTENSIONS[extension]
  return promised === undefined || promised === kind ? [] : [`Tên tệp có đuôi .${extension} nhưng nội dung là ${kind.toUpperCase()}`]
}
