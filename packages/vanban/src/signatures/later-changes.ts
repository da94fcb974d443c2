import { remark, type Remark, type RemarkCode } from './answers.ts'
import { formFields, pagesOf, type FormField } from './fields.ts'
import type { PdfFile } from './pdf-file.ts'
import { samenessOf, type Sameness } from './same-objects.ts'
import { isArray, isKind, nameOf, type PdfDict, type PdfValue } from './pdf-values.ts'

type Later = Remark<'later'>
const say = (code: RemarkCode<'later'>, params: Later['params'] = {}): Later => remark('later', code, params)

interface Revisions {
  readonly before: PdfFile
  readonly after: PdfFile
  readonly same: Sameness
  /** Numbers of the fields that later signatures fill, in the later revision. */
  readonly newSignatures: ReadonlySet<number>
}

/** What a page or the catalogue may gain without another look: kept for tools, drawn by nobody. */
const UNSEEN_OF_PAGE: ReadonlySet<string> = new Set(['Annots', 'AA', 'Parent', 'LastModified', 'Metadata', 'PieceInfo', 'Tabs', 'Resources', 'MediaBox', 'CropBox', 'Rotate'])
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const
/** A signature over more of a page than this hides what was signed. */
const LARGEST_STAMP = 0.25

/**
 * What a later revision of a document changes beside adding signatures. Only what is known to change nothing that a
 * reader sees is let pass; everything else is named.
 *
 * @throws MalformedPdf when one of the two cannot be followed
 */
export function laterChanges(before: PdfFile, after: PdfFile): Later[] {
  const [pagesBefore, pagesAfter] = [pagesOf(before), pagesOf(after)]
  const numbered = (pages: typeof pagesBefore) => new Map(pages.flatMap(({ number }, index) => (number === null ? [] : [[number, index]])))
  const same = samenessOf(before, after, numbered(pagesBefore), numbered(pagesAfter))
  const fields = compareFields(before, after, same)
  const revisions: Revisions = { before, after, same, newSignatures: fields.newSignatures }
  const changes = [...fields.changes, ...compareForm(revisions), ...compareCatalog(revisions)]
  if (pagesBefore.length !== pagesAfter.length) changes.push(say('pages_changed', { before: pagesBefore.length, after: pagesAfter.length }))
  for (const [index, page] of pagesBefore.entries()) {
    const other = pagesAfter[index]
    if (!other) continue
    const isSame = same(page.dict, other.dict, UNSEEN_OF_PAGE) && INHERITED.every((key) => same(page.inherited.get(key), other.inherited.get(key)))
    if (!isSame) changes.push(say('content_changed', { page: index + 1 }))
    if (!same(page.dict.entries.get('AA'), other.dict.entries.get('AA'))) changes.push(say('script_changed'))
    changes.push(...compareAnnotations(revisions, page.dict, other, index + 1))
  }
  return changes
}

function compareFields(before: PdfFile, after: PdfFile, same: Sameness): { readonly changes: Later[]; readonly newSignatures: ReadonlySet<number> } {
  const changes: Later[] = []
  const newSignatures = new Set<number>()
  const later = new Map(formFields(after).map((field) => [field.name, field]))
  const isSigned = (field: FormField, file: PdfFile) => field.type === 'Sig' && isKind(file.get(field.value), 'dict')
  for (const field of formFields(before)) {
    const now = later.get(field.name)
    later.delete(field.name)
    if (!now) changes.push(say('field_removed', { field: field.name }))
    else if (field.type === 'Sig' && !isSigned(field, before) && isSigned(now, after)) {
      if (now.number !== null) newSignatures.add(now.number)
    } else if (!same(field.dict, now.dict)) changes.push(say('field_changed', { field: field.name }))
  }
  for (const field of later.values()) {
    if (isSigned(field, after)) {
      if (field.number !== null) newSignatures.add(field.number)
    } else changes.push(say('field_added', { field: field.name }))
  }
  return { changes, newSignatures }
}

/** Of the form itself: signing tools may bring fonts for their stamps, nothing else. */
function compareForm({ before, after, same }: Revisions): Later[] {
  const [form, later] = [before, after].map((file) => file.entry(file.trailer.entries.get('Root'), 'AcroForm'))
  const entriesOf = (value: PdfValue | undefined) => (isKind(value, 'dict') ? value.entries : new Map<string, PdfValue>())
  const [own, now] = [entriesOf(form), entriesOf(later)]
  const keys = [...new Set([...own.keys(), ...now.keys()])].filter((key) => !['Fields', 'SigFlags', 'DR', 'DA'].includes(key))
  const isSame = keys.every((key) => same(own.get(key), now.get(key))) && (own.get('DA') === undefined || same(own.get('DA'), now.get('DA')))
  return isSame && isExtended(before.get(own.get('DR')), after.get(now.get('DR')), before, after, same) ? [] : [say('form_changed')]
}

/** Whether every resource of before is still the same one. */
function isExtended(own: PdfValue, now: PdfValue, before: PdfFile, after: PdfFile, same: Sameness): boolean {
  if (!isKind(own, 'dict')) return true
  return [...own.entries.keys()].every((kind) => {
    const [resources, later] = [before.entry(own, kind), after.entry(now, kind)]
    if (!isKind(resources, 'dict')) return same(resources, later)
    return isKind(later, 'dict') && [...resources.entries].every(([name, value]) => same(value, later.entries.get(name)))
  })
}

const CATALOG_CODES: Readonly<Record<string, RemarkCode<'later'>>> = {
  OCProperties: 'layers_changed',
  OpenAction: 'script_changed',
  AA: 'script_changed',
  AF: 'files_changed',
  StructTreeRoot: 'structure_changed',
  MarkInfo: 'structure_changed',
  Metadata: 'metadata_changed',
  DSS: 'proofs_added',
}
/** Compared elsewhere, or without meaning for what is seen. */
const PASSED: ReadonlySet<string> = new Set(['Pages', 'AcroForm', 'Names', 'Extensions', 'Version', 'Type'])

function compareCatalog({ before, after, same }: Revisions): Later[] {
  const [own, now] = [before, after].map((file) => file.get(file.trailer.entries.get('Root')))
  if (!isKind(own, 'dict') || !isKind(now, 'dict')) return [say('root_replaced')]
  const keys = [...new Set([...own.entries.keys(), ...now.entries.keys()])].filter((key) => !PASSED.has(key))
  const changed = keys.filter((key) => !same(own.entries.get(key), now.entries.get(key)))
  const codes = new Map(changed.map((key) => [CATALOG_CODES[key] ?? 'catalog_changed', key]))
  const changes = [...codes].map(([code, key]) => say(code, code === 'catalog_changed' ? { key } : {}))
  if (!same(before.entry(own, 'Names'), after.entry(now, 'Names'))) changes.push(say(namesCode({ before, after, same }, own, now)))
  if (!same(before.trailer.entries.get('Info'), after.trailer.entries.get('Info')) && !codes.has('metadata_changed')) changes.push(say('metadata_changed'))
  return changes
}

function namesCode({ before, after, same }: Pick<Revisions, 'before' | 'after' | 'same'>, own: PdfDict, now: PdfDict): RemarkCode<'later'> {
  const differs = (key: string) => !same(before.entry(before.entry(own, 'Names'), key), after.entry(after.entry(now, 'Names'), key))
  if (differs('JavaScript')) return 'script_changed'
  return differs('EmbeddedFiles') ? 'files_changed' : 'catalog_changed'
}

function compareAnnotations(revisions: Revisions, page: PdfDict, later: ReturnType<typeof pagesOf>[number], number: number): Later[] {
  const { before, after, same, newSignatures } = revisions
  const listOf = (file: PdfFile, dict: PdfDict) => {
    const list = file.entry(dict, 'Annots')
    return isArray(list) ? list : []
  }
  const changes: Later[] = []
  const open = [...listOf(after, later.dict)]
  for (const annotation of listOf(before, page)) {
    const at = open.findIndex((other) => (isKind(annotation, 'ref') && isKind(other, 'ref') ? annotation.number === other.number : same(annotation, other)))
    const found = at >= 0 ? at : open.findIndex((other) => same(annotation, other))
    const kind = nameOf(before.entry(annotation, 'Subtype')) ?? ''
    if (found < 0) {
      changes.push(say('annotation_removed', { page: number, kind }))
      continue
    }
    const [other] = open.splice(found, 1)
    if (isKind(other, 'ref') && newSignatures.has(other.number)) changes.push(...stampRemarks(after, other, later, number))
    else if (!same(annotation, other)) changes.push(say('annotation_changed', { page: number, kind }))
  }
  for (const annotation of open) {
    if (isKind(annotation, 'ref') && newSignatures.has(annotation.number)) changes.push(...stampRemarks(after, annotation, later, number))
    else changes.push(say('annotation_added', { page: number, kind: nameOf(after.entry(annotation, 'Subtype')) ?? '' }))
  }
  return changes
}

/** The stamp of a later signature: small, and without anything that happens. */
function stampRemarks(file: PdfFile, annotation: PdfValue, page: ReturnType<typeof pagesOf>[number], number: number): Later[] {
  const numbers = (value: PdfValue) => (isArray(value) ? value.map((item) => file.get(item)).filter((item) => typeof item === 'number') : [])
  const areaOf = ([left = 0, bottom = 0, right = 0, top = 0]: number[]) => Math.abs((right - left) * (top - bottom))
  const area = areaOf(numbers(file.entry(annotation, 'Rect')))
  const whole = areaOf(numbers(file.get(page.inherited.get('MediaBox'))))
  const remarks = area > 0 ? [say('stamp_added', { page: number })] : []
  if (whole > 0 && area / whole > LARGEST_STAMP) remarks.push(say('stamp_covers', { page: number }))
  if (file.entry(annotation, 'A') !== null || file.entry(annotation, 'AA') !== null) remarks.push(say('script_changed'))
  return remarks
}

/** What stands behind a revision without belonging to a later one. */
export function tailRemarks(file: PdfFile, end: number): Later[] {
  const tail = file.bytes.toString('latin1', end)
  const loose = [...tail.matchAll(/(?<![\d.])\d{1,10}[ \t\r\n]+\d{1,5}[ \t\r\n]+obj\b/g)].filter(({ index }) => !file.offsets.has(end + index))
  if (loose.length > 0) return [say('loose_objects', { n: loose.length })]
  const last = file.startxref < end ? 0 : tail.lastIndexOf('%%EOF') + 5
  return /[^\0\t\n\f\r ]/.test(tail.slice(last)) ? [say('trailing_bytes')] : []
}
