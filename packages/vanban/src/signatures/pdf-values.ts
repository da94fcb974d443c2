/** The objects of a PDF file as data. @source ISO 32000-1, 7.3 */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfDict | PdfStream | readonly PdfValue[]

export interface PdfName {
  readonly kind: 'name'
  readonly name: string
}

export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Buffer
  readonly isHex: boolean
  /** Where it stands in the file or in its object stream, brackets and all. */
  readonly from: number
  readonly to: number
}

export interface PdfRef {
  readonly kind: 'ref'
  readonly number: number
  readonly generation: number
}

export interface PdfDict {
  readonly kind: 'dict'
  readonly entries: ReadonlyMap<string, PdfValue>
  /** Keys that stand twice: readers do not agree on which of them counts. */
  readonly repeated: readonly string[]
}

export interface PdfStream {
  readonly kind: 'stream'
  readonly dict: PdfDict
  /** As packed. */
  readonly packed: Buffer
}

/** A file that does not keep the rules of the format so far that two programs may show two different things. */
export class MalformedPdf extends Error {
  override readonly name = 'MalformedPdf'
}

type Kinds = { name: PdfName; string: PdfString; ref: PdfRef; dict: PdfDict; stream: PdfStream }

/** Whether a value is an object of a kind. */
export function isKind<K extends keyof Kinds>(value: PdfValue | undefined, kind: K): value is Kinds[K] {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value)
}

export function name(text: string): PdfName {
  return { kind: 'name', name: text }
}

export function ref(number: number, generation = 0): PdfRef {
  return { kind: 'ref', number, generation }
}

export function dict(entries: Readonly<Record<string, PdfValue>> | ReadonlyMap<string, PdfValue>): PdfDict {
  return { kind: 'dict', entries: entries instanceof Map ? entries : new Map(Object.entries(entries)), repeated: [] }
}

/** A text as a PDF string: ASCII as it is, else UTF-16 with its mark. */
export function text(value: string): PdfString {
  const isPlain = /^[\x20-\x7e]*$/.test(value)
  const bytes = isPlain ? Buffer.from(value, 'latin1') : Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(value, 'utf16le').swap16()])
  return { kind: 'string', bytes, isHex: !isPlain, from: 0, to: 0 }
}

/** What a PDF string says; null for what is no string. */
export function textOf(value: PdfValue | undefined): string | null {
  if (!isKind(value, 'string')) return null
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le').normalize('NFC')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3).normalize('NFC')
  return bytes.toString('latin1')
}

/** The entry of a dictionary as it stands, undereferenced; undefined when there is none. */
export function entryOf(value: PdfValue | undefined, key: string): PdfValue | undefined {
  if (isKind(value, 'dict')) return value.entries.get(key)
  return isKind(value, 'stream') ? value.dict.entries.get(key) : undefined
}

export function nameOf(value: PdfValue | undefined): string | null {
  return isKind(value, 'name') ? value.name : null
}
