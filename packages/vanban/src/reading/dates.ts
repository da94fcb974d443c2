/** Days, months and years as they are written in prose, and their ISO form. */

const pad = (part: string | number): string => String(part).padStart(2, '0')

/** ISO day, or a cut one when parts are missing: `2026-08-20`, `2026-08`, `2026`; null when it is no date. */
export function isoDate(year: string | number | null | undefined, month?: string | number | null, day?: string | number | null): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!year || !Number.isInteger(y) || y < 1900 || y > 2199) return null
  if (!month || m < 1 || m > 12) return month && m !== 0 ? null : String(y)
  if (!day || d < 1 || d > 31) return day && d !== 0 ? null : `${y}-${pad(m)}`
  return `${y}-${pad(m)}-${pad(d)}`
}

export interface FoundDate {
  readonly iso: string
  /** Length of the text that was read. */
  readonly length: number
}

const SPELT = /^\s*,?\s*ngày\s*(\d{1,2})?[\s….]*tháng\s*(\d{1,2})?[\s….]*năm\s*(\d{4})?/iu
// A scanner reads the second stroke of “28/01/2008” as a one, or leaves a space: “20/1 1/2024”.
const SHORT = /^\s*,?\s*(?:ngày|ngay)?\s*(\d{1,2})\s?[/.-]\s?(\d{1,2}|\d\s\d)\s?(?:[/.-]\s?|[1l|](?=(?:19|20)\d\d\b))((?:19|20)\d{2})/iu
const YEAR = /^\s*,?\s*năm\s*(\d{4})(?!\s*[-–])/iu

/** The date right at the beginning of the text: “ngày 28/12/2021”, “ngày 30 tháng 6 năm 2022”, “ngày … tháng 5 năm 2026”. */
export function dateAt(text: string): FoundDate | null {
  const spelt = SPELT.exec(text)
  if (spelt) {
    const iso = isoDate(spelt[3], spelt[2], spelt[1])
    return iso === null ? null : { iso, length: spelt[0].length }
  }
  const short = SHORT.exec(text)
  if (short) {
    const iso = isoDate(short[3], (short[2] ?? '').replace(/\s/g, ''), short[1])
    return iso === null ? null : { iso, length: short[0].length }
  }
  return null
}

/** “năm 2019” right at the beginning of the text. */
export function yearAt(text: string): FoundDate | null {
  const match = YEAR.exec(text)
  const iso = match ? isoDate(match[1]) : null
  return match && iso !== null ? { iso, length: match[0].length } : null
}
