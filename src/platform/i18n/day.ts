import { dayOf, type PlainDate, TIME_ZONE } from '../clock.ts'
import { type Language, LOCALES } from './language.ts'

const clockFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `2026-05-28` → `28/05/2026`, in every language; unknown → `—`. */
export function formatDay(day: PlainDate | null): string {
  return day === null ? '—' : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** `2026-05-28` → `28/05`: where the year stands beside it. */
export function formatDayOfYear(day: PlainDate): string {
  return formatDay(day).slice(0, 5)
}

/** An instant as it reads in Vietnam: `28/05/2026 14:32`; unknown → `—`. */
export function formatInstant(instant: Date | null): string {
  return instant === null ? '—' : `${formatDay(dayOf(instant))} ${formatTime(instant)}`
}

/** Hour and minute in Vietnam: `14:32`. */
export function formatTime(instant: Date): string {
  return clockFormat.format(instant)
}

/** `2026-05-18` → `Thứ Hai, 18/05/2026`. */
export function formatWeekday(day: PlainDate, language: Language): string {
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  return `${weekday}, ${formatDay(day)}`
}

const DAY_PATTERNS = [
  /^(?<d>\d{1,2})[/.\-\s]+(?<m>\d{1,2})(?:[/.\-\s]+(?<y>\d{4}|\d{2}))?$/,
  /^(?<d>\d{2})(?<m>\d{2})(?<y>\d{4}|\d{2})?$/,
  /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
]

/**
 * The day a person typed, day first: `8/3`, `0803`, `080326`, `08032026`, `8.3.26`, `8-3-2026`.
 *
 * @param assumedYear  the year when none was typed, such as the year of the plan
 * @returns `2026-03-08`, or null when it is no day of the calendar between 1900 and 2099
 */
export function parseDay(text: string, assumedYear: number): PlainDate | null {
  const typed = text.trim()
  for (const pattern of DAY_PATTERNS) {
    const found = pattern.exec(typed)?.groups
    if (found) return dayFrom(Number(found['d']), Number(found['m']), yearFrom(found['y'], assumedYear))
  }
  return null
}

function yearFrom(text: string | undefined, assumedYear: number): number {
  if (text === undefined) return assumedYear
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function dayFrom(day: number, month: number, year: number): PlainDate | null {
  if (year < 1900 || year > 2099) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
