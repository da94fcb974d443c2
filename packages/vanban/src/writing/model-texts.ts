import type { DocumentModel, Item, Section, TextItem } from '../model.ts'

/** Every text of a model that its print must show, in the order of print: for tests of writers. */
export function modelTexts(model: DocumentModel): readonly string[] {
  const { header, signer } = model
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
    model.lead,
    ...body.flatMap(sectionTexts),
    model.closing,
    ...model.recipients,
    ...(signer?.authority?.split('; ') ?? []),
    signer?.position ?? null,
    signer?.name ?? null,
    ...appendices.flatMap(sectionTexts),
  ]
  return all.filter((text): text is string => text !== null && text !== '')
}

/** Letters and digits of a text in lower case: what remains when lines, punctuation and capitals differ. */
export function squashed(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replace(/[^\p{L}\p{N}]+/gu, '')
}

function sectionTexts(section: Section): readonly string[] {
  return [section.label ?? '', section.title, section.reference ?? '', ...section.items.flatMap(itemTexts), ...section.children.flatMap(sectionTexts)]
}

function itemTexts(item: Item): readonly string[] {
  return 'table' in item ? [...item.table.head, ...item.table.rows].flat() : bulletTexts(item)
}

function bulletTexts(item: TextItem): readonly string[] {
  return [item.text, ...item.items.flatMap(bulletTexts)]
}
