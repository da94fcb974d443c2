import type { Observance } from '../model.ts'
import { fold, squeeze } from '../vietnamese.ts'
import { findTimes } from './time-expressions.ts'

/** A named day, week or month in a text. */
export interface FoundObservance extends Observance {
  readonly start: number
  readonly end: number
}

const NAME = /(?<![\p{L}])(?:Ngày|ngày|Tháng|tháng|Tuần lễ|tuần lễ|Tuần|tuần|Lễ|Đợt)\s+(?=\p{Lu}\p{Ll}|(?:hành động|phụ nữ|quốc tế|thế giới|toàn dân|pháp luật|thành lập|truyền thống|nhà giáo|gia đình|trẻ em|học tập|chuyển đổi)(?:\s|$))/gu
const LONGEST_NAME = 170
const NAME_END = /[;:.?!“\n]|”(?!\s*(?:\(|$))|\s[-–]\s|\sgắn với\s|\snhằm\s|\snhư\s/u

/** A date in brackets after the name, or right after it. */
function dateAfter(text: string, from: number): { readonly nameEnd: number; readonly date: string; readonly end: number } | null {
  const window = text.slice(from, from + LONGEST_NAME)
  const bracket = window.indexOf('(')
  const inBrackets = bracket < 0 ? '' : (/^\(([^()]{1,90})\)?/.exec(text.slice(from + bracket))?.[1] ?? '')
  const plainEnd = bracket < 0 ? window.length : bracket
  const plain = window.slice(0, plainEnd)
  const stop = NAME_END.exec(plain)?.index ?? -1
  const reach = stop < 0 ? plain.length : stop
  const direct = findTimes(plain.slice(0, reach), null).find((time) => time.start > 4 && /[/-]|tháng/u.test(plain.slice(time.start, time.end)))
  if (direct && !/\d/.test(plain.slice(0, direct.start).replace(/năm\s+\d{4}/u, ''))) {
    return { nameEnd: from + direct.start, date: direct.date, end: from + direct.end }
  }
  if (bracket < 0 || stop >= 0) return null
  const times = findTimes(inBrackets, null).filter((time) => !/^\d{4}$/.test(time.date))
  const time = times.at(-1)
  if (!time) return null
  // “(20/10/1930 - 20/10/2025)” is an anniversary, not a period.
  const [first = '', last = ''] = time.date.split('/')
  const anniversary = first.length === 10 && last.length === 10 && Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 2
  return { nameEnd: from + bracket, date: anniversary ? last : time.date, end: from + bracket + inBrackets.length + 2 }
}

/** Named days, weeks and months with a date in the text. */
export function findObservances(text: string): readonly FoundObservance[] {
  const found: FoundObservance[] = []
  const starts = [...text.matchAll(NAME)]
  starts.forEach((match, i) => {
    const after = dateAfter(text, match.index + match[0].length)
    if (!after) return
    // A nearer name before the date has the date.
    const next = starts[i + 1]
    if (next && next.index < after.nameEnd && !/^(?:ngày|tháng)/u.test(next[0]) && /[,;]\s*$|\svà\s*$/u.test(text.slice(0, next.index))) return
    const name = squeeze(text.slice(match.index, after.nameEnd)).replace(/[\s,“”"]+$/u, '').replace(/\s+(?:từ|vào|trong|là|diễn ra|\()$/u, '').replace(/\s+năm\s+\d{4}$/u, '')
    if (name.split(' ').length < 3) return
    found.push({ name, date: after.date, start: match.index, end: after.end })
  })
  return found
}

const key = (name: string): readonly string[] => fold(name).split(/[^a-z]+/).filter((word) => word !== '' && !['ve', 'quoc', 'gia', 've'].includes(word))

function sameName(a: string, b: string): boolean {
  const [left, right] = [key(a), key(b)]
  const common = left.filter((word) => right.includes(word)).length
  return (2 * common) / (left.length + right.length) >= 0.85
}

const monthAndDay = (date: string): string => date.replace(/(?<!\d)\d{4}-|--/g, '')
const precision = (date: string): number => (/\d{4}/.test(date) ? 100 : 0) + date.length

/** One entry per observance, with its most specific date. */
export function mergeObservances(all: readonly Observance[]): readonly Observance[] {
  const merged: Observance[] = []
  for (const { name, date } of all) {
    const at = merged.findIndex((other) => sameName(other.name, name) && (monthAndDay(other.date).startsWith(monthAndDay(date).slice(0, 2)) || monthAndDay(date).startsWith(monthAndDay(other.date).slice(0, 2))))
    const before = merged[at]
    if (!before) merged.push({ name, date })
    else if (precision(date) > precision(before.date)) merged[at] = { name: before.name, date }
  }
  return merged
}
