import { isoDate } from './dates.ts'

/**
 * Days, months, quarters and periods in prose, in the date grammar of the model: `2026-05-28`, `2026-05`, `2026`, `--03-08`
 * (every year), `--06`, `A/B`, `../B`, `A/..`.
 */
export interface FoundTime {
  readonly date: string
  readonly start: number
  readonly end: number
  /** The year was not printed with this date. */
  readonly yearless: boolean
}

const pad = (n: number): string => String(n).padStart(2, '0')

const QUARTERS: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

interface Point {
  readonly day: number | null
  readonly month: number | null
  /** Last month of a span: a quarter, or “tháng 1-3”. */
  readonly lastMonth: number | null
  /** Last day of “từ ngày 08 đến ngày 10 tháng 12”. */
  readonly lastDay?: number
  readonly year: number | null
  readonly start: number
  readonly end: number
}

const TIME = new RegExp(
  [
    'ngày\\s+(?<a1>\\d{1,2})\\s+(?:đến|-|–|và)\\s+(?:hết\\s+)?(?:ngày\\s+)?(?<a2>\\d{1,2})(?:\\s+tháng\\s+|\\s?/\\s?)(?<am>\\d{1,2})(?:(?:\\s+năm\\s+|\\s?/\\s?)(?<ay>(?:19|20)\\d{2}))?',
    '(?:ngày\\s+)?(?<![\\d/.,])(?<d1>\\d{1,2})\\s?[/.-]\\s?(?<m1>\\d{1,2})(?:\\s?[/.-]\\s?(?<y1>(?:19|20)\\d{2}))?(?![\\d/%])(?!\\s?/\\s?\\p{L})',
    'ngày\\s+(?<d2>\\d{1,2})\\s+tháng\\s+(?<m2>\\d{1,2})(?:\\s+năm\\s+(?<y2>(?:19|20)\\d{2}))?',
    '(?<!tuần\\s)(?<![\\d/.,])(?<d5>\\d{1,2})\\s+tháng\\s+(?<m5>\\d{1,2})(?:\\s+năm\\s+(?<y5>(?:19|20)\\d{2}))?',
    'tháng\\s+(?<m3>\\d{1,2})(?:\\s?(?:-|–|,|và|đến(?:\\s+tháng)?)\\s?(?<n3>\\d{1,2}))?(?:\\s?/\\s?(?<y3>(?:19|20)\\d{2})|[-.](?<y6>(?:19|20)\\d{2})|\\s+năm\\s+(?<y4>(?:19|20)\\d{2}))?(?![\\d/])',
    'qu[ýí]\\s+(?<q>IV|I{1,3}|[1-4])(?![\\p{L}\\d])(?:\\s?(?:-|–|,|và)\\s?(?:qu[ýí]\\s+)?(?<r>IV|I{1,3}|[1-4])(?![\\p{L}\\d]))?(?:\\s?[/-]\\s?(?<yq>(?:19|20)\\d{2})|\\s+năm\\s+(?<yr>(?:19|20)\\d{2}))?',
    'năm\\s+(?<y7>(?:19|20)\\d{2})(?!\\s?[-–]\\s?(?:19|20)\\d)',
  ].join('|'),
  'giu',
)

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

function toPoint(match: RegExpExecArray | RegExpMatchArray): Point | null {
  const g = match.groups ?? {}
  const start = match.index ?? 0
  const end = start + match[0].length
  if (g['q'] !== undefined) {
    const first = QUARTERS[g['q'].toUpperCase()] ?? 1
    const last = g['r'] === undefined ? first : (QUARTERS[g['r'].toUpperCase()] ?? first)
    return { day: null, month: first * 3 - 2, lastMonth: last * 3, year: number(g['yq'] ?? g['yr']), start, end }
  }
  if (g['a1'] !== undefined) {
    const month = Number(g['am'])
    if (month < 1 || month > 12) return null
    return { day: number(g['a1']), lastDay: Number(g['a2']), month, lastMonth: month, year: number(g['ay']), start, end }
  }
  const day = number(g['d1'] ?? g['d2'] ?? g['d5'])
  const month = number(g['m1'] ?? g['m2'] ?? g['m5'] ?? g['m3'])
  const year = number(g['y1'] ?? g['y2'] ?? g['y5'] ?? g['y3'] ?? g['y6'] ?? g['y4'] ?? g['y7'])
  const lastMonth = number(g['n3'])
  if (month !== null && (month < 1 || month > 12)) return null
  if (day !== null && (day < 1 || day > 31)) return null
  if (lastMonth !== null && (lastMonth < 1 || lastMonth > 12)) return null
  return { day, month, lastMonth, year, start, end }
}

/** `2026-03-08`, `--03-08` without a year, `2026`; the last month of a span when `last`. */
function write(point: Point, last: boolean): string {
  const month = last && point.lastMonth !== null ? point.lastMonth : point.month
  if (last && point.lastDay !== undefined) return write({ day: point.lastDay, month, lastMonth: null, year: point.year, start: 0, end: 0 }, false)
  if (point.year === null) return month === null ? '' : `--${pad(month)}${point.day === null ? '' : `-${pad(point.day)}`}`
  return isoDate(point.year, month, point.day) ?? String(point.year)
}

const BETWEEN = /^\s*(?:-|–|—|đến(?:\s+hết)?|tới|cho đến|đến trước|và đến)\s*(?:hết\s+)?(?:\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút)?)?,?\s*)?$/iu
const AND = /^\s*(?:và|,)\s*(?:trước\s+)?$/iu

function lastDay(date: string): string {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`
  return date
}

/** “2025” and all after it. */
const ONWARD = /^\s*(?:và (?:các năm|những năm) (?:tiếp theo|sau)|(?:và )?(?:tiếp theo|trở đi)|và tiếp tục|và những năm|đến khi|đến nay|cho đến khi)/iu

/**
 * Every date, month, quarter and period of the text. `year` completes those printed without one, unless the words say that
 * they return every year (“hằng năm”), or `year` is null.
 */
export function findTimes(text: string, year: number | null): readonly FoundTime[] {
  const points = [...text.matchAll(TIME)].flatMap((match) => toPoint(match) ?? [])
  const found: FoundTime[] = []
  const complete = (point: Point, from: Point | null): Point => (point.year === null && from?.year != null ? { ...point, year: from.year } : point)
  const settle = (point: Point, end: number): Point => {
    if (point.year !== null || year === null || /^\s*,?\s*(?:h[ằàa]ng năm|mỗi năm)/iu.test(text.slice(end, end + 14))) return point
    return { ...point, year }
  }
  for (let i = 0; i < points.length; i += 1) {
    const point = points[i]
    if (!point) continue
    const next = points[i + 1]
    const gap = next ? text.slice(point.end, next.start) : ''
    const before = text.slice(Math.max(0, point.start - 24), point.start)
    if (next && BETWEEN.test(gap) && (point.day !== null || next.day === null || point.month !== null)) {
      const last = settle(next, next.end)
      const first = settle(complete(point, next.year !== null && !(point.month !== null && next.month !== null && point.month > next.month) ? next : null), next.end)
      const start = point.year === null && first.year !== null && last.year !== null && point.month !== null && last.month !== null && point.month > last.month ? { ...first, year: last.year - 1 } : first
      found.push({ date: `${write(start, false)}/${write(last, true)}`, start: point.start, end: next.end, yearless: point.year === null && next.year === null })
      i += 1
      continue
    }
    const shared = next && AND.test(gap) ? complete(point, next) : point
    const settled = settle(shared, point.end)
    let date = settled.lastMonth === null ? write(settled, false) : `${write(settled, false)}/${write(settled, true)}`
    if (date === '') continue
    if (/(?:từ nay\s+)?(?:đến|tới)\s+(?:hết|cuối)\s+$/iu.test(before) || /từ nay\s+đến\s+$/iu.test(before)) date = `../${lastDay(date.split('/').at(-1) ?? date)}`
    else if (ONWARD.test(text.slice(point.end, point.end + 30))) date = `${write(settled, false)}/..`
    found.push({ date, start: point.start, end: point.end, yearless: shared.year === null })
  }
  return found
}

/** The year that the document plans: that of its title, else that of its date. */
export function planYear(title: string | null, date: string | null): number | null {
  const named = [...(title ?? '').matchAll(/năm\s+((?:19|20)\d{2})(?!\s?[-–]\s?\d{4})/giu)].at(-1)?.[1]
  const year = named ?? date?.slice(0, 4)
  return year === undefined || !/^\d{4}$/.test(year) ? null : Number(year)
}
