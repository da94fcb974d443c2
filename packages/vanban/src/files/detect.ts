import { decodeText } from './text-encoding.ts'
import { zipEntryNames } from './zip-names.ts'

export const FILE_KINDS = [
  'docx',
  'pdf',
  'text',
  'docx_encrypted',
  'doc',
  'odt',
  'rtf',
  'html',
  'xlsx',
  'xls',
  'pptx',
  'image',
  'zip',
  'archive',
  'empty',
  'other',
] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** How files begin; `.` stands for any byte. */
const IMAGES = [
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'BM....\u0000\u0000\u0000\u0000',
  'II*\u0000',
  'MM\u0000*',
  'RIFF....WEBP',
  '....ftyphei',
  '....ftypmif1',
  '....ftypavif',
]
const ARCHIVES = ['7z\u00bc\u00af', 'Rar!', '\u001f\u008b', 'BZh', '\u00fd7zXZ']
const begins = (head: string, signature: string) =>
  head.length >= signature.length && Array.from(signature).every((byte, at) => byte === '.' || head[at] === byte)

const latin1 = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(length, bytes.length - from))).toString('latin1')

/**
 * The kind of a file by its content alone: names lie, and so do types sent by browsers.
 *
 * A ZIP cut off before its directory is told by the entries that are left, so that a half-sent DOCX is still a DOCX.
 */
export function detectFileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const head = latin1(bytes, 0, 1024)
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return kindOfZip(bytes)
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return kindOfCompoundFile(bytes)
  if (head.includes('%PDF-')) return 'pdf'
  if (/^\s*\{\\rtf/.test(head)) return 'rtf'
  if (IMAGES.some((signature) => begins(head, signature))) return 'image'
  if (ARCHIVES.some((signature) => begins(head, signature))) return 'archive'
  const text = decodeText(bytes)
  if (text === null) return 'other'
  if (/^\s*(<!doctype html|<html|<\?xml[^>]*>\s*<html|MIME-Version:)/i.test(text.slice(0, 1024))) return 'html'
  return text.trim() === '' ? 'empty' : 'text'
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = zipEntryNames(bytes)
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^word\/document\d*\.xml$/) || (has(/^word\//) && has(/^\[Content_Types\]\.xml$/))) return 'docx'
  if (has(/^xl\//)) return 'xlsx'
  if (has(/^ppt\//)) return 'pptx'
  // OpenDocument begins with an entry `mimetype`, stored as it is.
  if (latin1(bytes, 30, 100).startsWith('mimetypeapplication/vnd.oasis.opendocument')) return 'odt'
  return 'zip'
}

/** OLE compound files: Word 97, Excel 97, and the envelope of a DOCX under a password. */
function kindOfCompoundFile(bytes: Uint8Array): FileKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const has = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return 'docx_encrypted'
  if (has('WordDocument')) return 'doc'
  if (has('Workbook') || has('Book')) return 'xls'
  return 'other'
}
