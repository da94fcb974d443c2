import type { LegalBasis } from '../model.ts'
import { countWords, fold, isUpperCase, squeeze } from '../vietnamese.ts'
import { dateAt } from './dates.ts'
import { findLaws, findNumbered, type Citation } from './citation-grammar.ts'
import { fullLawName } from './law-names.ts'

/** A citation and the paragraph in which it stands. */
export interface Cited extends Citation {
  readonly role: 'basis' | 'mention'
  readonly nested: boolean
  readonly paragraph: string
  readonly inPreamble: boolean
}

/** The next document of the clause's own list. */
const LISTED = /(?:^|[;,]|\svà)\s*(?:các\s+)?(?:căn cứ|thực hiện|theo|và|tiếp tục thực hiện)?\s*(?:các\s+)?(?:nội dung(?: tại)?\s+)?$/iu
const CARRIES_OUT = /(?:thực hiện|triển khai|thi hành|theo|tại|bởi|kèm theo|một số điều của|thay thế|hướng dẫn|quy định của|điều của|hợp nhất)\s+(?:các\s+|một số\s+)?$/iu
const OPENING = /^\s*(?:[-–+]\s*)?(?:căn cứ(?: vào)?|thực hiện(?: hành)?|tiếp tục thực hiện|theo|triển khai(?: thực hiện)?|xét|trên cơ sở|để (?:triển khai )?thực hiện)?\s*(?:các\s+)?(?:nội dung\s+)?(?:hướng dẫn\s+|quy định\s+|chỉ đạo\s+)?(?:(?:tại|của|theo|về)\s.{0,60}?)?$/iu

function isOpen(text: string): boolean {
  const opened = text.match(/[(“]/g)?.length ?? 0
  const closed = text.match(/[)”]/g)?.length ?? 0
  return opened > closed
}

/** Letters before a citation that may say what it is cited for. */
const FAR = 1500

/** Whether a document stands in the clause in its own right or only inside what is said of another. */
function stands(clause: string, citation: Citation, before: Cited | undefined): boolean {
  if (before === undefined) return OPENING.test(clause.slice(0, citation.start)) || countWords(clause.slice(0, citation.start)) <= 8 || /;\s*(?:và\s+)?$/u.test(clause.slice(0, citation.start)) || /(?:căn cứ|thực hiện|theo)[^;]{0,60}$/iu.test(clause.slice(0, citation.start))
  if (citation.start < before.end) return false
  const said = clause.slice(Math.max(before.end, citation.start - FAR), citation.start)
  const own = clause.slice(Math.max(0, citation.start - FAR), citation.start)
  if (isOpen(own.slice(Math.max(0, own.lastIndexOf(';'))))) return false
  if (/;/.test(said) && (LISTED.test(said.slice(said.lastIndexOf(';'))) || /;\s*(?:căn cứ|thực hiện|theo|trên cơ sở)[^;]{0,90}$/iu.test(said))) return true
  if (CARRIES_OUT.test(said)) return false
  // “… của Ban Thường vụ Tỉnh ủy và Kế hoạch số …”: the list goes on as it began.
  return LISTED.test(said) && before.role === 'basis'
}

/** Both kinds in one order; a law within the name of another, or cited with its number, is not cited by name. */
function inOrder(numbered: readonly Citation[], laws: readonly Citation[]): readonly Citation[] {
  const kept: Citation[] = []
  let lawsEnd = 0
  let numberedLawEnd = 0
  // At the same place the numbered citation comes first.
  for (const citation of [...numbered, ...laws].sort((a, b) => a.start - b.start || (a.symbol === null ? 1 : 0) - (b.symbol === null ? 1 : 0))) {
    const byName = citation.symbol === null
    if (byName && (citation.start < lawsEnd || citation.start < numberedLawEnd)) continue
    if (byName) lawsEnd = citation.end
    else if (citation.type === 'Luật') numberedLawEnd = citation.end
    kept.push(citation)
  }
  return kept
}

/** Every citation of one paragraph, in order. */
export function citeParagraph(paragraph: string, inPreamble: boolean): readonly Cited[] {
  const numbered = findNumbered(paragraph)
  const cited: Cited[] = []
  for (const citation of inOrder(numbered, findLaws(paragraph))) {
    const before = cited.at(-1)
    const own = inPreamble && stands(paragraph, citation, before)
    const nested = !own && before !== undefined && (inPreamble || isNested(paragraph, citation, before))
    cited.push({ ...citation, role: own ? 'basis' : 'mention', nested, paragraph, inPreamble })
  }
  return cited
}

function isNested(paragraph: string, citation: Citation, before: Cited): boolean {
  return citation.start < before.subjectEnd || CARRIES_OUT.test(paragraph.slice(before.end, citation.start))
}

const BODY = /^(?:UBND|HĐND|Ủy ban|Uỷ ban|Sở|Phòng|Bộ|Chính phủ|Thủ tướng|Tỉnh ủy|Thành ủy|Hội|Ban|Trường|Liên đoàn|Công đoàn|Đảng ủy|Quốc hội|Huyện ủy|Đoàn|Trung ương)/u

const ISSUES = /^(?:Ban |Quốc hội|Chính phủ|Thủ tướng|Bộ |Liên |Tổng )/u

/** A row of a list of documents: one cell has the number, others the day, who issued it and what it is about. */
function citeRow(row: readonly string[]): readonly Cited[] {
  const cells = row.map(squeeze)
  const cited = cells.map((cell) => citeParagraph(cell, false))
  const at = cited.findIndex(([first]) => first !== undefined && first.number !== null)
  const only = cited[at]?.[0]
  if (only === undefined || cited.flat().length !== 1 || only.start > 3 || only.end < (cells[at] ?? '').length - 3) return cited.flat()
  const beside = cells.filter((cell, i) => i !== at && countWords(cell) > 1)
  const issuer = beside.find((cell) => countWords(cell) <= 12 && (BODY.test(cell) || ISSUES.test(cell)))
  const subject = beside.filter((cell) => cell !== issuer && /^\p{L}/u.test(cell)).sort((a, b) => b.length - a.length)[0]
  const day = cells.map((cell) => (countWords(cell) <= 7 ? dateAt(cell) : null)).find((found) => found !== null)
  return [{ ...only, date: only.date ?? day?.iso ?? null, issuer: only.issuer ?? issuer ?? null, subject: only.subject ?? subject ?? null }]
}

/** Citations in a table: the cells beside the number may name day, issuer and subject. */
export function citeTable(rows: readonly (readonly string[])[]): readonly Cited[] {
  return rows.every((row) => row.length < 2) ? citeFlatTable(rows) : rows.flatMap(citeRow)
}

/** A table of which the extraction has left one cell after the other. */
function citeFlatTable(rows: readonly (readonly string[])[]): readonly Cited[] {
  const cells = rows.flatMap((row) => row).map(squeeze)
  return cells.flatMap((cell, i) => {
    const cited = citeParagraph(cell, false)
    const [only] = cited
    if (cited.length !== 1 || !only || only.number === null || only.end < cell.length - 3) return cited
    const [far = '', near = ''] = [cells[i - 2], cells[i - 1]]
    const body = BODY.test(far) && far.split(' ').length === 1 ? `${far} ${near}` : near
    const next = cells[i + 1] ?? ''
    const subject = next.split(' ').length < 3 ? `${next} ${cells[i + 2] ?? ''}` : next
    return [{ ...only, issuer: only.issuer ?? (BODY.test(body) ? body : null), subject: only.subject ?? (/^\p{Lu}/u.test(subject) && !/\d\s*\//.test(subject) ? squeeze(subject) : null) }]
  })
}

const keyOf = (citation: Citation): string =>
  citation.number === null && citation.symbol === null ? `law ${lawKey(citation.subject ?? '')}` : `${citation.number ?? ''}/${citation.symbol ?? ''}`.toLocaleLowerCase('vi')

function lawKey(name: string): string {
  return fold(name).replace(/[^a-z0-9 ]/g, '').replace(/^(?:bo luat|luat|phap lenh) /, '').replace(/\s+(?:nam\s+)?\d{4}$/, '').replace(/\s+/g, ' ').trim()
}

/** “Luật Bầu cử” counts for “Luật Bầu cử đại biểu Quốc hội …” where that stands in the same document. */
function resolveShortLaws(cited: readonly Cited[]): ReadonlyMap<string, string> {
  const names = [...new Set(cited.filter((citation) => citation.number === null && citation.symbol === null).map((citation) => lawKey(citation.subject ?? '')))]
  const numbered = cited.filter((citation) => citation.symbol !== null && /^luật/iu.test(citation.subject ?? '')).map((citation) => ({ name: lawKey(citation.subject ?? ''), key: keyOf(citation) }))
  const aliases = new Map<string, string>()
  for (const name of names) {
    const twin = numbered.find((law) => law.name === name || law.name.startsWith(`${name} `))
    const longer = names.find((other) => other !== name && other.startsWith(`${name} `) && fullLawName(name) !== null)
    const shorter = names.find((other) => other !== name && name.startsWith(`${other} `) && other.includes(' ') && fullLawName(other) === null)
    if (twin) aliases.set(`law ${name}`, twin.key)
    else if (longer ?? shorter) aliases.set(`law ${name}`, `law ${longer ?? shorter ?? ''}`)
  }
  return aliases
}

function merge(all: readonly Cited[]): LegalBasis {
  const [printedFirst] = all as readonly [Cited, ...Cited[]]
  // A title in capitals prints “CT-TTG” and the names of laws in capitals.
  const first = all.find((citation) => !isUpperCase(citation.paragraph)) ?? printedFirst
  const role = all.some((citation) => citation.role === 'basis') ? 'basis' : 'mention'
  const pick = (field: 'date' | 'issuer' | 'subject'): string | null => (first[field] ?? all.find((citation) => citation[field] !== null)?.[field]) ?? null
  return {
    type: first.type,
    number: first.number,
    symbol: first.symbol,
    date: pick('date'),
    issuer: pick('issuer'),
    subject: pick('subject'),
    role,
    occurrences: all.length,
    ...(role === 'mention' && all.every((citation) => citation.nested) ? { nested: true } : {}),
  }
}

/** The documents that the clauses of a preamble cite (“Căn cứ …”, one a text), each once, in order. No document stands on itself. */
export function citedInPreamble(clauses: readonly string[]): readonly LegalBasis[] {
  return mergeCitations(clauses.flatMap((clause) => citeParagraph(clause, true)), { number: null, symbol: null })
}

/** One entry per distinct document, in the order of first mention; `own` is the document itself. */
export function mergeCitations(cited: readonly Cited[], own: { readonly number: string | null; readonly symbol: string | null }): readonly LegalBasis[] {
  const aliases = resolveShortLaws(cited)
  const groups = new Map<string, Cited[]>()
  for (const citation of cited) {
    if (own.symbol !== null && citation.symbol === own.symbol && citation.number === own.number) continue
    const key = aliases.get(keyOf(citation)) ?? keyOf(citation)
    const group = groups.get(key)
    if (group) group.push(citation)
    else groups.set(key, [citation])
  }
  return [...groups.values()].map(merge)
}
