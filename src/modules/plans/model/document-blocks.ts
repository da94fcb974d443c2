import type { Block } from '@songhanh/vanban/blocks'
import type { DocumentModel, Item, Section, TextItem } from '@songhanh/vanban/model'

/** The text of a document as a reader would get it from a file, in reading order. */
export function blocksOf({ header, preamble, lead, sections, closing, recipients, signer }: DocumentModel): Block[] {
  const head = [header.parentIssuer, header.issuer, `Số: ${header.number ?? ''}/${header.symbol ?? ''}`, header.docType?.toLocaleUpperCase('vi'), header.title]
  const end = [closing, recipients.length > 0 ? 'Nơi nhận:' : null, ...recipients.map((line) => `- ${line};`), signer?.authority, signer?.position, signer?.name]
  const inFront = sections.filter((section) => section.kind !== 'appendix')
  const behind = sections.filter((section) => section.kind === 'appendix')
  return [
    ...paragraphs([...head, ...preamble.map((clause) => `${clause};`), lead]),
    ...inFront.flatMap(sectionBlocks),
    ...paragraphs(end),
    ...behind.flatMap(sectionBlocks),
  ]
}

function paragraphs(texts: readonly (string | null | undefined)[]): Block[] {
  return texts.flatMap((text) => (text ? [{ kind: 'paragraph', text }] : []))
}

function sectionBlocks(section: Section): Block[] {
  const marker = section.label === null ? '' : section.depth === 3 ? `${section.label}) ` : `${section.label}. `
  const title = section.depth === 1 ? section.title.toLocaleUpperCase('vi') : section.title
  const [first, ...others] = section.items
  const runsIn = section.title === '' && first !== undefined && 'text' in first
  const heading = runsIn ? `${marker}${first.text}` : `${marker}${title}`
  const rest = runsIn ? [...first.items, ...others] : section.items
  return [...paragraphs([heading]), ...rest.flatMap(itemBlocks), ...section.children.flatMap(sectionBlocks)]
}

function itemBlocks(item: Item): Block[] {
  if ('table' in item) return [{ kind: 'table', rows: [...item.table.head, ...item.table.rows].map((row) => [...row]) }]
  return textBlocks(item)
}

function textBlocks({ marker, text, items }: TextItem): Block[] {
  return [...paragraphs([marker ? `${marker} ${text}` : text]), ...items.flatMap(textBlocks)]
}
