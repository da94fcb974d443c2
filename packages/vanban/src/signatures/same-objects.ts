import type { PdfFile } from './pdf-file.ts'
import { unpack } from './pdf-unpack.ts'
import { isArray, isKind, MalformedPdf, nameOf, type PdfDict, type PdfStream, type PdfValue } from './pdf-values.ts'

const MOST_STEPS = 5_000_000
/** Ways back up and places in lists: they change when something is added beside. */
const WAYS_BACK: ReadonlySet<string> = new Set(['Parent', 'P', 'StructParent', 'StructParents'])
/** How a stream is packed says nothing of what it holds. */
const PACKING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms', 'DL'])

export interface Sameness {
  /** Whether two objects, with all that hangs on them, are the same. @throws MalformedPdf */
  (before: PdfValue | undefined, after: PdfValue | undefined, without?: ReadonlySet<string>): boolean
}

/**
 * Compares objects of two revisions by what they are, not by their numbers. Pages and annotations met on the way are
 * only told apart: they are compared in their own place.
 */
export function samenessOf(before: PdfFile, after: PdfFile, pageOfBefore: ReadonlyMap<number, number>, pageOfAfter: ReadonlyMap<number, number>): Sameness {
  const proven = new Set<string>()
  let steps = 0

  return (first, second, without = new Set()) => {
    const met = new Set<string>()
    const work: [PdfValue | undefined, PdfValue | undefined][] = [[first, second]]
    let isTop = true
    for (let pair = work.pop(); pair; pair = work.pop()) {
      if (++steps > MOST_STEPS) throw new MalformedPdf('too much to compare')
      const [one, other] = pair
      if (isKind(one, 'ref') && isKind(other, 'ref')) {
        const key = `${one.number}:${other.number}`
        if (!isTop && (proven.has(key) || met.has(key))) continue
        if (!isTop) met.add(key)
        const [page, otherPage] = [pageOfBefore.get(one.number), pageOfAfter.get(other.number)]
        if (!isTop && (page !== undefined || otherPage !== undefined)) {
          if (page !== otherPage) return false
          continue
        }
      }
      const found = parts(before.get(one), after.get(other), isTop ? without : new Set(), isTop)
      if (found === null) return false
      work.push(...found)
      isTop = false
    }
    for (const key of met) proven.add(key)
    return true
  }

  /** The pairs that have to be the same for two values to be; null when they already differ. */
  function parts(one: PdfValue, other: PdfValue, without: ReadonlySet<string>, isTop: boolean): [PdfValue | undefined, PdfValue | undefined][] | null {
    if (isArray(one)) return isArray(other) && one.length === other.length ? one.map((item, index) => [item, other[index]]) : null
    if (isKind(one, 'dict')) {
      if (!isKind(other, 'dict')) return null
      if (!isTop && isPlaced(one, before) && isPlaced(other, after)) return []
      return entries(one, other, without)
    }
    if (isKind(one, 'stream')) {
      if (!isKind(other, 'stream') || !isSameData(one, other)) return null
      return entries(one.dict, other.dict, new Set([...without, ...PACKING]))
    }
    if (isKind(one, 'string')) return isKind(other, 'string') && one.bytes.equals(other.bytes) ? [] : null
    if (isKind(one, 'name')) return isKind(other, 'name') && one.name === other.name ? [] : null
    return one === other ? [] : null
  }

  function isPlaced(dict: PdfDict, file: PdfFile): boolean {
    return ['Page', 'Pages', 'Annot', 'Catalog'].includes(nameOf(file.entry(dict, 'Type')) ?? '')
  }

  function isSameData(one: PdfStream, other: PdfStream): boolean {
    if (one.packed.equals(other.packed)) return [...PACKING].every((key) => key === 'Length' || quick(before.entry(one.dict, key), after.entry(other.dict, key)))
    try {
      return unpack(one, before.get).equals(unpack(other, after.get))
    } catch {
      return false
    }
  }
}

function quick(one: PdfValue, other: PdfValue): boolean {
  return JSON.stringify(one, shown) === JSON.stringify(other, shown)
}

function shown(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}

function entries(one: PdfDict, other: PdfDict, without: ReadonlySet<string>): [PdfValue | undefined, PdfValue | undefined][] {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()].filter((key) => !without.has(key) && !WAYS_BACK.has(key)))
  return [...keys].map((key) => [one.entries.get(key), other.entries.get(key)])
}
