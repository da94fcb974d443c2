import { isKind, MalformedPdf, type PdfDict, type PdfStream, type PdfValue } from './pdf-values.ts'

const DEEPEST = 60
const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)))
const isRegular = (byte: number | undefined): byte is number => byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte)

export interface PdfParser {
  /** The next object. @throws MalformedPdf */
  value(): PdfValue
  /** The next word: a run of regular signs, or '' */
  word(): string
  /** Passes white space and remarks. */
  blank(): void
  at: number
}

/** Reads objects out of bytes, one after the other, from a place on. */
export function parserAt(bytes: Buffer, start: number): PdfParser {
  const parser: PdfParser = { value: () => value(0), word, blank, at: start }
  return parser

  function blank(): void {
    for (;;) {
      const byte = bytes[parser.at]
      if (byte === 0x25) {
        while (parser.at < bytes.length && bytes[parser.at] !== 10 && bytes[parser.at] !== 13) parser.at++
      } else if (byte !== undefined && WHITE.has(byte)) parser.at++
      else return
    }
  }

  function word(): string {
    blank()
    const from = parser.at
    while (isRegular(bytes[parser.at])) parser.at++
    return bytes.toString('latin1', from, parser.at)
  }

  function value(depth: number): PdfValue {
    if (depth > DEEPEST) throw new MalformedPdf('nested too deep')
    blank()
    const byte = bytes[parser.at]
    if (byte === undefined) throw new MalformedPdf('ends too early')
    if (byte === 0x2f) return nameAt()
    if (byte === 0x28) return literal()
    if (byte === 0x5b) return array(depth)
    if (byte === 0x3c) return bytes[parser.at + 1] === 0x3c ? dictionary(depth) : hex()
    return numberOrWord()
  }

  function nameAt(): PdfValue {
    parser.at++
    const from = parser.at
    while (isRegular(bytes[parser.at])) parser.at++
    const written = bytes.toString('latin1', from, parser.at)
    return { kind: 'name', name: written.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) }
  }

  function numberOrWord(): PdfValue {
    const written = word()
    if (written === 'true') return true
    if (written === 'false') return false
    if (written === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(written)) throw new MalformedPdf(`no object: “${written.slice(0, 20)}”`)
    if (!/^\d+$/.test(written)) return Number(written)
    const after = parser.at
    const generation = word()
    if (/^\d{1,5}$/.test(generation) && word() === 'R') return { kind: 'ref', number: Number(written), generation: Number(generation) }
    parser.at = after
    return Number(written)
  }

  function array(depth: number): PdfValue {
    parser.at++
    const items: PdfValue[] = []
    for (;;) {
      blank()
      if (bytes[parser.at] === 0x5d) break
      items.push(value(depth + 1))
    }
    parser.at++
    return items
  }

  function dictionary(depth: number): PdfDict {
    parser.at += 2
    const entries = new Map<string, PdfValue>()
    const repeated: string[] = []
    for (;;) {
      blank()
      if (bytes[parser.at] === 0x3e && bytes[parser.at + 1] === 0x3e) break
      if (bytes[parser.at] !== 0x2f) throw new MalformedPdf('a dictionary without a key')
      const key = nameAt()
      const name = isKind(key, 'name') ? key.name : ''
      if (entries.has(name)) repeated.push(name)
      entries.set(name, value(depth + 1))
    }
    parser.at += 2
    return { kind: 'dict', entries, repeated }
  }

  function hex(): PdfValue {
    const from = parser.at
    const end = bytes.indexOf(0x3e, from)
    if (end < 0) throw new MalformedPdf('a string without an end')
    const digits = bytes.toString('latin1', from + 1, end).replace(/[\0\t\n\f\r ]+/g, '')
    if (!/^[0-9a-f]*$/i.test(digits)) throw new MalformedPdf('a hexadecimal string with other signs')
    parser.at = end + 1
    return { kind: 'string', bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), isHex: true, from, to: end + 1 }
  }

  function literal(): PdfValue {
    const from = parser.at++
    const out: number[] = []
    for (let open = 1; ; ) {
      const byte = bytes[parser.at++]
      if (byte === undefined) throw new MalformedPdf('a string without an end')
      if (byte === 0x5c) escaped(out)
      else if (byte === 0x29 && --open === 0) break
      else {
        if (byte === 0x28) open++
        out.push(byte)
      }
    }
    return { kind: 'string', bytes: Buffer.from(out), isHex: false, from, to: parser.at }
  }

  function escaped(out: number[]): void {
    const sign = String.fromCharCode(bytes[parser.at++] ?? 0)
    const plain: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
    if (/[0-7]/.test(sign)) {
      const digits = /^[0-7]{1,3}/.exec(bytes.toString('latin1', parser.at - 1, parser.at + 2))?.[0] ?? sign
      parser.at += digits.length - 1
      out.push(parseInt(digits, 8) & 255)
    } else if (sign === '\r') {
      if (bytes[parser.at] === 10) parser.at++
    } else if (sign !== '\n') out.push(plain[sign] ?? sign.charCodeAt(0))
  }
}

/**
 * The object whose number stands at a place: `12 0 obj … endobj`.
 *
 * @param lengthOf  resolves a length that is an object of its own
 * @throws MalformedPdf
 */
export function objectAt(bytes: Buffer, offset: number, lengthOf: (value: PdfValue | undefined) => number | null): { number: number; generation: number; value: PdfValue; end: number } {
  const parser = parserAt(bytes, offset)
  const [number, generation, word] = [parser.word(), parser.word(), parser.word()]
  if (!/^\d+$/.test(number) || !/^\d+$/.test(generation) || word !== 'obj') throw new MalformedPdf(`no object at ${offset}`)
  const value = parser.value()
  const after = parser.at
  const ending = parser.word()
  if (ending === 'stream' && isKind(value, 'dict')) {
    const stream = streamAfter(bytes, parser.at, value, lengthOf)
    return { number: Number(number), generation: Number(generation), value: stream.value, end: stream.end }
  }
  return { number: Number(number), generation: Number(generation), value, end: ending === 'endobj' ? parser.at : after }
}

function streamAfter(bytes: Buffer, at: number, dict: PdfDict, lengthOf: (value: PdfValue | undefined) => number | null): { value: PdfStream; end: number } {
  const from = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1
  const length = lengthOf(dict.entries.get('Length'))
  const isRight = length !== null && /^[\0\t\n\f\r ]{0,4}endstream/.test(bytes.toString('latin1', from + length, from + length + 14))
  const to = isRight ? from + length : bytes.indexOf('endstream', from, 'latin1')
  if (to < from) throw new MalformedPdf('a stream without an end')
  return { value: { kind: 'stream', dict, packed: bytes.subarray(from, to) }, end: bytes.indexOf('endstream', to, 'latin1') + 9 }
}
