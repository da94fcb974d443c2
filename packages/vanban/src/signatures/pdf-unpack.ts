import { inflateSync } from 'node:zlib'
import { entryOf, isArray, isKind, MalformedPdf, nameOf, type PdfStream, type PdfValue } from './pdf-values.ts'

/** Cross references and packed objects of a document are far smaller. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * The content of a stream of objects or cross references.
 *
 * @throws MalformedPdf for other filters than the one these streams have
 */
export function unpack(stream: PdfStream, resolve: (value: PdfValue | undefined) => PdfValue = (value) => value ?? null): Buffer {
  const filter = resolve(stream.dict.entries.get('Filter'))
  const filters = (isArray(filter) ? filter : filter === null ? [] : [filter]).map((one) => nameOf(resolve(one)))
  if (filters.length === 0) return stream.packed
  if (filters.length > 1 || filters[0] !== 'FlateDecode') throw new MalformedPdf(`packed by ${filters.join(' ')}`)
  const given = resolve(stream.dict.entries.get('DecodeParms'))
  const parameters = isArray(given) ? resolve(given[0]) : given
  try {
    return unpredict(inflateSync(stream.packed, { maxOutputLength: MOST_BYTES }), parameters)
  } catch (cause) {
    if (cause instanceof MalformedPdf) throw cause
    throw new MalformedPdf('a stream that cannot be unpacked', { cause })
  }
}

function unpredict(data: Buffer, parameters: PdfValue): Buffer {
  const numberOf = (key: string, otherwise: number) => {
    const value = entryOf(parameters, key)
    return typeof value === 'number' ? value : otherwise
  }
  const predictor = isKind(parameters, 'dict') ? numberOf('Predictor', 1) : 1
  if (predictor === 1) return data
  if (predictor < 10) throw new MalformedPdf(`predictor ${predictor}`)
  const step = Math.max(1, (numberOf('Colors', 1) * numberOf('BitsPerComponent', 8)) >> 3)
  const width = Math.ceil((numberOf('Columns', 1) * numberOf('Colors', 1) * numberOf('BitsPerComponent', 8)) / 8)
  if (!(width > 0 && width < 100_000)) throw new MalformedPdf('a row without width')
  return unfilterRows(data, width, step)
}

/** The rows of a PNG. @source ISO/IEC 15948, 9.2 */
export function unfilterRows(data: Buffer, width: number, step: number): Buffer {
  const rows = Math.floor(data.length / (width + 1))
  const out = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (width + 1)] ?? 0
    for (let x = 0; x < width; x++) {
      const left = x >= step ? (out[row * width + x - step] ?? 0) : 0
      const up = row > 0 ? (out[(row - 1) * width + x] ?? 0) : 0
      const corner = row > 0 && x >= step ? (out[(row - 1) * width + x - step] ?? 0) : 0
      out[row * width + x] = (data[row * (width + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
