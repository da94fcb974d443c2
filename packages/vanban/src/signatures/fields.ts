import type { PdfFile } from './pdf-file.ts'
import { isArray, isKind, MalformedPdf, nameOf, textOf, type PdfDict, type PdfValue } from './pdf-values.ts'

/** A field of the form of a document. */
export interface FormField {
  /** Names from the outer to the inner, joined by full stops. */
  readonly name: string
  readonly dict: PdfDict
  /** Number of its object; null when it stands within its list. */
  readonly number: number | null
  /** Tx, Btn, Ch, Sig; taken from above where it has none of its own. */
  readonly type: string | null
  readonly value: PdfValue | undefined
}

const MOST_FIELDS = 20_000
const DEEPEST = 30

/** Every field without fields below it. @throws MalformedPdf when there is no end to them */
export function formFields(file: PdfFile): FormField[] {
  const fields: FormField[] = []
  const seen = new Set<number>()
  const form = file.entry(file.trailer.entries.get('Root'), 'AcroForm')
  walk(file.entry(form, 'Fields'), '', null, 0)
  return fields

  function walk(list: PdfValue, above: string, typeAbove: string | null, depth: number): void {
    if (!isArray(list)) return
    if (depth > DEEPEST) throw new MalformedPdf('fields without end')
    for (const item of list) {
      const number = isKind(item, 'ref') ? item.number : null
      if (number !== null && seen.has(number)) continue
      if (number !== null) seen.add(number)
      if (seen.size > MOST_FIELDS) throw new MalformedPdf('too many fields')
      const dict = file.get(item)
      if (!isKind(dict, 'dict')) continue
      const own = textOf(file.entry(dict, 'T'))
      const name = [above, own].filter((part) => part !== null && part !== '').join('.')
      const type = nameOf(file.entry(dict, 'FT')) ?? typeAbove
      const kids = file.entry(dict, 'Kids')
      const isNode = isArray(kids) && kids.some((kid) => file.entry(kid, 'T') !== null)
      if (isNode) walk(kids, name, type, depth + 1)
      else fields.push({ name, dict, number, type, value: dict.entries.get('V') })
    }
  }
}

/** A signature as the form names it. */
export interface FoundSignature {
  readonly field: FormField
  readonly dict: PdfDict
  /** Number of the object of the signature; null when it stands within its field. */
  readonly number: number | null
}

/** The fields that hold a signature. */
export function signaturesOf(file: PdfFile): FoundSignature[] {
  return formFields(file).flatMap((field) => {
    if (field.type !== 'Sig') return []
    const dict = file.get(field.value)
    return isKind(dict, 'dict') ? [{ field, dict, number: isKind(field.value, 'ref') ? field.value.number : null }] : []
  })
}

/** The pages in order, each with the number of its object. @throws MalformedPdf */
export function pagesOf(file: PdfFile): { readonly dict: PdfDict; readonly number: number | null; readonly inherited: ReadonlyMap<string, PdfValue> }[] {
  const pages: { dict: PdfDict; number: number | null; inherited: ReadonlyMap<string, PdfValue> }[] = []
  const seen = new Set<number>()
  walk(file.get(file.trailer.entries.get('Root')), 'Pages', new Map(), 0)
  return pages

  function walk(parent: PdfValue, key: string | null, above: ReadonlyMap<string, PdfValue>, depth: number): void {
    const item = key === null ? parent : isKind(parent, 'dict') ? (parent.entries.get(key) ?? null) : null
    const number = isKind(item, 'ref') ? item.number : null
    if (depth > DEEPEST || (number !== null && seen.has(number)) || pages.length > MOST_FIELDS) throw new MalformedPdf('pages without end')
    if (number !== null) seen.add(number)
    const dict = file.get(item)
    if (!isKind(dict, 'dict')) throw new MalformedPdf('a page that is none')
    const inherited = new Map(above)
    for (const own of INHERITED) {
      const value = dict.entries.get(own)
      if (value !== undefined) inherited.set(own, value)
    }
    const kids = file.entry(dict, 'Kids')
    if (isArray(kids)) for (const kid of kids) walk(kid, null, inherited, depth + 1)
    else pages.push({ dict, number, inherited })
  }
}

/** What a page takes from above. */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const
