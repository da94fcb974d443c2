import { parseDay } from '#platform/i18n/day.ts'
import { wordsOf } from '../model/search-terms.ts'
import type { Form, Level, Ownership, SchoolLevel } from '../model/unit.ts'

// Each reader takes a cell as typed and gives undefined when it means none of the possible values.

const LEVEL_WORDS: readonly (readonly [RegExp, Level])[] = [
  [/^(bo|ministry)\b/, 'ministry'],
  [/^(so|sgddt|tinh|department)\b/, 'department'],
  [/^(phong gd|phong giao duc|pgddt|huyen|quan|thi xa|district)/, 'district_office'],
  [/^(ubnd |uy ban nhan dan )?(xa|phuong|dac khu|thi tran|commune)\b/, 'commune'],
  [/^(truong|nha tre|nhom tre|lop mau giao|trung tam|co so giao duc|school)\b/, 'school'],
]

/** `Trường`, `UBND phường`, `Sở` …; also read from the beginning of a name. */
export function readLevel(text: string): Level | undefined {
  const folded = wordsOf(text).join(' ')
  return LEVEL_WORDS.find(([pattern]) => pattern.test(folded))?.[1]
}

const SCHOOL_LEVEL_WORDS: readonly (readonly [RegExp, SchoolLevel])[] = [
  [/\b(mn|mg|mam non|mau giao|nha tre|nhom tre|kindergarten)\b/, 'kindergarten'],
  [/\b(tieu hoc|th|primary)\b/, 'primary'],
  [/\b(thcs|trung hoc co so|lower secondary)\b/, 'lower_secondary'],
  [/\b(thpt|trung hoc pho thong|upper secondary)\b/, 'upper_secondary'],
]

/** `Tiểu học`, `TH, THCS`, `Tiểu học và THCS`, `THCS-THPT`; empty when none is meant. Also read from a name. */
export function readSchoolLevels(text: string): SchoolLevel[] {
  const folded = wordsOf(text).join(' ')
  return SCHOOL_LEVEL_WORDS.filter(([pattern]) => pattern.test(folded)).map(([, level]) => level)
}

const FORM_WORDS: readonly (readonly [RegExp, Form])[] = [
  [/\b(gdtx|thuong xuyen|gdnn gdtx|hoc tap cong dong|continuing)\b/, 'continuing'],
  [/\b(noi tru|ban tru|ptdtnt|ptdtbt|boarding)\b/, 'boarding'],
  [/\b(thuong|thong thuong|binh thuong|pho thong|ordinary)\b/, 'ordinary'],
]

/** `Thông thường`, `Nội trú`, `Giáo dục thường xuyên`. */
export function readForm(text: string): Form | undefined {
  const folded = wordsOf(text).join(' ')
  return FORM_WORDS.find(([pattern]) => pattern.test(folded))?.[1]
}

const OWNERSHIP_WORDS: readonly (readonly [RegExp, Ownership])[] = [
  [/\b(tu thuc|tu|ngoai cong lap|private)\b/, 'private'],
  [/\b(dan lap|people founded)\b/, 'people_founded'],
  [/\b(cong lap|cong|public)\b/, 'public'],
]

/** `Công lập`, `Tư thục`, `Dân lập`. */
export function readOwnership(text: string): Ownership | undefined {
  const folded = wordsOf(text).join(' ')
  return OWNERSHIP_WORDS.find(([pattern]) => pattern.test(folded))?.[1]
}

/** `01/07/2025` or `2025-07-01`; a year must be there. */
export function readDay(text: string): string | undefined {
  return (/\d{4}/.test(text) ? parseDay(text, 0) : null) ?? undefined
}
