import { objectAt, parserAt } from './pdf-parser.ts'
import { unpack } from './pdf-unpack.ts'
import { entryOf, isArray, isKind, MalformedPdf, type PdfDict, type PdfRef, type PdfStream, type PdfValue } from './pdf-values.ts'

/** Where an object lies: in the file, or in a stream of objects. */
export type Place = { readonly kind: 'free' } | { readonly kind: 'file'; readonly offset: number; readonly generation: number } | { readonly kind: 'packed'; readonly stream: number; readonly index: number }

/** A PDF as its last table of cross references shows it: what was overwritten is not seen. */
export interface PdfFile {
  readonly bytes: Buffer
  readonly trailer: PdfDict
  readonly places: ReadonlyMap<number, Place>
  /** Where its last table of cross references begins. */
  readonly startxref: number
  readonly hasXrefStream: boolean
  /** Where objects begin, overwritten ones too, by every table. */
  readonly offsets: ReadonlySet<number>
  /** Follows references to the object itself; null for what is not there. @throws MalformedPdf */
  get(value: PdfValue | undefined): PdfValue
  /** The same, of an entry. */
  entry(value: PdfValue | undefined, key: string): PdfValue
}

const MOST_SECTIONS = 2_000
const MOST_OBJECTS = 1_000_000
const LONGEST_CHAIN = 20

/**
 * Opens a PDF strictly along its cross references: nothing is repaired, since a repaired file is one that another
 * program may show otherwise.
 *
 * @throws MalformedPdf
 */
export function openPdf(bytes: Buffer): PdfFile {
  const startxref = startOf(bytes)
  const { places, trailer, hasXrefStream, offsets } = crossReferences(bytes, startxref)
  const cache = new Map<number, PdfValue>()
  const packed = new Map<number, ReadonlyMap<number, PdfValue>>()
  const opening = new Set<number>()

  function load(reference: PdfRef): PdfValue {
    const known = cache.get(reference.number)
    if (known !== undefined) return known
    const place = places.get(reference.number)
    if (!place || place.kind === 'free') return null
    if (opening.has(reference.number)) throw new MalformedPdf(`object ${reference.number} needs itself`)
    opening.add(reference.number)
    const value = place.kind === 'file' ? fromFile(reference, place) : (fromStream(place.stream).get(reference.number) ?? null)
    opening.delete(reference.number)
    cache.set(reference.number, value)
    return value
  }

  function fromFile(reference: PdfRef, { offset, generation }: { readonly offset: number; readonly generation: number }): PdfValue {
    if (generation !== reference.generation) return null
    const found = objectAt(bytes, offset, lengthOf)
    if (found.number !== reference.number || found.generation !== generation) throw new MalformedPdf(`object ${reference.number} is not where it should be`)
    return found.value
  }

  function fromStream(number: number): ReadonlyMap<number, PdfValue> {
    const known = packed.get(number)
    if (known) return known
    const stream = load({ kind: 'ref', number, generation: 0 })
    if (!isKind(stream, 'stream')) throw new MalformedPdf(`object ${number} holds no objects`)
    const objects = objectsOf(stream, file)
    packed.set(number, objects)
    return objects
  }

  function get(value: PdfValue | undefined): PdfValue {
    let found = value ?? null
    for (let steps = 0; isKind(found, 'ref'); steps++) {
      if (steps > LONGEST_CHAIN) throw new MalformedPdf('references in a circle')
      found = load(found)
    }
    return found
  }

  function lengthOf(value: PdfValue | undefined): number | null {
    const length = get(value)
    return typeof length === 'number' && length >= 0 ? length : null
  }

  const file: PdfFile = { bytes, trailer, places, startxref, hasXrefStream, offsets, get, entry: (value, key) => get(entryOf(get(value), key)) }
  return file
}

function startOf(bytes: Buffer): number {
  const word = bytes.lastIndexOf('startxref', undefined, 'latin1')
  const digits = /^startxref\s+(\d{1,10})\s/.exec(bytes.toString('latin1', word, word + 40))?.[1]
  if (word < 0 || digits === undefined) throw new MalformedPdf('no startxref')
  return Number(digits)
}

/** Newest first: what a later section says of an object counts. */
function crossReferences(bytes: Buffer, start: number) {
  const places = new Map<number, Place>()
  const seen = new Set<number>()
  const offsets = new Set<number>()
  let trailer: PdfDict | null = null
  let hasXrefStream = false
  for (const queue = [start]; queue.length > 0; ) {
    const offset = queue.shift() ?? 0
    if (seen.has(offset)) throw new MalformedPdf('tables in a circle')
    seen.add(offset)
    if (seen.size > MOST_SECTIONS) throw new MalformedPdf('too many tables')
    const section = sectionAt(bytes, offset)
    offsets.add(offset)
    for (const [number, place] of section.places) {
      if (place.kind === 'file') offsets.add(place.offset)
      if (!places.has(number)) places.set(number, place)
    }
    if (places.size > MOST_OBJECTS) throw new MalformedPdf('too many objects')
    if (trailer === null) hasXrefStream = section.isStream
    trailer ??= section.trailer
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.trailer.entries.get(key)
      if (typeof next === 'number') queue.push(next)
    }
  }
  if (trailer === null) throw new MalformedPdf('no trailer')
  return { places, trailer, hasXrefStream, offsets }
}

interface Section {
  readonly places: ReadonlyMap<number, Place>
  readonly trailer: PdfDict
  readonly isStream: boolean
}

function sectionAt(bytes: Buffer, offset: number): Section {
  const parser = parserAt(bytes, offset)
  if (parser.word() !== 'xref') return streamSection(bytes, offset)
  const places = new Map<number, Place>()
  for (;;) {
    const word = parser.word()
    if (word === 'trailer') break
    const count = parser.word()
    if (!/^\d{1,7}$/.test(word) || !/^\d{1,7}$/.test(count)) throw new MalformedPdf('a table that cannot be read')
    for (let index = 0; index < Number(count); index++) {
      const [at, generation, use] = [parser.word(), parser.word(), parser.word()]
      if (!/^\d{10}$/.test(at) || !/^\d{5}$/.test(generation) || !/^[nf]$/.test(use)) throw new MalformedPdf('a line of a table that cannot be read')
      places.set(Number(word) + index, use === 'f' ? { kind: 'free' } : { kind: 'file', offset: Number(at), generation: Number(generation) })
    }
  }
  const trailer = parser.value()
  if (!isKind(trailer, 'dict')) throw new MalformedPdf('no trailer')
  return { places, trailer, isStream: false }
}

function streamSection(bytes: Buffer, offset: number): Section {
  const { value } = objectAt(bytes, offset, (length) => (typeof length === 'number' ? length : null))
  if (!isKind(value, 'stream')) throw new MalformedPdf('no table of cross references')
  const numbers = (entry: PdfValue | undefined) => (isArray(entry) ? entry.filter((item) => typeof item === 'number') : [])
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = numbers(value.dict.entries.get('W'))
  const width = kindWidth + secondWidth + thirdWidth
  if (!(width > 0 && width <= 20) || [kindWidth, secondWidth, thirdWidth].some((own) => own < 0 || own > 6)) throw new MalformedPdf('a table without widths')
  const data = unpack(value)
  const size = value.dict.entries.get('Size')
  const given = numbers(value.dict.entries.get('Index'))
  const ranges = given.length > 0 ? given : [0, typeof size === 'number' ? size : 0]
  const places = new Map<number, Place>()
  const field = (at: number, length: number, otherwise: number) => (length === 0 ? otherwise : data.readUIntBE(at, length))
  let at = 0
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < (ranges[range + 1] ?? 0) && at + width <= data.length; index++, at += width) {
      const kind = field(at, kindWidth, 1)
      const [second, third] = [field(at + kindWidth, secondWidth, 0), field(at + kindWidth + secondWidth, thirdWidth, 0)]
      places.set((ranges[range] ?? 0) + index, placeOf(kind, second, third))
    }
  }
  return { places, trailer: value.dict, isStream: true }
}

function placeOf(kind: number, second: number, third: number): Place {
  if (kind === 1) return { kind: 'file', offset: second, generation: third }
  return kind === 2 ? { kind: 'packed', stream: second, index: third } : { kind: 'free' }
}

function objectsOf(stream: PdfStream, file: Pick<PdfFile, 'get'>): ReadonlyMap<number, PdfValue> {
  const data = unpack(stream, file.get)
  const [first, count] = ['First', 'N'].map((key) => file.get(stream.dict.entries.get(key)))
  if (typeof first !== 'number' || typeof count !== 'number' || count > MOST_OBJECTS) throw new MalformedPdf('a stream of objects without its head')
  const head = parserAt(data, 0)
  const objects = new Map<number, PdfValue>()
  for (let index = 0; index < count; index++) {
    const [number, offset] = [Number(head.word()), Number(head.word())]
    if (!Number.isInteger(number) || !Number.isInteger(offset)) throw new MalformedPdf('a stream of objects that cannot be read')
    objects.set(number, parserAt(data, first + offset).value())
  }
  return objects
}
