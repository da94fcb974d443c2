import { createHash } from 'node:crypto'
import type { PdfFile } from './pdf-file.ts'
import { printValue } from './pdf-print.ts'
import { dict, isArray, name, type PdfValue } from './pdf-values.ts'

export interface Revision {
  /** The file as it was, and the new revision behind it. */
  readonly bytes: Buffer
  /** Where each new object begins. */
  readonly offsets: ReadonlyMap<number, number>
}

/** A number that no object has yet. */
export function nextNumber(file: PdfFile): number {
  const size = file.trailer.entries.get('Size')
  return Math.max(typeof size === 'number' ? size : 0, 1 + [...file.places.keys()].reduce((most, number) => Math.max(most, number), 0))
}

/**
 * Writes objects behind a file, as a revision of its own: not a byte of what was there changes, so that what was signed
 * stays signed. The cross references are of the kind that the file has.
 *
 * @param objects  by their numbers; bytes are taken as printed
 */
export function appendRevision(file: PdfFile, objects: ReadonlyMap<number, PdfValue | Buffer>): Revision {
  const parts: Buffer[] = [file.bytes]
  let at = file.bytes.length
  const add = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  add(Buffer.from('\n'))
  const offsets = new Map<number, number>()
  for (const [number, value] of [...objects].toSorted(([one], [other]) => one - other)) {
    offsets.set(number, at)
    add(Buffer.concat([Buffer.from(`${number} ${generationOf(file, number)} obj\n`), Buffer.isBuffer(value) ? value : printValue(value), Buffer.from('\nendobj\n')]))
  }
  const start = at
  const size = Math.max(nextNumber(file), ...[...objects.keys()].map((number) => number + 1))
  if (file.hasXrefStream) add(referenceStream(file, offsets, size, start))
  else add(referenceTable(file, offsets, size))
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return { bytes: Buffer.concat(parts), offsets }
}

function generationOf(file: PdfFile, number: number): number {
  const place = file.places.get(number)
  return place?.kind === 'file' ? place.generation : 0
}

function trailerOf(file: PdfFile, size: number): Record<string, PdfValue> {
  const { Root = null, Info, ID } = Object.fromEntries(file.trailer.entries)
  const digest = createHash('md5').update(file.bytes).digest()
  const id: PdfValue = { kind: 'string', bytes: digest, isHex: true, from: 0, to: 0 }
  const given = file.get(ID)
  return { Size: size, Root, ...(Info === undefined ? {} : { Info }), ID: [isArray(given) ? (given[0] ?? id) : id, id], Prev: file.startxref }
}

function referenceTable(file: PdfFile, offsets: ReadonlyMap<number, number>, size: number): Buffer {
  const lines = runsOf(offsets).flatMap((run) => [`${run[0]} ${run.length}`, ...run.map((number) => `${pad(offsets.get(number) ?? 0, 10)} ${pad(generationOf(file, number), 5)} n `)])
  return Buffer.concat([Buffer.from(`xref\n${lines.join('\n')}\ntrailer\n`), printValue(dict(trailerOf(file, size))), Buffer.from('\n')])
}

function referenceStream(file: PdfFile, offsets: ReadonlyMap<number, number>, size: number, start: number): Buffer {
  // The table is an object itself, and names itself.
  const own = size
  const every = new Map([...offsets, [own, start]])
  const runs = runsOf(every)
  const rows = runs.flat().map((number) => {
    const row = Buffer.alloc(8)
    row.writeUInt8(1, 0)
    row.writeUIntBE(every.get(number) ?? 0, 1, 5)
    row.writeUInt16BE(generationOf(file, number), 6)
    return row
  })
  const packed = Buffer.concat(rows)
  const entries = { Type: name('XRef'), ...trailerOf(file, own + 1), W: [1, 5, 2], Index: runs.flatMap((run) => [run[0] ?? 0, run.length]), Length: packed.length }
  return Buffer.concat([Buffer.from(`${own} 0 obj\n`), printValue({ kind: 'stream', dict: dict(entries), packed }), Buffer.from('\nendobj\n')])
}

/** Numbers that follow one another, together. */
function runsOf(offsets: ReadonlyMap<number, number>): number[][] {
  const runs: number[][] = []
  for (const number of [...offsets.keys()].toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last && last.at(-1) === number - 1) last.push(number)
    else runs.push([number])
  }
  return runs
}

const pad = (value: number, length: number) => String(value).padStart(length, '0')
