import type { Form, Ownership, SchoolLevel } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'

// The demo provinces. Every name is invented: no place, school or person of this world is meant.

/** The day on which district offices closed, communes merged and schools came to them. */
export const REFORM: PlainDate = '2025-07-01'
/** The beginning of a school year in which two primary schools had become one. */
export const SCHOOL_MERGER: PlainDate = '2025-08-15'
/** Since when the units are in the books. */
export const FOUNDED: PlainDate = '2015-01-01'

export const MINISTRY = { key: 'bo', name: 'Bộ Giáo dục và Đào tạo (mẫu)', symbol: 'BGDĐT', place: 'Hà Nội' } as const

export type DepartmentKey = 'sosongmo' | 'sobenha'

interface Province {
  readonly key: DepartmentKey
  /** A code that no real province has. */
  readonly code: string
  readonly name: string
  readonly areaName: string
  readonly place: string
  readonly districts: readonly { readonly key: string; readonly name: string; readonly areaName: string; readonly place: string }[]
}

export const PROVINCES: readonly Province[] = [
  {
    key: 'sosongmo',
    code: '97',
    name: 'Sở Giáo dục và Đào tạo tỉnh Sông Mơ',
    areaName: 'tỉnh Sông Mơ',
    place: 'Sông Mơ',
    districts: [
      { key: 'pgdbolua', name: 'Phòng Giáo dục và Đào tạo thị xã Bờ Lụa', areaName: 'thị xã Bờ Lụa', place: 'Bờ Lụa' },
      { key: 'pgdlungmay', name: 'Phòng Giáo dục và Đào tạo huyện Lũng Mây', areaName: 'huyện Lũng Mây', place: 'Lũng Mây' },
    ],
  },
  {
    key: 'sobenha',
    code: '98',
    name: 'Sở Giáo dục và Đào tạo thành phố Bến Hạ',
    areaName: 'thành phố Bến Hạ',
    place: 'Bến Hạ',
    districts: [
      { key: 'pgdhoadang', name: 'Phòng Giáo dục và Đào tạo quận Hoa Đăng', areaName: 'quận Hoa Đăng', place: 'Hoa Đăng' },
      { key: 'pgdbainga', name: 'Phòng Giáo dục và Đào tạo huyện Bãi Ngà', areaName: 'huyện Bãi Ngà', place: 'Bãi Ngà' },
    ],
  },
]

interface Commune {
  readonly key: string
  readonly name: string
  readonly department: DepartmentKey
  /** The office of the district in which it lay until the reform. */
  readonly district: string
  /** The communes that became it; none for one that lived on as it was. */
  readonly formedOf: readonly string[]
}

export const COMMUNES: readonly Commune[] = [
  { key: 'thachmo', name: 'phường Thạch Mơ', department: 'sosongmo', district: 'pgdbolua', formedOf: ['phường Thạch Lụa', 'phường Mơ Thượng', 'xã Mơ Hạ'] },
  { key: 'bolua', name: 'phường Bờ Lụa', department: 'sosongmo', district: 'pgdbolua', formedOf: ['phường Lụa Đông', 'phường Lụa Tây'] },
  { key: 'gioxanh', name: 'xã Gió Xanh', department: 'sosongmo', district: 'pgdbolua', formedOf: ['xã Gió Đồi', 'xã Rẫy Xanh'] },
  { key: 'lungmay', name: 'xã Lũng Mây', department: 'sosongmo', district: 'pgdlungmay', formedOf: ['thị trấn Lũng Mây', 'xã Mây Trắng'] },
  { key: 'suoinga', name: 'xã Suối Ngà', department: 'sosongmo', district: 'pgdlungmay', formedOf: ['xã Suối Ngà Trong', 'xã Suối Ngà Ngoài'] },
  { key: 'nammo', name: 'xã Nậm Mơ', department: 'sosongmo', district: 'pgdlungmay', formedOf: ['xã Nậm Sao', 'xã Nậm Hoa Mây'] },
  { key: 'doitrang', name: 'xã Đồi Trăng', department: 'sosongmo', district: 'pgdlungmay', formedOf: [] },
  { key: 'hoadang', name: 'phường Hoa Đăng', department: 'sobenha', district: 'pgdhoadang', formedOf: ['phường Đăng Đông', 'phường Đăng Tây'] },
  { key: 'cauvong', name: 'phường Cầu Vồng', department: 'sobenha', district: 'pgdhoadang', formedOf: ['phường Vồng Trong', 'phường Vồng Ngoài'] },
  { key: 'benha', name: 'phường Bến Hạ', department: 'sobenha', district: 'pgdhoadang', formedOf: ['phường Hạ Phố', 'phường Hạ Bến'] },
  { key: 'bainga', name: 'xã Bãi Ngà', department: 'sobenha', district: 'pgdbainga', formedOf: ['xã Ngà Đông', 'xã Ngà Tây'] },
  { key: 'consao', name: 'xã Cồn Sao', department: 'sobenha', district: 'pgdbainga', formedOf: [] },
]

const KINDS = {
  kindergarten: ['kindergarten'],
  primary: ['primary'],
  lower: ['lower_secondary'],
  upper: ['upper_secondary'],
  primary_lower: ['primary', 'lower_secondary'],
  lower_upper: ['lower_secondary', 'upper_secondary'],
  all_levels: ['primary', 'lower_secondary', 'upper_secondary'],
  none: [],
} as const satisfies Record<string, readonly SchoolLevel[]>

export interface School {
  readonly key: string
  readonly name: string
  readonly symbol: string
  /** Where it lies. */
  readonly commune: string
  readonly levels: readonly SchoolLevel[]
  readonly form: Form
  readonly ownership: Ownership
  /** What it was called until the reform. */
  readonly formerName?: string
  /** The schools that became it on the day of the school merger. */
  readonly mergedOf?: readonly { readonly name: string; readonly symbol: string }[]
}

export const SCHOOLS: readonly School[] = [
  school('mnthachmo', 'Trường Mầm non Thạch Mơ', 'MNTM', 'thachmo', 'kindergarten'),
  school('mnbolua', 'Trường Mầm non Bờ Lụa', 'MNBL', 'bolua', 'kindergarten'),
  school('mngioxanh', 'Trường Mầm non Gió Xanh', 'MNGX', 'gioxanh', 'kindergarten'),
  school('mnlungmay', 'Trường Mầm non Lũng Mây', 'MNLM', 'lungmay', 'kindergarten'),
  school('mnsuoinga', 'Trường Mầm non Suối Ngà', 'MNSN', 'suoinga', 'kindergarten'),
  school('mnnanglua', 'Trường Mầm non tư thục Nắng Lụa', 'MNNL', 'bolua', 'kindergarten', { ownership: 'private' }),
  school('mnmothuong', 'Trường Mầm non dân lập Mơ Thượng', 'MNMT', 'thachmo', 'kindergarten', { ownership: 'people_founded' }),
  school('ththachmo', 'Trường Tiểu học Thạch Mơ', 'THTM', 'thachmo', 'primary'),
  school('thbolua', 'Trường Tiểu học Bờ Lụa', 'THBL', 'bolua', 'primary', {
    mergedOf: [{ name: 'Trường Tiểu học Lụa Đông', symbol: 'THLĐ' }, { name: 'Trường Tiểu học Lụa Tây', symbol: 'THLT' }],
  }),
  school('thgioxanh', 'Trường Tiểu học Gió Xanh', 'THGX', 'gioxanh', 'primary'),
  school('thlungmay', 'Trường Tiểu học Lũng Mây', 'THLM', 'lungmay', 'primary'),
  school('thsuoinga', 'Trường Tiểu học Suối Ngà', 'THSN', 'suoinga', 'primary'),
  school('thdoitrang', 'Trường Tiểu học Đồi Trăng', 'THĐT', 'doitrang', 'primary'),
  school('thcsthachmo', 'Trường THCS Thạch Mơ', 'THCSTM', 'thachmo', 'lower', { formerName: 'Trường THCS Thạch Lụa' }),
  school('thcsbolua', 'Trường THCS Bờ Lụa', 'THCSBL', 'bolua', 'lower'),
  school('thcsgioxanh', 'Trường THCS Gió Xanh', 'THCSGX', 'gioxanh', 'lower'),
  school('thcslungmay', 'Trường THCS Lũng Mây', 'THCSLM', 'lungmay', 'lower'),
  school('ththcsnammo', 'Trường Tiểu học và THCS Nậm Mơ', 'TH&THCSNM', 'nammo', 'primary_lower'),
  school('ththcsmaytrang', 'Trường Tiểu học và THCS Mây Trắng', 'TH&THCSMT', 'lungmay', 'primary_lower'),
  school('thcsthptsuoinga', 'Trường THCS và THPT Suối Ngà', 'THCS&THPTSN', 'suoinga', 'lower_upper'),
  school('lcanhmo', 'Trường Tiểu học, THCS và THPT Ánh Mơ', 'LCAM', 'bolua', 'all_levels', { ownership: 'private' }),
  school('thptsongmo', 'Trường THPT Sông Mơ', 'THPTSM', 'thachmo', 'upper'),
  school('thptbolua', 'Trường THPT Bờ Lụa', 'THPTBL', 'bolua', 'upper'),
  school('thptlungmay', 'Trường THPT Lũng Mây', 'THPTLM', 'lungmay', 'upper'),
  school('ntsongmo', 'Trường Phổ thông Dân tộc nội trú tỉnh Sông Mơ', 'PTDTNT', 'thachmo', 'lower_upper', { form: 'boarding' }),
  school('gdtxsongmo', 'Trung tâm Giáo dục thường xuyên tỉnh Sông Mơ', 'GDTX', 'bolua', 'none', { form: 'continuing' }),
  school('mnhoadang', 'Trường Mầm non Hoa Đăng', 'MNHĐ', 'hoadang', 'kindergarten'),
  school('mnbainga', 'Trường Mầm non Bãi Ngà', 'MNBN', 'bainga', 'kindergarten'),
  school('mnvongxanh', 'Trường Mầm non tư thục Vồng Xanh', 'MNVX', 'cauvong', 'kindergarten', { ownership: 'private' }),
  school('thhoadang', 'Trường Tiểu học Hoa Đăng', 'THHĐ', 'hoadang', 'primary'),
  school('thcauvong', 'Trường Tiểu học Cầu Vồng', 'THCV', 'cauvong', 'primary'),
  school('thbainga', 'Trường Tiểu học Bãi Ngà', 'THBN', 'bainga', 'primary'),
  school('thcshoadang', 'Trường THCS Hoa Đăng', 'THCSHĐ', 'hoadang', 'lower'),
  school('thcsbainga', 'Trường THCS Bãi Ngà', 'THCSBN', 'bainga', 'lower'),
  school('ththcsconsao', 'Trường Tiểu học và THCS Cồn Sao', 'TH&THCSCS', 'consao', 'primary_lower'),
  school('thptbenha', 'Trường THPT Bến Hạ', 'THPTBH', 'benha', 'upper'),
  school('thptbainga', 'Trường THPT Bãi Ngà', 'THPTBN', 'bainga', 'upper'),
  school('thpthapho', 'Trường THPT dân lập Hạ Phố', 'THPTHP', 'benha', 'upper', { ownership: 'people_founded' }),
  school('ntbenha', 'Trường Phổ thông nội trú thành phố Bến Hạ', 'PTNT', 'bainga', 'lower_upper', { form: 'boarding' }),
  school('gdtxbenha', 'Trung tâm Giáo dục thường xuyên thành phố Bến Hạ', 'GDTX', 'hoadang', 'none', { form: 'continuing' }),
]

function school(key: string, name: string, symbol: string, commune: string, kind: keyof typeof KINDS, rest: Partial<School> = {}): School {
  return { key, name, symbol, commune, levels: KINDS[kind], form: 'ordinary', ownership: 'public', ...rest }
}
