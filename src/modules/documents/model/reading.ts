import type { DocumentModel, Item, Section, TextItem } from '@songhanh/vanban/model'

/** A document of which nothing was read: a scan waits for somebody to type it. */
export const EMPTY_READING: DocumentModel = {
  header: { issuer: null, parentIssuer: null, number: null, symbol: null, place: null, date: null, docType: null, title: null },
  legalBases: [],
  genericBases: [],
  preamble: [],
  lead: null,
  sections: [],
  closing: null,
  targets: [],
  deadlines: [],
  observances: [],
  assignments: [],
  recipients: [],
  signer: null,
  findings: [],
}

/** What the register shows of a document's content. */
export interface RegisterFields {
  readonly docType: string | null
  readonly numberText: string | null
  readonly symbol: string | null
  /** Null also when the document leaves a part of its day blank. */
  readonly issuedOn: string | null
  readonly issuer: string | null
  readonly subject: string
  readonly signerName: string | null
  readonly recipientsText: readonly string[]
}

export function registerFieldsOf(reading: DocumentModel): RegisterFields {
  const { header } = reading
  return {
    docType: header.docType,
    numberText: header.number === null ? null : header.number.padStart(2, '0'),
    symbol: header.symbol,
    issuedOn: header.date !== null && isDay(header.date) ? header.date : null,
    issuer: header.issuerName ?? header.issuer,
    subject: header.title ?? '',
    signerName: reading.signer?.name ?? null,
    recipientsText: reading.recipients,
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}

export const REQUIRED_FIELDS = ['docType', 'issuer', 'subject'] as const
export type RequiredField = (typeof REQUIRED_FIELDS)[number]

/** What a register entry cannot be without; number and day may be missing, some documents have none. */
export function missingFields(reading: DocumentModel): RequiredField[] {
  const fields = registerFieldsOf(reading)
  return REQUIRED_FIELDS.filter((name) => !fields[name]?.trim())
}

/** Whether there is more than a heading. */
export function hasContent(reading: DocumentModel): boolean {
  return reading.sections.length > 0 || reading.preamble.length > 0 || (reading.lead ?? '') !== ''
}

/** The content in reading order, a paragraph a line: for search and for reading beside the original. */
export function plainText(reading: DocumentModel): string {
  const { header, signer } = reading
  const lines = [
    header.title,
    ...(header.addressees ?? []),
    ...reading.preamble,
    reading.lead,
    ...(reading.situation ?? []),
    ...reading.sections.flatMap(sectionLines),
    reading.closing,
    ...reading.recipients,
    signer?.position,
    signer?.name,
  ]
  return lines.filter((line) => line !== null && line !== undefined && line !== '').join('\n')
}

function sectionLines(section: Section): string[] {
  const heading = [section.label, section.title].filter((part) => part !== null && part !== '').join('. ')
  return [heading, ...(section.leadIns ?? []), ...section.items.flatMap(itemLines), ...section.children.flatMap(sectionLines)]
}

function itemLines(item: Item): string[] {
  if ('table' in item) return [...item.table.head, ...item.table.rows].map((row) => row.join(' | '))
  return textLines(item)
}

function textLines(item: TextItem): string[] {
  return [item.marker === null ? item.text : `${item.marker} ${item.text}`, ...item.items.flatMap(textLines)]
}

/** The content with number, symbol, day and place as they were given when it was issued. */
export function withNumber(reading: DocumentModel, given: { number: string; symbol: string; issuedOn: string; place: string | null }): DocumentModel {
  const header = { ...reading.header, number: given.number, symbol: given.symbol, date: given.issuedOn, place: reading.header.place ?? given.place }
  return { ...reading, header }
}

/** The content of what the unit is still writing: number and day are given after the approval, whatever the draft says. */
export function withoutNumber(reading: DocumentModel): DocumentModel {
  return { ...reading, header: { ...reading.header, number: null, date: null } }
}

/** The content of what a unit writes itself: where no heading says who issues it, it is the unit's own. */
export function issuedBy(reading: DocumentModel, unitName: string): DocumentModel {
  const { issuerSource, ...header } = reading.header
  if (header.issuer !== null && issuerSource === undefined) return reading
  return { ...reading, header: { ...header, issuer: unitName.toLocaleUpperCase('vi'), issuerName: unitName } }
}
