import { planYear } from '../reading/time-expressions.ts'
import { adviceOn, type Advice, type Draft } from './text.ts'

const NAMES = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const
const SPELLED: Readonly<Record<string, number>> = { hai: 1, '2': 1, ba: 2, '3': 2, tư: 3, '4': 3, năm: 4, '5': 4, sáu: 5, '6': 5, bảy: 6, '7': 6 }

const WEEKDAY = '(?<weekday>chủ nhật|thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\\p{L}))'
const DAY = '(?:ngày\\s+)?(?<day>\\d{1,2})(?:\\s?[/.]\\s?|\\s+tháng\\s+)(?<month>\\d{1,2})(?:(?:\\s?[/.]\\s?|\\s+năm\\s+)(?<year>20\\d{2}))?(?!\\d)'
const BEFORE = new RegExp(`${WEEKDAY}\\s*,?\\s*\\(?\\s*${DAY}`, 'giu')
const AFTER = new RegExp(`${DAY}\\s*,?\\s*\\(\\s*${WEEKDAY}\\s*\\)`, 'giu')

/** “thứ Hai, ngày 08/3/2026” was a Sunday. A day without a year is one of the year that the document plans. */
export function checkWeekdays({ model, paragraphs }: Draft): readonly Advice[] {
  const planned = planYear(model.header.title, model.header.date)
  return paragraphs.flatMap((paragraph) =>
    [BEFORE, AFTER].flatMap((pattern) =>
      [...paragraph.text.matchAll(pattern)].flatMap((match) => {
        const { weekday = '', day, month, year } = match.groups ?? {}
        const named = weekdayOf(weekday)
        const actual = weekdayOn(Number(year ?? planned), Number(month), Number(day))
        if (named === null || actual === null || named === actual) return []
        const start = match.index + match[0].indexOf(weekday)
        const right = NAMES[actual]!
        return [adviceOn(paragraph, { code: 'weekday-mismatch', severity: 'warning', start, end: start + weekday.length, note: `Ngày này là ${right}.`, right })]
      }),
    ),
  )
}

function weekdayOf(words: string): number | null {
  const text = words.toLowerCase()
  return text.startsWith('chủ') ? 0 : (SPELLED[text.split(/\s+/).at(-1) ?? ''] ?? null)
}

/** 0 for Sunday; null for a day that does not exist. */
function weekdayOn(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getUTCDay() : null
}
