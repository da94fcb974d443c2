import type { PlainDate } from '#platform/clock.ts'

/** A number that somebody in need can call. */
export interface HelpLine {
  readonly key: string
  readonly phone: string
  readonly name: Readonly<Record<'vi' | 'en', string>>
  /** Where it is, for those who can come; most shelters tell it by telephone alone. */
  readonly address?: string | null
  /** Code of a province; 00 for the whole country. */
  readonly area: string
  /** First and last day on which it holds, where they are known. */
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly source: string
  /** When it was last found right: the day of a call, or of the source that names it. Null: never. */
  readonly checkedOn: PlainDate | null
  /** Read in a source; false: recalled or told, to be confirmed. Shown with the number. */
  readonly isCertain: boolean
}

/** The list that ships. What changes is said by data (`cases.help_line_change`). */
export const HELP_LINES: readonly HelpLine[] = [
  {
    key: 'child_line',
    phone: '111',
    name: { vi: 'Tổng đài quốc gia bảo vệ trẻ em (miễn phí, cả ngày lẫn đêm)', en: 'National child helpline (free, day and night)' },
    area: '00', from: null, until: null, checkedOn: '2025-10-23', isCertain: true,
    source: 'Nghị định 56/2017/NĐ-CP, Điều 23; Sở GDĐT Hà Nội, công văn 4411/SGDĐT-CTTTHSSV ngày 23/10/2025',
  },
  { key: 'police', phone: '113', name: { vi: 'Công an', en: 'Police' }, area: '00', from: null, until: null, checkedOn: null, isCertain: false, source: 'Số điện thoại khẩn cấp chung' },
  { key: 'ambulance', phone: '115', name: { vi: 'Cấp cứu y tế', en: 'Ambulance' }, area: '00', from: null, until: null, checkedOn: null, isCertain: false, source: 'Số điện thoại khẩn cấp chung' },
  {
    key: 'peace_house',
    phone: '1900 96 96 80',
    name: { vi: 'Ngôi nhà bình yên (Hội Liên hiệp Phụ nữ Việt Nam)', en: 'Peace House shelter (Vietnam Women’s Union)' },
    area: '00', from: null, until: null, checkedOn: null, isCertain: false, source: 'Hội Liên hiệp Phụ nữ Việt Nam',
  },
  {
    key: 'sunshine_house',
    phone: '1800 1769',
    name: { vi: 'Ngôi nhà Ánh Dương Quảng Ninh', en: 'Sunshine House (Anh Duong), Quang Ninh' },
    area: '22', from: null, until: null, checkedOn: null, isCertain: true, source: 'Kế hoạch của ngành Giáo dục tỉnh Quảng Ninh',
  },
]
