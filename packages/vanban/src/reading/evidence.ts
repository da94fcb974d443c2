import type { Block, SourceLine } from '../blocks.ts'
import type { DocumentModel, LegalBasis, Section } from '../model.ts'
import { indexLines, lettersOf, searchFor, spansOf, sureness, type LineIndex, type Span } from './line-index.ts'

/** Where a found field stands in the file, and how far it is to be believed. */
export interface FieldEvidence {
  /** Its path in the model: `header.number`, `legalBases.3`, `sections.0.2` (the third child of the first), `signer.name`. */
  readonly field: string
  /** 0 to 1; below 0.7 a person should look at it first. */
  readonly confidence: number
  /** The lines on which it stands, in reading order; empty when its words were not found as they are. */
  readonly spans: readonly Span[]
}

/** How far each way of finding a field is to be believed. */
const BELIEF = { printed: 0.98, partly: 0.75, inferred: 0.7, absent: 0.4 }
const MOST_OCCURRENCES = 20
/** Letters that are enough to know a passage by. */
const TELLING = 24

interface Found {
  readonly from: number
  readonly to: number
  readonly belief: number
}

/** The words from a place on: as they are, else their beginning, else their end. */
function find(index: LineIndex, text: string, start = 0): Found | null {
  const letters = lettersOf(text)
  if (letters === '') return null
  const whole = searchFor(index, letters, start)
  if (whole >= 0) return { from: whole, to: whole + letters.length, belief: BELIEF.printed }
  if (letters.length < TELLING) return null
  const head = searchFor(index, letters.slice(0, TELLING), start)
  if (head >= 0) return { from: head, to: head + letters.length, belief: BELIEF.partly }
  const tail = searchFor(index, letters.slice(-TELLING), start)
  return tail < 0 ? null : { from: tail, to: tail + TELLING, belief: BELIEF.partly }
}

const rounded = (value: number): number => Math.round(value * 100) / 100

function evidence(index: LineIndex, field: string, found: readonly Found[], belief = 1): FieldEvidence {
  if (found.length === 0) return { field, confidence: rounded(BELIEF.absent * belief), spans: [] }
  const confidence = Math.max(...found.map(({ from, to, belief: own }) => own * sureness(index, from, to))) * belief
  return { field, confidence: rounded(confidence), spans: found.flatMap(({ from, to }) => spansOf(index, from, to)) }
}

const list = (found: Found | null): readonly Found[] => (found === null ? [] : [found])

/** An ISO day as it is printed: “ngày 05 tháng 2 năm 2026”, “5/2/2026”; a cut one as far as it goes. */
function findDay(index: LineIndex, iso: string, start = 0): Found | null {
  const [year = '', month, day] = iso.split('-')
  const number = (part: string | undefined): string => (part === undefined ? '' : `0?${Number(part)}`)
  const spelt = `${day === undefined ? '' : `ngay${number(day)}`}${month === undefined ? '' : `thang${number(month)}`}nam${year}`
  for (const pattern of [spelt, `${number(day)}${number(month)}${year}`]) {
    const at = index.letters.slice(start).search(new RegExp(pattern))
    const length = at < 0 ? 0 : (new RegExp(pattern).exec(index.letters.slice(start))?.[0].length ?? 0)
    if (at >= 0) return { from: start + at, to: start + at + length, belief: BELIEF.printed }
  }
  return null
}

function* headerEvidence(index: LineIndex, { header }: DocumentModel): Generator<FieldEvidence> {
  const { issuer, parentIssuer, number, symbol, place, date, docType, title } = header
  if (issuer !== null) yield evidence(index, 'header.issuer', list(find(index, issuer)), header.issuerSource === undefined ? 1 : BELIEF.inferred)
  if (parentIssuer !== null) yield evidence(index, 'header.parentIssuer', list(find(index, parentIssuer)))
  const named = header.numberSource === undefined ? 1 : BELIEF.inferred
  if (symbol !== null) {
    const found = find(index, `${number ?? ''}${symbol}`) ?? find(index, symbol)
    if (number !== null) yield evidence(index, 'header.number', list(found), named)
    yield evidence(index, 'header.symbol', list(found), named)
  }
  const dated = date === null ? null : findDay(index, date)
  // A place is a word of many sentences: that of the head stands right before the day.
  const placed = place === null ? null : dated === null ? find(index, place) : find(index, place, Math.max(0, dated.from - lettersOf(place).length))
  if (place !== null) yield evidence(index, 'header.place', list(placed))
  if (date !== null) yield evidence(index, 'header.date', list(dated), header.dateSource === undefined ? (date.length === 10 ? 1 : BELIEF.partly) : BELIEF.inferred)
  const titled = title === null ? null : find(index, title)
  if (docType !== null) yield evidence(index, 'header.docType', list(typeFound(index, docType, titled)), typeFound(index, docType, titled) === null ? BELIEF.inferred / BELIEF.absent : 1)
  if (title !== null) yield evidence(index, 'header.title', list(titled))
}

/** The line of the kind stands right above the title. */
function typeFound(index: LineIndex, docType: string, titled: Found | null): Found | null {
  const letters = lettersOf(docType)
  const at = titled === null ? index.letters.indexOf(letters) : index.letters.lastIndexOf(letters, titled.from)
  return at < 0 ? null : { from: at, to: at + letters.length, belief: BELIEF.printed }
}

function citationFound(index: LineIndex, basis: LegalBasis): readonly Found[] {
  const letters = lettersOf(basis.symbol === null ? (basis.subject ?? '') : `${basis.number ?? ''}${basis.symbol}`)
  const found: Found[] = []
  if (letters === '') return found
  for (let at = searchFor(index, letters, 0); at >= 0 && found.length < MOST_OCCURRENCES; at = searchFor(index, letters, at + 1)) {
    // “12/KH-UBND” is no part of “112/KH-UBND”.
    if (/\d/.test(letters.charAt(0)) && /\d/.test(index.letters.charAt(at - 1))) continue
    found.push({ from: at, to: at + letters.length, belief: BELIEF.printed })
  }
  return found
}

/** What a citation lacks makes it less sure that it was read whole. */
const completeness = (basis: LegalBasis): number => (basis.symbol !== null && basis.date === null && basis.issuer === null ? 0.85 : 1)

function* sectionEvidence(index: LineIndex, sections: readonly Section[], above: string, cursor: { at: number }): Generator<FieldEvidence> {
  for (const [at, section] of sections.entries()) {
    const field = `${above}.${at}`
    const found = find(index, `${section.label ?? ''}${section.title}`, cursor.at) ?? find(index, section.title, cursor.at)
    if (found !== null) cursor.at = found.from + 1
    if (section.title !== '' || section.label !== null) yield evidence(index, field, list(found), section.label === null ? 0.85 : 1)
    yield* sectionEvidence(index, section.children, field, cursor)
  }
}

/** “Action: words”: the action may stand elsewhere than the words. */
const findClause = (index: LineIndex, text: string): Found | null => find(index, text) ?? find(index, text.slice(text.indexOf(': ') + 2))

function* bodyEvidence(index: LineIndex, model: DocumentModel): Generator<FieldEvidence> {
  for (const [at, basis] of model.legalBases.entries()) yield evidence(index, `legalBases.${at}`, citationFound(index, basis), completeness(basis))
  for (const [at, clause] of model.preamble.entries()) yield evidence(index, `preamble.${at}`, list(find(index, clause)))
  if (model.lead !== null) yield evidence(index, 'lead', list(find(index, model.lead)))
  yield* sectionEvidence(index, model.sections, 'sections', { at: 0 })
  for (const [at, target] of model.targets.entries()) yield evidence(index, `targets.${at}`, list(find(index, target.text ?? target.subject)), target.unit === null ? 0.7 : 0.95)
  for (const [at, deadline] of model.deadlines.entries()) yield evidence(index, `deadlines.${at}`, list(findClause(index, deadline.text)), deadline.date.startsWith('text:') ? 0.6 : deadline.qualifier === null ? 0.85 : 0.95)
  for (const [at, { name }] of model.observances.entries()) yield evidence(index, `observances.${at}`, list(find(index, name)))
  for (const [at, { party }] of model.assignments.entries()) yield evidence(index, `assignments.${at}`, list(find(index, party)), 0.95)
  if (model.closing !== null) yield evidence(index, 'closing', list(find(index, model.closing)))
}

function* closingEvidence(index: LineIndex, { recipients, signer, secretary }: DocumentModel): Generator<FieldEvidence> {
  const head = index.letters.lastIndexOf('noinhan')
  const start = Math.max(0, head)
  for (const [at, recipient] of recipients.entries()) yield evidence(index, `recipients.${at}`, list(find(index, recipient, start) ?? find(index, recipient)))
  if (secretary?.position != null) yield evidence(index, 'secretary.position', list(find(index, secretary.position)))
  if (secretary?.name != null) yield evidence(index, 'secretary.name', list(find(index, secretary.name)))
  if (signer === null) return
  // The signature stands beside the recipients: a little before them in some files, after them in most.
  const from = Math.max(0, start - 400)
  const authority = signer.authority === null ? null : find(index, signer.authority, from)
  if (signer.authority !== null) yield evidence(index, 'signer.authority', list(authority))
  const after = authority?.to ?? from
  if (signer.position !== null) yield evidence(index, 'signer.position', list(find(index, signer.position, after) ?? find(index, signer.position, from)))
  if (signer.name !== null) yield evidence(index, 'signer.name', list(find(index, signer.name, after) ?? find(index, signer.name, from)))
}

/** Paragraphs and rows of tables in place of lines, for files that have none. */
export function linesOfBlocks(blocks: readonly Block[]): readonly SourceLine[] {
  return blocks.flatMap((block, at): readonly SourceLine[] => {
    const place = { page: block.page ?? null, line: at + 1, box: null }
    if (block.kind === 'table') return block.rows.map((row) => ({ text: row.join(' '), ...place }))
    return [{ text: `${block.marker ?? ''} ${block.text}`, ...place }]
  })
}

/** For every field that was found: where it stands and how far it is to be believed. Linear in the number of fields. */
export function evidenceOf(model: DocumentModel, lines: readonly SourceLine[]): readonly FieldEvidence[] {
  const index = indexLines(lines)
  return [...headerEvidence(index, model), ...bodyEvidence(index, model), ...closingEvidence(index, model)]
}
