import type { DocumentModel, Item, Section, Signer, TextItem } from '../model.ts'

/** Every text of a model that its print must show, in the order of print: for tests of writers. */
export function modelTexts(model: DocumentModel): readonly string[] {
  const { header, signer, secretary } = model
  const isLetter = header.docType === 'Công văn'
  const appendices = model.sections.filter((section) => section.kind === 'appendix')
  const body = model.sections.filter((section) => section.kind !== 'appendix')
  const all = [
    header.parentIssuer,
    header.issuer,
    ...(isLetter ? [header.title] : []),
    header.place,
    ...(isLetter ? [] : [header.docType, header.title]),
    ...(header.addressees ?? []),
    ...model.preamble,
    ...(model.situation ?? []),
    model.lead,
    ...body.flatMap(sectionTexts),
    model.closing,
    ...(secretary === undefined ? [] : signerTexts(secretary)),
    ...(secretary === undefined ? model.recipients : []),
    ...(signer === null ? [] : signerTexts(signer)),
    ...(secretary === undefined ? [] : model.recipients),
    ...appendices.flatMap(sectionTexts),
  ]
  return all.filter((text): text is string => text !== null && text !== '')
}

/** Letters and digits of a text in lower case: what remains when lines, punctuation and capitals differ. */
export function squashed(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replace(/[^\p{L}\p{N}]+/gu, '')
}

function signerTexts({ authority, position, name }: Signer): readonly string[] {
  return [...(authority?.split('; ') ?? []), position ?? '', name ?? '']
}

function sectionTexts(section: Section): readonly string[] {
  return [section.label ?? '', section.title, section.reference ?? '', ...(section.leadIns ?? []), ...section.items.flatMap(itemTexts), ...section.children.flatMap(sectionTexts)]
}

function itemTexts(item: Item): readonly string[] {
  return 'table' in item ? [...item.table.head, ...item.table.rows].flat() : bulletTexts(item)
}

function bulletTexts(item: TextItem): readonly string[] {
  return [item.text, ...item.items.flatMap(bulletTexts)]
}
