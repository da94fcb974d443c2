import { withoutMarks } from '#platform/i18n/search.ts'

/** Shorter texts stand everywhere. */
const SHORTEST = 2

/**
 * Indexes of the lines of a text in which something stands that a form says: whole, or over several lines.
 *
 * @param lines   as they were found in a file
 * @param sought  a value of the form; of several lines the first; a day as 28/05/2026
 */
export function linesWith(lines: readonly string[], sought: string): readonly number[] {
  const wanted = [sought.split('\n')[0] ?? '', ...longDay(sought)].map(fold).filter((text) => text.length >= SHORTEST)
  if (wanted.length === 0) return []
  const folded = lines.map(fold)
  const whole = folded.flatMap((line, index) => (wanted.some((text) => hasWords(line, text)) ? [index] : []))
  if (whole.length > 0) return whole
  // A title runs over several lines: each is a part of what is sought.
  return folded.flatMap((line, index) => (line.split(' ').length >= 3 && wanted.some((text) => hasWords(text, line)) ? [index] : []))
}

function hasWords(line: string, words: string): boolean {
  return ` ${line} `.includes(` ${words} `)
}

function longDay(text: string): readonly string[] {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  if (!parts) return []
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), parts[3]]
  const two = (value: number) => String(value).padStart(2, '0')
  return [`ngày ${day} tháng ${month} năm ${year}`, `ngày ${two(day)} tháng ${two(month)} năm ${year}`, `ngày ${two(day)} tháng ${month} năm ${year}`, `ngày ${day} tháng ${two(month)} năm ${year}`]
}

function fold(text: string): string {
  return withoutMarks(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
