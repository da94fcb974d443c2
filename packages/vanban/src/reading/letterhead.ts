import type { Header } from '../model.ts'
import { fold, isUpperCase, likeness, squeeze, withoutFinalPunctuation } from '../vietnamese.ts'
import { dateAt, isoDate } from './dates.ts'
import { readTypeLine } from './document-types.ts'
import { isText, type Entry } from './flow.ts'
import { readBullet, readLabel } from './labels.ts'
import { RECIPIENTS_HEAD } from './text-lines.ts'

/** The head of the document and where its text begins. */
export interface Head {
  readonly header: Header
  readonly next: number
  readonly typeLineAt: number | null
  /** Recipients that a form names at the head. */
  readonly recipients: readonly string[]
  /** The place and date stand before the text. */
  readonly dateAtHead: boolean
  /** “V/v …”, also where there is a title. */
  readonly regarding: string | null
  readonly hasNation: boolean
  /** The lines of number and of place and date as printed. */
  readonly numberLine: string | null
  readonly dateLine: string | null
}

const NATION = /(?:cong hoa xa hoi chu nghia viet nam|dang cong san viet nam)/
const MOTTO = /doc lap\s*-?\s*tu do\s*-?\s*hanh phuc/
/** The name of the state or the motto, also as a scanner garbles them. */
function isNation(line: string): boolean {
  const folded = fold(line)
  return NATION.test(folded) || MOTTO.test(folded) || likeness(line, 'cong hoa xa hoi chu nghia viet nam') > 0.6 || likeness(line, 'doc lap tu do hanh phuc') > 0.6
}

const ORG_HEADS = /^(?:ubnd|hdnd|ubmttq|uy ban|hoi dong|so |phong |truong |bo |ban |tong |lien doan|cong doan|dang uy|dang bo|chi bo|tinh uy|thanh uy|huyen uy|quan uy|doan |hoi |trung tam|cuc |vu |chi cuc|tieu ban|to |van phong|cong an|toa an|vien |dai hoc|hoc vien|khoa |cong ty|mat tran|thanh tra|nha )/
const ORG_OR_POST = new RegExp(`${ORG_HEADS.source}|^(?:giam doc|hieu truong|chu tich|truong |bo truong|thu tuong|tong |vien truong|chanh |cuc truong)`)
const PLACE_DATE = /^(\p{Lu}[\p{L}\s.'-]{1,40}?)\s*,\s*(ngày(?!\p{L}).{0,24}tháng(?!\p{L}).{0,12}năm(?!\p{L})\s*(?:\d{4})?)/iu
const SYMBOL = '[\\p{Lu}][\\p{L}\\d&.,]*(?:\\s?[-–]\\s?[\\p{Lu}\\d][\\p{L}\\d&.,]*)*'
const NUMBER_LINE = new RegExp(`^số(?:\\s*ký\\s*hiệu|\\s*hiệu)?\\s*[:.]?\\s*([^/]{0,16}?)\\s*/\\s*(?:(\\d{4})\\s*/\\s*)?(${SYMBOL}(?:/${SYMBOL})?)`, 'iu')
const PARTY_NUMBER = new RegExp(`^số(?:\\s*ký\\s*hiệu)?\\s*[:.]?\\s*(\\d{0,5}[a-zđ]?)\\s*[-–]\\s*([\\p{Lu}]{1,5}[\\p{L}]{0,3}\\s?/\\s?${SYMBOL})`, 'iu')
/** “Số:” as a scanner garbles it, with the symbol at the end of the line. */
const GARBLED_NUMBER = /^s\S{1,2}\s*:.{0,20}?\s(\S*[\p{Lu}]{2,}(?:-[\p{Lu}][\p{Lu},&.]*)+)/iu

interface NumberLine {
  readonly number: string | null
  readonly symbol: string
  readonly length: number
}

function readNumber(line: string): NumberLine | null {
  const party = PARTY_NUMBER.exec(line)
  if (party) return { number: party[1] || null, symbol: (party[2] ?? '').replace(/\s/g, ''), length: party[0].length }
  const match = NUMBER_LINE.exec(line)
  if (match) {
    const digits = /\d+\s?[a-zđ]?$/iu.exec((match[1] ?? '').trim())?.[0]?.replace(/\s/g, '') ?? null
    const symbol = (match[3] ?? '').replace(/\s?[-–]\s?/g, '-').replace(/[.,]+$/, '')
    return { number: digits === null ? null : match[2] ? `${digits}/${match[2]}` : digits, symbol, length: match[0].length }
  }
  const garbled = GARBLED_NUMBER.exec(line)
  return garbled ? { number: null, symbol: garbled[1] ?? '', length: garbled[0].length } : null
}

export interface PlaceDate {
  readonly place: string
  readonly date: string | null
  readonly printed: string
}

/** “Long Biên, ngày 11 tháng 3 năm 2026”, also with blanks; null when the line is none. */
export function readPlaceDate(line: string): PlaceDate | null {
  const match = PLACE_DATE.exec(line)
  if (!match) return null
  const [printed, place = '', words = ''] = match
  const [, day, month, year] = /ngày\D*?(\d{1,2})?\D*?tháng\D*?(\d{1,2})?\D*?năm\s*(\d{4})?/iu.exec(words) ?? []
  return { place: squeeze(place), date: isoDate(year, month, day), printed }
}

/** Lines of the letterhead as bodies: a line that begins like no body goes on with the name before it. */
function joinBodies(lines: readonly string[]): readonly string[] {
  const bodies: string[] = []
  for (const line of lines) {
    const before = bodies.at(-1)
    const opens = ORG_HEADS.test(`${fold(line)} `)
    const unfinished = before !== undefined && /(?:[-,]|\s(?:VÀ|CỦA|VỀ|NHÂN|GIÁO|QUỐC))$/u.test(before)
    if (before !== undefined && (!opens || unfinished)) bodies[bodies.length - 1] = `${before} ${line}`
    else bodies.push(line)
  }
  return bodies
}

const NO_BODY = /^(?:hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|du thao|ban sao|sao y)\b/

/** The line without the name of the state and its motto, which stand in the other column. */
function leftColumn(line: string): string {
  const folded = fold(line)
  const at = [NATION.exec(folded)?.index, MOTTO.exec(folded)?.index].filter((place) => place !== undefined)
  return (at.length > 0 ? line.slice(0, Math.min(...at)) : line).replace(/^[^\p{L}]+/u, '').trim()
}

/** The last line of the issuer, set on one line with place and date. */
const BESIDE_PLACE = /^((?:\p{Lu}{2,}[\s.-]+){2,}(?:\p{Lu}{2,})?)\s*(?=\p{Lu}\p{Ll}[\p{L}\s.'-]{0,38},\s*ngày(?!\p{L}).{0,24}tháng)/u

interface Letterhead {
  numberLine: string | null
  bodies: string[]
  number: NumberLine | null
  placeDate: PlaceDate | null
  regarding: string | null
}

function readLines(lines: readonly string[]): Letterhead {
  const found: Letterhead = { numberLine: null, bodies: [], number: null, placeDate: null, regarding: null }
  for (let i = 0; i < lines.length; i += 1) {
    let line = lines[i] ?? ''
    if (/^số\s*:?$/iu.test(line)) line = `${line} ${lines[(i += 1)] ?? ''}`
    const number = found.number ? null : readNumber(line)
    if (number) {
      found.number = number
      found.numberLine = squeeze(line.slice(0, number.length))
      line = line.slice(number.length).trim()
    }
    const beside = found.placeDate ? null : BESIDE_PLACE.exec(line)
    if (beside) {
      if (!found.number) found.bodies.push(squeeze(beside[1] ?? ''))
      line = line.slice(beside[0].length)
    }
    const placeDate = found.placeDate ? null : readPlaceDate(line)
    if (placeDate) found.placeDate = placeDate
    const regarding = /^(?:trích yếu\s*:?\s*)?v\/v\s*:?\s*(.+)$/iu.exec(line)?.[1] ?? (number || i === 0 ? undefined : /^(về (?:việc )?.+)$/iu.exec(line)?.[1])
    if (regarding !== undefined && found.number) found.regarding = found.regarding === null ? regarding : found.regarding
    const garbledNation = isNation(line) && !NATION.test(fold(line)) && !MOTTO.test(fold(line))
    const left = placeDate || number || regarding !== undefined || garbledNation ? '' : leftColumn(line)
    if (left !== '' && !found.number && isUpperCase(left) && !NO_BODY.test(fold(left))) found.bodies.push(left)
  }
  return found
}

const PREAMBLE_START = /^(?:căn cứ|theo |thực hiện\b.{0,60}?\d|xét |để |nhằm |trong |sau |do |trên cơ sở|kính gửi|tiếp tục thực hiện\b.{0,60}?\d|ngày \d)/iu
const CAPTION = /^\(\s*(?:ban hành |đính )?kèm theo/iu

/** “… (Ban hành kèm theo Quyết định số …)” set on the lines of the title. */
const WITH_CAPTION = /\s*\((?:ban hành |đính )?kèm theo[^)]*\)?$/iu

/** “Địa điểm: Phòng hội đồng”: the fields at the head of minutes. */
const FIELD = /^\p{Lu}[\p{L}\s,]{2,40}:(?:\s|$)/u

/** How many entries after the type line are the title: the first, and what it was broken into. */
function titleLength(entries: readonly Entry[], from: number, decides: boolean): number {
  const [first] = entries.slice(from, from + 1)
  if (!isText(first) || /^(?:căn cứ|kính gửi)/iu.test(first.text) || readLabel(first.text) || readBullet(first.text)) return 0
  if (/;$/.test(first.text) || (PREAMBLE_START.test(first.text) && first.text.length > 250 && !isUpperCase(first.text))) return 0
  let end = from + 1
  for (; end < from + 5; end += 1) {
    const entry = entries[end]
    const before = entries[end - 1]
    if (!isText(entry) || !isText(before)) break
    const { text } = entry
    const isCapitals = isUpperCase(text)
    if (FIELD.test(text) || CAPTION.test(text) || (PREAMBLE_START.test(text) && !isCapitals) || readLabel(text) || readBullet(text) || /[.;:]$/.test(text) || text.length > 160) break
    if (isCapitals !== isUpperCase(before.text)) break
    // In a decision the issuer stands in capitals below the title.
    if (decides && isCapitals && ORG_HEADS.test(`${fold(text)} `)) break
    if (/[.;:]$/.test(before.text) || readPlaceDate(text)) break
  }
  return end - from
}

function readAddressees(entries: readonly Entry[], from: number): { readonly lines: readonly string[]; readonly next: number } {
  const head = entries[from]
  const rest = isText(head) ? /^kính gửi\s*:?\s*(.*)$/iu.exec(head.text)?.[1] : undefined
  if (rest === undefined) return { lines: [], next: from }
  const clean = (text: string): string => withoutFinalPunctuation(squeeze(text.replace(/^[-–+•]\s*/, '').replace(/[\s,;.-]+$/, '')))
  const lines = rest.split(/;\s*(?:-\s*)?/).map(clean).filter((line) => line !== '')
  let next = from + 1
  for (let entry = entries[next]; isText(entry) && readBullet(entry.text); entry = entries[next]) {
    lines.push(clean(entry.text))
    next += 1
  }
  return { lines, next }
}

/** “NƠI NHẬN: A; B; Lưu: VT” among the fields at the head of a form, with the text still to come. */
function readListedRecipients(entries: readonly Entry[], from: number): { readonly recipients: readonly string[]; readonly next: number } {
  const [entry, after] = [entries[from], entries[from + 1]]
  const head = isText(entry) ? RECIPIENTS_HEAD.exec(entry.text) : null
  if (!isText(entry) || !head || !isText(after) || !/^nội dung\s*:?$/iu.test(after.text)) return { recipients: [], next: from }
  const names = entry.text.slice(head[0].length).split(';').map((name) => withoutFinalPunctuation(squeeze(name)))
  return { recipients: names.filter((name) => name !== ''), next: from + 1 }
}

const FURTHEST_TYPE_LINE = 45

/** Lines of the left column, read before the name of the state. */
const LONGEST_COLUMN = 9

/** The first line of the left column: of what stands before its last four lines only an unbroken run of capitals that opens with a body. */
function firstOfHead(lines: readonly string[], nationAt: number): number {
  if (nationAt <= 4) return 0
  let first = nationAt - 4
  for (let at = nationAt - 1; at >= 0 && nationAt - at <= LONGEST_COLUMN; at -= 1) {
    const line = lines[at] ?? ''
    if (!isUpperCase(line) && readNumber(line) === null && !/^v\/v\s/iu.test(line)) break
    if (at < first && ORG_HEADS.test(`${fold(line)} `)) first = at
  }
  return first
}

/** Where the letterhead begins: a web page may set a box of data before it. */
function startOfLetterhead(entries: readonly Entry[]): number {
  const nation = entries.findIndex((entry, i) => i < 120 && isText(entry) && NATION.test(fold(entry.text)))
  if (nation < 0) return 0
  let start = nation
  while (start > 0 && nation - start < LONGEST_COLUMN) {
    const before = entries[start - 1]
    if (!isText(before) || !(isUpperCase(before.text) || readNumber(before.text) || /^v\/v\s/iu.test(before.text))) break
    start -= 1
  }
  return start
}

function findTypeLine(entries: readonly Entry[], from: number): number | null {
  for (let i = from; i < Math.min(entries.length, from + FURTHEST_TYPE_LINE); i += 1) {
    const entry = entries[i]
    if (!isText(entry)) continue
    if (readLabel(entry.text) || /^(?:căn cứ|thực hiện|kính gửi)/iu.test(entry.text)) return null
    const line = readTypeLine(entry.text)
    if (line && (line.rest === '' || !isUpperCase(line.rest) || i === 0 || line.rest.split(' ').length > 2)) return i
  }
  return null
}

/** Where the text begins when no line names the kind: after the last line of the letterhead. */
function endOfLetterhead(entries: readonly Entry[], from: number): number {
  let end = from
  for (let i = from; i < Math.min(entries.length, from + 25); i += 1) {
    const entry = entries[i]
    if (!isText(entry) || readLabel(entry.text) || /^(?:căn cứ|thực hiện|kính gửi|nội dung\s*:)/iu.test(entry.text)) break
    if (isNation(entry.text) || readNumber(entry.text) || readPlaceDate(entry.text) || /v\/v/i.test(entry.text) || (end === i && i > from && /^về\s/iu.test(entry.text))) end = i + 1
  }
  return end
}

const DECIDES = /^(?:Quyết định|Nghị quyết)$/u

/** Who decides stands in capitals between title and bases. */
function capitalLines(entries: readonly Entry[], from: number): readonly string[] {
  const lines: string[] = []
  for (let entry = entries[from]; isText(entry) && lines.length < 3 && isUpperCase(entry.text) && !readLabel(entry.text) && readTypeLine(entry.text) === null && !/:$/.test(entry.text); entry = entries[from + lines.length]) lines.push(entry.text)
  return ORG_OR_POST.test(fold(lines[0] ?? '')) ? lines : []
}

/** The letterhead, the kind and the title of the document. */
export function readHead(entries: readonly Entry[]): Head {
  const start = startOfLetterhead(entries)
  const typeLineAt = findTypeLine(entries, start)
  const headEnd = typeLineAt ?? endOfLetterhead(entries, start)
  const lines = entries.slice(start, headEnd).flatMap((entry) => (isText(entry) ? [entry.text] : []))
  const nationAt = lines.findIndex(isNation)
  const found = readLines(lines.slice(firstOfHead(lines, nationAt)))
  const bodies = joinBodies(found.bodies)
  const issuer = bodies.at(-1) ?? null

  const typeEntry = typeLineAt === null ? undefined : entries[typeLineAt]
  const typeLine = isText(typeEntry) ? readTypeLine(typeEntry.text) : null
  let next = headEnd
  let titleLines: string[] = []
  if (typeLine) {
    const length = titleLength(entries, headEnd + 1, DECIDES.test(typeLine.type))
    titleLines = entries.slice(headEnd + 1, headEnd + 1 + length).flatMap((entry) => (isText(entry) ? [entry.text] : []))
    if (typeLine.rest !== '') titleLines.unshift(typeLine.rest)
    next = headEnd + 1 + length
  }
  const decider = typeLine !== null && DECIDES.test(typeLine.type) ? capitalLines(entries, next) : []
  next += decider.length
  const title = squeeze(titleLines.join(' ')).replace(/^v\/v:?\s*/iu, '').replace(WITH_CAPTION, '') || found.regarding

  const caption = entries[next]
  if (isText(caption) && CAPTION.test(caption.text)) next += 1
  const addressees = readAddressees(entries, next)
  const listed = readListedRecipients(entries, addressees.next)
  return {
    header: {
      issuer,
      parentIssuer: bodies.length > 1 ? (bodies.at(-2) ?? null) : null,
      number: found.number?.number ?? null,
      symbol: found.number?.symbol ?? null,
      place: found.placeDate?.place ?? null,
      date: found.placeDate?.date ?? null,
      docType: typeLine?.type ?? (found.regarding === null ? null : 'Công văn'),
      title: title === null ? null : withoutFinalPunctuation(title),
      ...(decider.length > 0 ? { decider: decider.join(' ') } : {}),
      ...(addressees.lines.length > 0 ? { addressees: addressees.lines } : {}),
    },
    next: listed.next,
    recipients: listed.recipients,
    typeLineAt,
    dateAtHead: found.placeDate !== null,
    regarding: found.regarding,
    hasNation: nationAt >= 0,
    numberLine: found.numberLine,
    dateLine: found.placeDate?.printed ?? null,
  }
}

export interface AppendixCaption {
  readonly number: string | null
  readonly symbol: string
  readonly date: string | null
  readonly printed: string
}

const CAPTION_NUMBER = new RegExp(`kèm theo\\s+([\\p{L}\\s]{3,40}?)\\s*số\\s*:?\\s*(\\d{0,5}[a-zđ]?)\\s*/\\s*(${SYMBOL})`, 'iu')

/** “(Kèm theo Kế hoạch số 72/KH-MNHH ngày 11/3/2025 …)”: the document's own number where the letterhead is lost. */
export function readCaption(text: string, docType: string | null): AppendixCaption | null {
  if (!CAPTION.test(text)) return null
  const match = CAPTION_NUMBER.exec(text)
  if (!match || (docType !== null && fold(squeeze(match[1] ?? '')) !== fold(docType))) return null
  const date = dateAt(text.slice(match.index + match[0].length))
  return { number: match[2] || null, symbol: (match[3] ?? '').replace(/\s/g, ''), date: date?.iso ?? null, printed: text }
}
