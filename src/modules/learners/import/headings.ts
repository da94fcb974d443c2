import { withoutMarks } from '#platform/i18n/search.ts'
import { columnsOf, REASONS, type ColumnKey, type Group, type Part, type Reason, type SnapshotKind } from '../model/columns.ts'
import { GRADES } from '../model/grades.ts'

const GROUP_HEADINGS: Readonly<Record<Group, string>> = {
  enrolled: 'Sĩ số',
  disabled: 'Khuyết tật',
  due: 'Dự xét hoàn thành cấp học',
  completed: 'Hoàn thành cấp học',
  movedUp: 'Lên lớp',
}

const PART_HEADINGS: Readonly<Record<Part, string>> = { '': '', Female: ' – nữ', Minority: ' – dân tộc thiểu số', MinorityFemale: ' – nữ dân tộc thiểu số' }

export const GRADE_HEADING = 'Khối'
export const NAME_HEADING = 'Lớp'
export const DROPOUT_HEADINGS = ['Khối', 'Lớp', 'Lý do', 'Giới tính', 'Dân tộc thiểu số', 'Số học sinh'] as const

/** The heading of a column, also that of an error about it. */
export function headingOf(key: ColumnKey): string {
  const column = columnsOf('end').find((one) => one.key === key)!
  return `${GROUP_HEADINGS[column.group]}${PART_HEADINGS[column.part]}`
}

export const GRADE_NAMES: Readonly<Record<string, string>> = {
  nursery: 'Nhà trẻ',
  age3: 'Mẫu giáo 3–4 tuổi',
  age4: 'Mẫu giáo 4–5 tuổi',
  age5: 'Mẫu giáo 5–6 tuổi',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [String(at + 1), `Khối ${at + 1}`])),
}

export const REASON_NAMES: Readonly<Record<Reason, string>> = {
  illness: 'Ốm đau, bệnh tật',
  economic: 'Hoàn cảnh kinh tế',
  marriage: 'Kết hôn',
  pregnancy: 'Mang thai, sinh con',
  moved_away: 'Chuyển nơi ở',
  other: 'Lý do khác',
}

/** Lower case, no marks, blanks for every sign: `Sĩ số – nữ` and `SI SO (NU)` are the same heading. */
export function folded(text: string): string {
  return withoutMarks(text).toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()
}

const GRADE_OF = new Map(GRADES.flatMap((grade) => [[folded(GRADE_NAMES[grade]!), grade] as const, [grade, grade] as const, [`lop ${grade}`, grade] as const]))
const REASON_OF = new Map(REASONS.map((reason) => [folded(REASON_NAMES[reason]), reason] as const))

export function gradeOf(text: string): string | null {
  return GRADE_OF.get(folded(text)) ?? null
}

export function reasonOf(text: string): Reason | null {
  return REASON_OF.get(folded(text)) ?? null
}

/** Where the columns of a kind stand under a row of headings. */
export function placesOf(kind: SnapshotKind, headings: readonly string[]): ReadonlyMap<ColumnKey | 'grade' | 'name', number> {
  const known = new Map<string, ColumnKey | 'grade' | 'name'>([[folded(GRADE_HEADING), 'grade'], [folded(NAME_HEADING), 'name'], ...columnsOf(kind).map(({ key }) => [folded(headingOf(key)), key] as const)])
  const places = new Map<ColumnKey | 'grade' | 'name', number>()
  for (const [at, heading] of headings.entries()) {
    const column = known.get(folded(heading))
    if (column && !places.has(column)) places.set(column, at)
  }
  return places
}
