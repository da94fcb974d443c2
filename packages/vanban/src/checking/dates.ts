import type { Finding } from '../model.ts'
import { fold } from '../vietnamese.ts'
import { findObservances } from '../reading/observances.ts'
import { planYear } from '../reading/time-expressions.ts'
import { paragraphsOf, quoteAround, type Subject } from './page-evidence.ts'
import { asPrinted } from './printed-date.ts'

/** Dates that cannot all be right. */
export function checkDates(subject: Subject): readonly Finding[] {
  return [...laterBases(subject), ...yearsOfSubjects(subject), ...officialDays(subject), ...pastDeadlines(subject), ...expiredBases(subject)]
}

function laterBases({ model: { header }, cited }: Subject): readonly Finding[] {
  const issued = header.date
  if (issued === null || issued.length < 10) return []
  return cited
    .filter((citation) => citation.role === 'basis' && citation.date !== null && citation.date.length === 10 && citation.date > issued)
    .map((citation) => ({ code: 'date-inconsistent', severity: 'error' as const, quote: citation.paragraph.slice(citation.start, citation.end).slice(0, 90), note: 'Căn cứ có ngày sau ngày của văn bản này.' }))
}

/** A plan “năm 2026” is made at the end of 2025 or in 2026, not in January 2025. */
function yearsOfSubjects({ cited }: Subject): readonly Finding[] {
  const seen = new Set<string>()
  return cited.flatMap((citation) => {
    const year = /(?<!(?:đến|giai đoạn|từ|học)\s{1,3})(?:^|\s)năm\s+((?:19|20)\d{2})$/iu.exec(citation.subject ?? '')?.[1]
    if (year === undefined || citation.date === null || citation.date.length < 10 || /đến năm \d{4}$/iu.test(citation.subject ?? '')) return []
    const [issuedYear, month] = citation.date.split('-').map(Number) as [number, number]
    if (!(Number(year) - issuedYear === 1 && month <= 8) && Number(year) - issuedYear < 2) return []
    const key = `${citation.number}/${citation.symbol}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ code: 'date-inconsistent', severity: 'warning' as const, quote: citation.paragraph.slice(citation.start, citation.end).slice(0, 60), note: `Ban hành năm ${issuedYear} nhưng là văn bản của năm ${year}.` }]
  })
}

interface Official {
  readonly name: RegExp
  /** First and last day, `MM-DD`. */
  readonly from: string
  readonly to: string
}

/** Days and months fixed by law or by decision of the Prime Minister. */
const OFFICIAL: readonly Official[] = [
  { name: /^thang hanh dong vi binh dang gioi/, from: '11-15', to: '12-15' },
  { name: /^thang hanh dong (?:quoc gia )?(?:ve )?phong,? chong bao luc gia dinh/, from: '06-01', to: '06-30' },
  { name: /^thang hanh dong vi tre em/, from: '06-01', to: '06-30' },
  { name: /^ngay quoc te phu nu/, from: '03-08', to: '03-08' },
  { name: /^ngay quoc te hanh phuc/, from: '03-20', to: '03-20' },
  { name: /^ngay gia dinh viet nam/, from: '06-28', to: '06-28' },
  { name: /^ngay phu nu viet nam/, from: '10-20', to: '10-20' },
  { name: /^ngay nha giao viet nam/, from: '11-20', to: '11-20' },
  { name: /^ngay phap luat (?:nuoc|viet nam)/, from: '11-09', to: '11-09' },
  { name: /^ngay quoc te (?:xoa bo|loai bo) bao luc/, from: '11-25', to: '11-25' },
]

/** The days that a date covers, `MM-DD` to `MM-DD`; “tuần 1 tháng 11” is its first half. */
function span(date: string, words: string): readonly [string, string] | null {
  const [first = '', last = first] = date.replace(/\b\d{4}-|--/g, '').split('/')
  if (!/^\d{2}/.test(first)) return null
  const early = /tuần\s+(?:thứ\s+)?(?:1|2|nhất|hai|đầu)/iu.test(words) && !/tuần\s+(?:thứ\s+)?(?:3|4|ba|tư|cuối)/iu.test(words)
  return [first.length === 2 ? `${first}-01` : first, last.length === 2 ? `${last}-${early ? '14' : '31'}` : last]
}

/** What is printed after the name where it has this date. */
function wordsAfter(subject: Subject, name: string, date: string): string {
  for (const text of paragraphsOf(subject)) {
    const found = findObservances(text).find((observance) => observance.name === name && observance.date === date)
    if (found) return text.slice(found.start + name.length, found.start + name.length + 130)
  }
  return ''
}

function officialDays(subject: Subject): readonly Finding[] {
  return subject.model.observances.flatMap(({ name, date }) => {
    const official = OFFICIAL.find((day) => day.name.test(fold(name)))
    const words = wordsAfter(subject, name, date)
    const days = span(date, words)
    if (!official || !days || (days[0] <= official.to && days[1] >= official.from)) return []
    const printed = /\(([^()]{3,90})\)/.exec(words)?.[1] ?? name
    return [{ code: 'date-inconsistent', severity: 'warning' as const, quote: printed, note: `Thời gian chính thức là ${official.from} đến ${official.to} (tháng-ngày).` }]
  })
}

const lastDayOf = (date: string): string => {
  const last = date.split('/').at(-1) ?? date
  return last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-31` : last
}

function pastDeadlines({ model: { header, deadlines } }: Subject): readonly Finding[] {
  const issued = header.date
  if (issued === null || issued.length < 10) return []
  return deadlines
    .filter(({ kind, date, qualifier }) => kind !== 'observance' && /^\d{4}/.test(date) && !date.endsWith('/..') && qualifier !== 'from' && lastDayOf(date) < issued)
    .map(({ text, date }) => ({ code: 'past-deadline', severity: 'warning' as const, quote: text.split(' ').slice(0, 14).join(' '), note: `Thời hạn ${asPrinted(date)} đã qua khi ban hành văn bản.` }))
}

/** A basis for “giai đoạn 2016-2020” carries no plan of 2026. */
function expiredBases({ model: { header }, cited }: Subject): readonly Finding[] {
  const year = planYear(header.title, header.date)
  if (year === null) return []
  return cited.flatMap((citation) => {
    const match = /giai đoạn\s+((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})(?![^“]{0,60}(?:định hướng|tầm nhìn|đến năm))/iu.exec(citation.subject ?? '')
    if (citation.role !== 'basis' || !match || Number(match[2]) >= year || (header.title ?? '').includes(match[0])) return []
    const at = citation.paragraph.indexOf(match[0], citation.end)
    return [{ code: 'expired-basis', severity: 'warning' as const, quote: at < 0 ? citation.printed : quoteAround(citation.paragraph, at, at + match[0].length, 5, 0), note: `Căn cứ đã hết giai đoạn trước năm ${year}.` }]
  })
}
