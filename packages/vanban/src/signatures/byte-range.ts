import { remark, type Remark } from './answers.ts'
import type { FoundSignature } from './fields.ts'
import type { PdfFile } from './pdf-file.ts'
import { isArray, isKind } from './pdf-values.ts'

/** The bytes that a signature says it covers: everything but its own value. */
export interface SignedRange {
  readonly parts: readonly [Buffer, Buffer]
  /** Where the revision ends that was signed. */
  readonly end: number
  /** The envelope, with its filling. */
  readonly envelope: Buffer
  /** Where the value stands in the file. */
  readonly from: number
}

export type RangeJudgement = { readonly range: SignedRange; readonly remarks: readonly Remark<'integrity'>[] } | { readonly range: null; readonly remarks: readonly Remark<'integrity'>[] }

/**
 * Judges which bytes a signature covers: from the first on, to the end of a revision, but for its own value and not a
 * byte more. Everything else is a way to show what nobody signed.
 */
export function judgeRange(file: PdfFile, { dict, number, field }: FoundSignature): RangeJudgement {
  const refuse = (code: 'range_missing' | 'range_wrong' | 'contents_missing' | 'contents_elsewhere' | 'repeated_keys'): RangeJudgement => ({ range: null, remarks: [remark('integrity', code)] })
  if (dict.repeated.length > 0) return refuse('repeated_keys')
  const given = file.entry(dict, 'ByteRange')
  if (given === null) return refuse('range_missing')
  const range = isArray(given) ? given.map((item) => file.get(item)) : []
  if (range.length !== 4 || !range.every((item): item is number => typeof item === 'number' && Number.isSafeInteger(item) && item >= 0)) return refuse('range_wrong')
  const [start = 0, length = 0, second = 0, rest = 0] = range
  const end = second + rest
  if (start + length >= second || end > file.bytes.length) return refuse('range_wrong')
  const contents = file.entry(dict, 'Contents')
  if (!isKind(contents, 'string') || contents.bytes.every((byte) => byte === 0)) return refuse('contents_missing')
  // Within a stream of objects it would stand nowhere in the file itself.
  const home = number ?? field.number
  if (home === null || file.places.get(home)?.kind !== 'file' || !contents.isHex) return refuse('contents_elsewhere')

  const remarks: Remark<'integrity'>[] = []
  const gap = file.bytes.toString('latin1', start + length, second)
  if (start !== 0) remarks.push(remark('integrity', 'range_start', { bytes: start }))
  if (!/^<[0-9a-f]*>$/i.test(gap)) remarks.push(remark('integrity', 'range_gap'))
  else if (contents.from !== start + length || contents.to !== second) remarks.push(remark('integrity', 'contents_elsewhere'))
  else if (/[a-f]/.test(gap) && /[A-F]/.test(gap)) remarks.push(remark('integrity', 'contents_altered'))
  if (!/%%EOF[\r\n ]{0,3}$/.test(file.bytes.toString('latin1', end - 9, end))) remarks.push(remark('integrity', 'range_end'))
  const parts = [file.bytes.subarray(start, start + length), file.bytes.subarray(second, end)] as const
  return { range: { parts, end, envelope: contents.bytes, from: contents.from }, remarks }
}

/** Behind the envelope nothing but zeros: no signature covers what stands there. */
export function fillingRemarks(envelope: Buffer, length: number): Remark<'integrity'>[] {
  return envelope.subarray(length).every((byte) => byte === 0) ? [] : [remark('integrity', 'contents_altered')]
}
