import type { RawDocument } from '../blocks.ts'
import type { DocumentModel, Header, Section } from '../model.ts'
import { isUpperCase, withoutFinalPunctuation } from '../vietnamese.ts'
import { checkDocument } from '../checking/check-document.ts'
import type { PageEvidence } from '../checking/page-evidence.ts'
import { citeParagraph, citeTable, mergeCitations, type Cited } from './citations.ts'
import { findAttachment, readAttachments } from './attachments.ts'
import { readClosingBlock } from './closing-block.ts'
import { readTypeLine, typeNamedBy } from './document-types.ts'
import { isText, toFlow, type Entry } from './flow.ts'
import { readCaption, readHead, readPlaceDate, type Head } from './letterhead.ts'
import { RANKS, readBullet, readLabel } from './labels.ts'
import { foldFlatTables, readOutline } from './outline.ts'
import { readAssignments } from './assignments.ts'
import { readDeadlines } from './deadlines.ts'
import { findObservances, mergeObservances } from './observances.ts'
import { readTargets } from './targets.ts'
import { planYear } from './time-expressions.ts'
import { passages } from './walk.ts'
import { pieces, readPreamble } from './preamble.ts'

const textsOf = (entries: readonly Entry[]): readonly string[] => entries.flatMap((entry) => (isText(entry) ? [entry.text] : []))

const citeEntry = (entry: Entry): readonly Cited[] => (isText(entry) ? citeParagraph(entry.text, false) : citeTable(entry.rows))

const CLOSING =
  /^(?:trên đây|trong quá trình|căn cứ (?:vào )?(?:các )?\S+(?: \S+)? này|nhận được|(?:kế hoạch|chỉ thị|quyết định|nghị quyết|hướng dẫn|chương trình|báo cáo|thông báo|quy chế|biên bản|tờ trình)\s(?:này|phối h|thực hiện)|kính báo cáo|kính trình|kính đề nghị|trân trọng|rất mong|(?:cuộc|buổi) họp kết thúc|hội nghị kết thúc|đề nghị|yêu cầu|(?:ủy ban|uỷ ban|ubnd|sở|trường|nhà trường|phòng|ban|bộ|tiểu ban|hội đồng)[^.;:]{0,90}?\s(?:yêu cầu|đề nghị|giao|kính báo cáo|trân trọng)\s|chu[oa]ng tr[il]nh ph\S+ h)/iu

/** The paragraphs at the end of the body that only close it; at least one must say so or end with “./.”. */
function closingLength(body: readonly Entry[]): number {
  let length = 0
  for (let i = body.length - 1; i >= 0 && length < 4; i -= 1) {
    const entry = body[i]
    if (!isText(entry) || readLabel(entry.text) || readBullet(entry.text) || !(CLOSING.test(entry.text) || (length === 0 && endsAfterList(body, i)))) break
    length += 1
  }
  return length
}

/** After a list a plain paragraph that ends the text with “./.” takes leave of the reader. */
function endsAfterList(body: readonly Entry[], at: number): boolean {
  const [before, last] = [body[at - 1], body[at]]
  return isText(last) && /\.\s?\/\s?\.?$/.test(last.text) && isText(before) && (readBullet(before.text) !== null || readLabel(before.text) !== null)
}

const isFootnote = (entry: Entry): boolean => isText(entry) && /^\[\d{1,3}\]/.test(entry.text)

function fillHeader(header: Header, issuer: string | null, atEnd: { readonly place: string; readonly date: string | null } | null, captions: readonly string[], leadType: string | null): Header {
  const caption = captions.map((text) => readCaption(text, header.docType)).find((found) => found !== null)
  const useNumber = header.symbol === null && caption !== undefined
  const place = header.place ?? atEnd?.place ?? null
  const date = header.date ?? atEnd?.date ?? null
  const useDate = date === null && caption?.date != null
  return {
    ...header,
    docType: header.docType ?? leadType,
    ...(header.issuer === null && issuer !== null ? { issuer, issuerSource: 'body' as const } : {}),
    ...(useNumber ? { number: caption.number, symbol: caption.symbol, numberSource: 'appendix' as const } : {}),
    place,
    date: useDate ? caption.date : date,
    ...(useDate ? { dateSource: 'appendix' as const } : {}),
  }
}

/** “… xây dựng Kế hoạch …”: the kind of a text that has lost its head. */
function typeInLead(lead: string | null): string | null {
  const words = /\s(?:xây dựng|ban hành)\s+(\p{L}+(?:\s\p{L}+){1,3})/u.exec(lead ?? '')?.[1]
  return words === undefined ? null : typeNamedBy(words)
}

/** Reads the structure of an administrative document. Total: any blocks give a model, however poor. */
export function readDocument(raw: RawDocument): DocumentModel {
  const entries = toFlow(raw)
  const head = readHead(entries)
  const preamble = readPreamble(entries, head.next)
  const closingBlock = readClosingBlock(entries, preamble.next)
  const wholeBody = entries.slice(preamble.next, closingBlock.start).filter((entry) => !isFootnote(entry))
  const lastDate = wholeBody.flatMap((entry) => (isText(entry) && entry.text.length < 70 ? [readPlaceDate(entry.text)] : [])).find((found) => found !== null) ?? null
  const body = wholeBody.filter((entry) => !(isText(entry) && entry.text.length < 70 && readPlaceDate(entry.text) !== null))
  const attachmentAt = findAttachment(entries, closingBlock.end)
  const attachment = entries.slice(attachmentAt).filter((entry) => !isFootnote(entry))
  const footnotes = entries.slice(preamble.next).filter(isFootnote)

  const closed = closingLength(body)
  const onlyContent = isLoneContent(body, closed)
  const main = onlyContent ? body : body.slice(0, body.length - closed)
  const closing = closed > 0 ? textsOf(body.slice(body.length - closed)).join(' ') : null

  const captions = textsOf(attachment).filter((text) => text.length < 400)
  const header = fillHeader(head.header, preamble.issuer, closingBlock.placeDate ?? lastDate, captions, typeInLead(preamble.lead))
  const sections = [...readOutline(main), ...readAttachments(attachment)]

  const situation = [...preamble.other, ...textBefore(main, sections)]
  const own = { number: header.number, symbol: header.symbol }
  const titleText = head.header.title === null ? [] : [head.header.title]
  const cited: Cited[] = [
    ...titleText.flatMap((text) => citeParagraph(text, false)),
    ...preamble.clauses.flatMap((text) => citeParagraph(text, true)),
    ...[...preamble.other, ...(preamble.lead === null ? [] : [preamble.lead])].flatMap((text) => citeParagraph(text, false)),
    ...[...body, ...foldFlatTables(attachment), ...footnotes].flatMap(citeEntry),
  ]
  const legalBases = mergeCitations(cited, own)
  const genericBases = preamble.clauses.flatMap(pieces).filter((piece) => citeParagraph(piece, true).length === 0)

  const all = [...passages(sections)]
  const observances = mergeObservances(all.flatMap((passage) => findObservances(passage.text)))
  const context = { year: planYear(header.title, header.date), taken: placesTaken }
  const targets = readTargets(all, { title: header.title, taken: (text) => citeParagraph(text, false) })
  const deadlines = readDeadlines(all, context)

  const model: DocumentModel = {
    header,
    legalBases,
    genericBases,
    preamble: preamble.clauses,
    lead: preamble.lead,
    ...(situation.length > 0 ? { situation } : {}),
    sections,
    closing,
    targets,
    deadlines: [...deadlines, ...observances.map(({ name, date }) => ({ kind: 'observance' as const, date, qualifier: null, text: name }))],
    observances,
    assignments: readAssignments(sections, header.docType),
    recipients: [...head.recipients, ...closingBlock.recipients.map(withoutFinalPunctuation)].filter((recipient) => /\p{L}{2}/u.test(recipient)),
    signer: closingBlock.signer,
    ...(closingBlock.secretary === null ? {} : { secretary: closingBlock.secretary }),
    findings: [],
  }
  return { ...model, findings: checkDocument(model, pageEvidence(entries, head, header, closingBlock.placeDate?.printed ?? lastDate?.printed ?? null, captions)) }
}

/** Paragraphs before the first part that hang under none: who met where and when, how things stand. */
function textBefore(body: readonly Entry[], sections: readonly Section[]): readonly string[] {
  const [first] = sections
  if (first === undefined || (first.label === null && first.title === '')) return []
  const opening = `${first.label ?? ''}${first.title}`.replace(/[^\p{L}\p{N}]/gu, '')
  const end = body.findIndex((entry) => !isText(entry) || readLabel(entry.text) !== null || entry.text.replace(/[^\p{L}\p{N}]/gu, '').startsWith(opening))
  return textsOf(body.slice(0, Math.max(0, end))).filter((text) => readTypeLine(text)?.rest !== '' && !isUpperCase(text))
}

function pageEvidence(entries: readonly Entry[], head: Head, header: Header, dateAtEnd: string | null, captions: readonly string[]): PageEvidence {
  const text = textsOf(entries).join(' ')
  return {
    hasLetterhead: head.hasNation || head.header.issuer !== null,
    numberLine: head.numberLine,
    dateLine: head.dateLine ?? dateAtEnd,
    dateAtHead: head.dateAtHead,
    regarding: header.docType === 'Công văn' || head.typeLineAt === null ? null : head.regarding,
    caption: captions.find((line) => readCaption(line, header.docType) !== null) ?? null,
    garbled: isGarbled(text),
  }
}

/** Every second syllable of Vietnamese prose bears a mark; a scan that has lost them has hardly any. */
function isGarbled(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const marked = sample.match(/[\u00c0-\u1ef9]/gu)?.length ?? 0
  return letters > 400 && marked / letters < 0.05
}

/** Dates of cited documents and of observances are no deadlines. */
function placesTaken(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...citeParagraph(text, false), ...findObservances(text)]
}

/** The closing words are all that the last section has. */
function isLoneContent(body: readonly Entry[], closed: number): boolean {
  const before = body[body.length - closed - 1]
  const label = isText(before) ? readLabel(before.text) : null
  return closed > 0 && isText(before) && label !== null && label.rank <= RANKS.article && !/[.;!]$/.test(before.text) && before.text.length < 120
}
