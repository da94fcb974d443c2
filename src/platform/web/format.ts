import { dayOf, type PlainDate } from '#platform/clock.ts'
import { formatDay, formatDayOfYear, formatInstant, formatTime, formatWeekday } from '#platform/i18n/day.ts'
import { formatFileSize, formatNumber, formatShare, formatVnd } from '#platform/i18n/number.ts'
import { useWords } from './words.ts'

/** Days, instants, numbers and money as the reader's language writes them. */
export function useFormat() {
  const { language } = useWords()
  return {
    day: formatDay,
    dayOfYear: formatDayOfYear,
    weekday: (day: string) => formatWeekday(day, language),
    instant: formatInstant,
    time: formatTime,
    number: (value: number | null, decimals?: number) => formatNumber(value, language, decimals),
    share: (share: number | null, decimals?: number) => formatShare(share, language, decimals),
    vnd: (amountVnd: number | null) => formatVnd(amountVnd, language),
    fileSize: (bytes: number) => formatFileSize(bytes, language),
  }
}

/** Today in Vietnam by this device's clock, `2026-05-28`. */
export function today(): PlainDate {
  return dayOf(new Date())
}
