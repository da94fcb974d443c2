import { isKind, type PdfDict, type PdfStream, type PdfValue } from './pdf-values.ts'

/** An object as it is written in a file. */
export function printValue(value: PdfValue): Buffer {
  if (isKind(value, 'stream')) return printStream(value)
  return Buffer.from(printed(value), 'latin1')
}

function printed(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, '')
  if (Array.isArray(value)) return `[${value.map(printed).join(' ')}]`
  if (isKind(value, 'name')) return printedName(value.name)
  if (isKind(value, 'ref')) return `${value.number} ${value.generation} R`
  if (isKind(value, 'string')) return value.isHex ? `<${value.bytes.toString('hex')}>` : `(${value.bytes.toString('latin1').replace(/[\\()]/g, '\\$&').replaceAll('\r', '\\r')})`
  if (isKind(value, 'dict')) return printedDict(value)
  throw new Error('a stream within an object')
}

/** The entries without the brackets. */
export function printedEntries({ entries }: PdfDict): string {
  return [...entries].map(([key, value]) => `${printedName(key)} ${printed(value)}`).join(' ')
}

function printedDict(dict: PdfDict): string {
  return `<<${printedEntries(dict)}>>`
}

function printedName(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
}

function printStream({ dict, packed }: PdfStream): Buffer {
  return Buffer.concat([Buffer.from(`${printedDict(dict)}\nstream\n`, 'latin1'), packed, Buffer.from('\nendstream', 'latin1')])
}
