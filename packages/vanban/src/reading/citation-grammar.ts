import { fold, squeeze } from '../vietnamese.ts'
import { dateAt, yearAt } from './dates.ts'
import { TYPE_NAMES, typeNamedBy, typeOfSymbol } from './document-types.ts'
import { knownLawNameLength } from './law-names.ts'

/** One place in a text where a document is cited. */
export interface Citation {
  readonly type: string
  readonly number: string | null
  readonly symbol: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly subject: string | null
  /** From the name of the kind to the end of number, date and issuer; the subject comes after. */
  readonly start: number
  readonly end: number
  readonly subjectEnd: number
  /** Number and symbol as printed, with “số” and spaces. */
  readonly printed: string
}

const SYLLABLES = TYPE_NAMES.map((name) => name.replace(/\s/g, '\\s+')).join('|')
const PART = '[\\p{Lu}][\\p{L}\\d&.]*'
const SYMBOL = `${PART}(?:\\s?[-–]\\s?[\\p{Lu}\\d][\\p{L}\\d&.]*)*(?:/${PART}(?:-[\\p{Lu}\\d][\\p{L}\\d&.]*)*)?`
const PARTY = 'NQ|CT|KL|QĐ|QD|HD|KH|CTr|CTr?HĐ|TT|QĐi|BC|TB|CV|ĐA|TTr|QC'
/**
 * Number and symbol: “331/KH-UBND”, “06/2022/TT-BTTTT”, “85/2015/QH13”, “21-CT/TW” (party; a scanner reads the stroke as I or l),
 * and the blank number of a draft: “số /KH-SGDĐT”.
 */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d/.,-])(?:(\\d{1,5}[a-zđ]?)\\s?[-–]\\s?((?:${PARTY}))\\s?(?:/\\s?|[Il|!](?=T[WU]))(${PART}(?:-${PART})*)` +
    `|(\\d{1,5}[a-zđ]?)\\s?/\\s?(?:((?:19|20)\\d{2})\\s?/\\s?)?(?![\\p{Lu}]{1,3}\\d*\\s?-\\s?\\d)(${SYMBOL})` +
    `|(?<=số[\\s.…:]{1,12})/\\s?(${SYMBOL}))`,
  'gu',
)
const TYPE_BEFORE = new RegExp(`(?<![\\p{L}])(${SYLLABLES})((?:\\s+[\\p{L},]+){0,16}?)\\s*(?:[,:]\\s*)?(?:[Ss]ố\\s*:?\\s*|[Ss][6a]\\s+)?$`, 'iu')
const LIST_BEFORE = /(?:^|[,;:]|\svà)\s*[Ss]ố\s*:?\s*$/u
const JUST_NUMBER = /[Ss]ố\s*:?\s*$/u

/** Verbs that begin the subject right after date or issuer. */
const SUBJECT_VERBS =
  'quy định|Quy định|ban hành|Ban hành|phê duyệt|Phê duyệt|hướng dẫn|Hướng dẫn|sửa đổi|Sửa đổi|triển khai|Triển khai|thực hiện|Thực hiện|điều chỉnh|Điều chỉnh|bổ sung|kết luận|Kết luận|phân bổ|công bố|Công bố|thành lập|tăng cường|Tăng cường|đẩy mạnh|Đẩy mạnh|tiếp tục|tổng hợp|tổ chức thực hiện|phát động|giao|kiện toàn|tuyên truyền|Tuyên truyền|tổng kết|sơ kết|đính chính|thông qua|phối hợp|Hành động'
const SUBJECT_START = new RegExp(`^\\s*,?\\s*(?:(về việc|về|Về việc|Về|V/v)\\s*:?\\s+(?=\\S)|v[@~](?=["“])|(?=(?:${SUBJECT_VERBS})(?:[\\s,]|$))|(?=[“"]))`, 'u')
const ISSUER_STOP = new RegExp(`[;:.(“"\\[]|\\s(?:về|Về|V/v|tại|để|nhằm|do|theo|vào|trong|đã|được|là|đối với|${SUBJECT_VERBS})(?=[\\s,]|$)|\\svà\\s+(?=\\p{Ll})|,(?!\\s*\\p{Lu})|(?:,|\\svà)\\s+(?:các\\s+)?(?=(?:${SYLLABLES})(?:\\s|$))`, 'u')

interface Issuer {
  readonly name: string
  readonly length: number
}

/** “của X” right at the beginning of the text. */
function issuerAt(text: string): Issuer | null {
  const opening = /^\s*,?\s*(?:của|cua|giữa|do)\s+(?=[\p{Lu}]|liên|các|ngành)/u.exec(text)
  if (!opening) return null
  const rest = text.slice(opening[0].length, opening[0].length + 220)
  const stop = ISSUER_STOP.exec(rest)
  const name = squeeze(rest.slice(0, stop ? stop.index : rest.length)).replace(/[\s,]+$/, '')
  if (name === '' || name.length > 160) return null
  return { name, length: opening[0].length + (stop ? stop.index : rest.length) }
}

/** “hướng dẫn của X tại Công văn số …”: the issuer stands before. */
function issuerBefore(text: string): string | null {
  const match = /(?:^|\s)của\s+([\p{Lu}][^;:.()“”"]{2,80}?)\s+tại\s+(?:các\s+)?$/u.exec(text)
  return match ? squeeze(match[1] ?? '') : null
}

const LONGEST_SUBJECT = 600

/** Where a subject ends: the clause, the sentence, or the next document of the list; closing brackets and quotes count. */
function subjectLength(text: string): number {
  let depth = 0
  let quoted = false
  const limit = Math.min(text.length, LONGEST_SUBJECT)
  for (let i = 0; i < limit; i += 1) {
    const letter = text.charAt(i)
    // A quote that is never closed ends nowhere: it must not swallow the next document.
    if (letter === '“') quoted = closes(text, i, limit)
    else if (letter === '”') quoted = false
    else if (letter === '(') depth += 1
    else if (letter === ')') {
      if (depth === 0) return i
      depth -= 1
    } else if (quoted || depth > 0) continue
    else if (letter === ';') return i
    else if (letter === '.' && /^\.(?:\s+[\p{Lu}“"]|\s*$|\/\.)/u.test(text.slice(i, i + 4))) return i
    else if (letter === ',' && NEXT_DOCUMENT.test(text.slice(i + 1, i + 60))) return i
    else if (letter === 'v' && /^và\s/.test(text.slice(i, i + 3)) && NEXT_DOCUMENT.test(text.slice(i + 2, i + 60))) return i
  }
  return limit
}

function closes(text: string, at: number, limit: number): boolean {
  const end = text.indexOf('”', at)
  const again = text.indexOf('“', at + 1)
  return end >= 0 && end < limit + 200 && (again < 0 || end < again)
}

const NEXT_DOCUMENT = new RegExp(`^\\s+(?:các\\s+)?(?:${SYLLABLES})\\s+(?:số\\s*)?\\d`, 'u')

function subjectAt(text: string): { readonly subject: string; readonly length: number } | null {
  const opening = SUBJECT_START.exec(text)
  if (!opening) return null
  const rest = text.slice(opening[0].length)
  const length = subjectLength(rest)
  const subject = squeeze(rest.slice(0, length)).replace(/[\s,]+$/, '')
  return subject === '' ? null : { subject, length: opening[0].length + length }
}

interface Named {
  readonly type: string
  readonly start: number
  /** The name of a law that stands between “Luật” and its number. */
  readonly name: string | null
}

function nameBefore(text: string, numberAt: number, symbol: string, previous: string | null): Named {
  const from = Math.max(0, numberAt - 150)
  const before = text.slice(from, numberAt)
  const match = lastType(before)
  if (match) {
    const type = typeNamedBy(match.type) ?? match.type
    return { type, start: from + match.at, name: match.words === '' ? null : match.words }
  }
  const listed = LIST_BEFORE.exec(before) ?? JUST_NUMBER.exec(before)
  const fallback = typeOfSymbol(symbol) ?? (LIST_BEFORE.test(before) ? previous : null) ?? 'Công văn'
  return { type: fallback, start: listed ? from + listed.index + (/^[,;:\s]*(?:và\s*)?/u.exec(listed[0])?.[0].length ?? 0) : numberAt, name: null }
}

function lastType(before: string): { readonly type: string; readonly at: number; readonly words: string } | null {
  // From the right: the nearest name of a kind with nothing but the name of a law between it and the number.
  const tail = /[;.:(“"”)]\s*(?=[^;.:(“"”)]*$)/u.exec(before.replace(/:\s*(?=[Ss]?ố?\s*$)/u, '  '))
  const from = tail ? tail.index + tail[0].length : 0
  const clause = before.slice(from)
  for (let words = clause.search(/\S/); words >= 0; ) {
    const match = TYPE_BEFORE.exec(clause.slice(words))
    if (!match) return null
    const at = words + match.index
    const between = squeeze((match[2] ?? '').replace(/,\s*$/, ''))
    const later = clause.slice(at + (match[1] ?? '').length).search(new RegExp(`(?<!\\p{L})(?:${SYLLABLES})(?!\\p{L})`, 'u'))
    if (later >= 0 && !/^(?:Luật|Bộ luật|Pháp lệnh)/iu.test(match[1] ?? '')) {
      words = at + (match[1] ?? '').length + later
      continue
    }
    if (later >= 0) {
      words = at + (match[1] ?? '').length + later
      const nearer = TYPE_BEFORE.exec(clause.slice(words))
      if (nearer) continue
    }
    const law = /^(?:Luật|Bộ luật|Pháp lệnh)$/iu.test(match[1] ?? '')
    if (between !== '' && !law) return /^(?:liên tịch|liên ngành|của|mới|này)$/iu.test(between) ? { type: match[1] ?? '', at: from + at, words: '' } : null
    if (between !== '' && !/^\p{Lu}|^sửa đổi/u.test(between)) return null
    return { type: match[1] ?? '', at: from + at, words: between }
  }
  return null
}

/** Every numbered document that the text cites, in order. */
export function findNumbered(text: string): readonly Citation[] {
  const found: Citation[] = []
  let previous: string | null = null
  for (const match of text.matchAll(NUMBER)) {
    const [printed, partyNumber, partyType, partyBody, plainNumber, year, plainSymbol, blankSymbol] = match
    const tidy = (symbol: string): string => symbol.replace(/\s?[-–]\s?/g, '-').replace(/[.,]+$/, '')
    const symbol = partyType !== undefined ? `${partyType}/${tidy(partyBody ?? '')}` : tidy(plainSymbol ?? blankSymbol ?? '')
    // “Mẫu số 03/HNMT” is a form, no document.
    if (/(?:mẫu|biểu|phiếu|mã)\s*(?:số\s*)?$/iu.test(text.slice(Math.max(0, match.index - 14), match.index))) continue
    // “8/KH” in running text is a symbol without a body; “01/HS” and the like are no documents at all.
    if (!/[-/]/.test(symbol) && !/^(?:QH|UBTVQH)\d+$/.test(symbol) && typeOfSymbol(symbol) === null && !JUST_NUMBER.test(text.slice(0, match.index))) continue
    const number = partyNumber ?? (plainNumber === undefined ? null : year === undefined ? plainNumber : `${plainNumber}/${year}`)
    const named = nameBefore(text, match.index, symbol, previous)
    previous = named.type
    let end = match.index + printed.replace(/[.,]+$/, '').length
    const date = dateAt(text.slice(end, end + 60)) ?? yearAt(text.slice(end, end + 20))
    const numberEnd = end
    if (date) end += date.length
    const issuer = issuerAt(text.slice(end, end + 260))
    if (issuer) end += issuer.length
    // “… của Bộ Y tế ngày 5/6/2020”: the date after the issuer.
    const late = date === null && issuer ? dateAt(text.slice(end, end + 60)) : null
    if (late) end += late.length
    const subject = subjectAt(text.slice(end, end + LONGEST_SUBJECT + 80))
    found.push({
      type: named.type,
      number,
      symbol,
      date: date?.iso ?? late?.iso ?? null,
      issuer: issuer?.name ?? issuerBefore(text.slice(Math.max(0, named.start - 140), named.start)),
      subject: named.name !== null ? `${named.type} ${named.name}` : (subject?.subject ?? null),
      start: named.start,
      end,
      subjectEnd: end + (subject?.length ?? 0),
      printed: squeeze(text.slice(named.start, numberEnd)),
    })
  }
  return found
}

const LAW = /(?<![\p{L}]|(?:[Pp]háp|PHÁP|[Kk]ỷ|KỶ|[Qq]uy|QUY|[Đđ]ịnh)\s)(Bộ luật|Luật|Pháp lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH|Lu[a~ậ]t)\s+(?=(?:\p{Lu}|sửa đổi))(?!TRÊN |TRONG |VÀ |CỦA |CHO |THEO )/gu
const NAME_STOP =
  /[;:.(“"”)\[]|,|\s(?:và|hoặc|các|trên|về|theo|được|bằng|tại|cho|của|đến|trong|thuộc|ngày|quy định|có|đã|là|để|nhằm|phù hợp|bảo đảm|đảm bảo|bao gồm|với|số|này|tới|do|từ|khi|năm(?!\s+\d{4})|hiện hành|cơ sở|\d)(?=\s|$)/u

/** Laws that are cited by name alone, in order. */
export function findLaws(text: string): readonly Citation[] {
  const found: Citation[] = []
  for (const match of text.matchAll(LAW)) {
    const start = match.index
    const nameAt = start + match[0].length
    const rest = text.slice(nameAt, nameAt + 260)
    let length = knownLawNameLength(rest)
    if (length === 0) {
      const amending = /^sửa đổi, bổ sung một số điều của (?:các\s+)?(?:Luật|Bộ luật|Pháp lệnh)\s+/iu.exec(rest)
      const from = amending?.[0].length ?? 0
      const inner = rest.slice(from)
      const known = knownLawNameLength(inner)
      const stop = NAME_STOP.exec(inner)
      length = from + (known > 0 ? known : stop ? stop.index : inner.length)
      if (amending) length += furtherLaws(rest.slice(length))
    }
    const name = squeeze(rest.slice(0, length)).replace(/[\s,]+$/, '')
    if (name === '' || /^(?:sư|gia|sửa đổi)$/iu.test(name)) continue
    const year = /^\s*(?:năm\s*)?((?:19|20)\d{2})(?!\s*[-–\d])/u.exec(text.slice(nameAt + length, nameAt + length + 14))
    const inName = /\s((?:19|20)\d{2})$/.exec(name)
    const end = nameAt + length + (year?.[0].length ?? 0)
    const date = dateAt(text.slice(end, end + 50))
    found.push({
      type: lawType(match[1] ?? 'Luật'),
      number: null,
      symbol: null,
      date: date?.iso ?? year?.[1] ?? inName?.[1] ?? null,
      issuer: null,
      subject: squeeze(`${lawType(match[1] ?? 'Luật')} ${name}${year && /^\s*\d/.test(year[0]) ? ` ${year[1]}` : ''}`),
      start,
      end: end + (date?.length ?? 0),
      subjectEnd: end + (date?.length ?? 0),
      printed: squeeze(text.slice(start, end)),
    })
  }
  return found
}

/** “… của Luật Phòng, chống thiên tai và Luật Đê điều”: the name goes on with the other laws that it amends. */
function furtherLaws(rest: string): number {
  const match = /^(?:,|\svà)\s+(?:Luật|Bộ luật)\s+/u.exec(rest)
  if (!match) return 0
  const known = knownLawNameLength(rest.slice(match[0].length))
  if (known === 0) return 0
  const length = match[0].length + known
  return length + furtherLaws(rest.slice(length))
}

function lawType(printed: string): string {
  const folded = fold(printed)
  if (folded.startsWith('bo')) return 'Bộ luật'
  return folded.startsWith('phap') ? 'Pháp lệnh' : 'Luật'
}
