import type { Form, Ownership, SchoolLevel } from '#core/units/model/unit.ts'

// The demo province, all of it invented. Keys are the words from which user names are made.

export const MINISTRY = { key: 'bo', name: 'Bộ Giáo dục và Đào tạo Mẫu', symbol: 'BGDĐT', place: 'Sông Mây' } as const

/** Provinces have codes that no real one has. */
export const DEPARTMENTS = [
  { key: 'songmay', name: 'Sở Giáo dục và Đào tạo Sông Mây', symbol: 'SGDĐT', place: 'Sông Mây', provinceId: '98' },
  { key: 'nuibiec', name: 'Sở Giáo dục và Đào tạo Núi Biếc', symbol: 'SGDĐT', place: 'Núi Biếc', provinceId: '99' },
] as const

/** District offices, all closed on 1/7/2025. */
export const DISTRICTS = [
  { key: 'tpsongmay', name: 'Phòng Giáo dục và Đào tạo thành phố Sông Mây', place: 'Sông Mây', department: 'songmay' },
  { key: 'thachkhe', name: 'Phòng Giáo dục và Đào tạo huyện Thạch Khê', place: 'Thạch Khê', department: 'songmay' },
  { key: 'hiepson', name: 'Phòng Giáo dục và Đào tạo huyện Hiệp Sơn', place: 'Hiệp Sơn', department: 'nuibiec' },
] as const

type District = (typeof DISTRICTS)[number]['key']

export interface Commune {
  readonly key: string
  readonly kind: 'phường' | 'xã'
  readonly place: string
  readonly district: District
  /** The communes of which it was formed on 1/7/2025; none: it was kept. */
  readonly formedOf: readonly string[]
}

export const COMMUNES: readonly Commune[] = [
  { key: 'hoasua', kind: 'phường', place: 'Hoa Sữa', district: 'tpsongmay', formedOf: ['phường Hoa Sữa', 'phường Bến Gỗ'] },
  { key: 'cautre', kind: 'phường', place: 'Cầu Tre', district: 'tpsongmay', formedOf: ['phường Cầu Tre', 'xã Đồng Vàng'] },
  { key: 'bensong', kind: 'phường', place: 'Bến Sông', district: 'tpsongmay', formedOf: ['phường Bến Sông', 'phường Gò Mây', 'xã Bãi Dâu'] },
  { key: 'thachkhe', kind: 'xã', place: 'Thạch Khê', district: 'thachkhe', formedOf: ['thị trấn Thạch Khê', 'xã Khe Đá'] },
  { key: 'suoihoa', kind: 'xã', place: 'Suối Hoa', district: 'thachkhe', formedOf: ['xã Suối Hoa', 'xã Nà Lúa'] },
  { key: 'dongchim', kind: 'xã', place: 'Đồng Chim', district: 'thachkhe', formedOf: ['xã Đồng Chim', 'xã Ao Sen'] },
  { key: 'baitrang', kind: 'xã', place: 'Bãi Trắng', district: 'thachkhe', formedOf: [] },
  { key: 'hiepson', kind: 'phường', place: 'Hiệp Sơn', district: 'hiepson', formedOf: ['thị trấn Hiệp Sơn', 'xã Đồi Thông'] },
  { key: 'langvai', kind: 'xã', place: 'Làng Vải', district: 'hiepson', formedOf: ['xã Làng Vải', 'xã Vườn Đào'] },
  { key: 'muongto', kind: 'xã', place: 'Mường Tơ', district: 'hiepson', formedOf: ['xã Mường Tơ', 'xã Bản Lụa'] },
  { key: 'deogio', kind: 'xã', place: 'Đèo Gió', district: 'hiepson', formedOf: [] },
  { key: 'hotrang', kind: 'xã', place: 'Hồ Trăng', district: 'hiepson', formedOf: [] },
]

export interface School {
  readonly key: string
  readonly name: string
  readonly symbol: string
  readonly levels: readonly SchoolLevel[]
  readonly form?: Form
  readonly ownership?: Ownership
  /** The commune that manages it; a school of the Department itself names the Department and its own place. */
  readonly commune: string | null
  readonly department?: (typeof DEPARTMENTS)[number]['key']
  readonly place?: string
  /** Names of the schools of which it was formed on 1/7/2025. */
  readonly formedOf?: readonly string[]
}

const kindergarten = (key: string, commune: string, name: string, symbol: string, ownership: Ownership = 'public'): School => ({ key: `mn${key}`, name: `Trường Mầm non ${name}`, symbol: `MN${symbol}`, levels: ['kindergarten'], commune, ownership })
const primary = (key: string, commune: string, name: string, symbol: string, ownership: Ownership = 'public'): School => ({ key: `th${key}`, name: `Trường Tiểu học ${name}`, symbol: `TH${symbol}`, levels: ['primary'], commune, ownership })
const lowerSecondary = (key: string, commune: string, name: string, symbol: string): School => ({ key: `thcs${key}`, name: `Trường Trung học cơ sở ${name}`, symbol: `THCS${symbol}`, levels: ['lower_secondary'], commune })
const upperSecondary = (key: string, department: 'songmay' | 'nuibiec', place: string, name: string, symbol: string, ownership: Ownership = 'public'): School => ({
  key: `thpt${key}`, name: `Trường Trung học phổ thông ${name}`, symbol: `THPT${symbol}`, levels: ['upper_secondary'], commune: null, department, place, ownership,
})

export const SCHOOLS: readonly School[] = [
  kindergarten('hoasua', 'hoasua', 'Hoa Sữa', 'HS'),
  kindergarten('saomai', 'hoasua', 'Sao Mai', 'SM', 'private'),
  kindergarten('cautre', 'cautre', 'Cầu Tre', 'CT'),
  kindergarten('bensong', 'bensong', 'Bến Sông', 'BS'),
  kindergarten('gaubong', 'bensong', 'Gấu Bông', 'GB', 'private'),
  kindergarten('thachkhe', 'thachkhe', 'Thạch Khê', 'TK'),
  kindergarten('suoihoa', 'suoihoa', 'Suối Hoa', 'SH'),
  kindergarten('dongchim', 'dongchim', 'Đồng Chim', 'ĐC'),
  kindergarten('hiepson', 'hiepson', 'Hiệp Sơn', 'HSN'),
  kindergarten('muatrang', 'hiepson', 'Mưa Trắng', 'MT', 'people_founded'),
  kindergarten('langvai', 'langvai', 'Làng Vải', 'LV'),
  kindergarten('muongto', 'muongto', 'Mường Tơ', 'MTO'),
  primary('hoasua', 'hoasua', 'Hoa Sữa', 'HS'),
  primary('cautre', 'cautre', 'Cầu Tre', 'CT'),
  primary('anhduong', 'cautre', 'Ánh Dương', 'AD', 'private'),
  primary('bensong', 'bensong', 'Bến Sông', 'BS'),
  { ...primary('thachkhe', 'thachkhe', 'Thạch Khê', 'TK'), formedOf: ['Trường Tiểu học Thạch Khê A', 'Trường Tiểu học Thạch Khê B'] },
  primary('dongchim', 'dongchim', 'Đồng Chim', 'ĐC'),
  primary('hiepson', 'hiepson', 'Hiệp Sơn', 'HSN'),
  primary('langvai', 'langvai', 'Làng Vải', 'LV'),
  primary('hotrang', 'hotrang', 'Hồ Trăng', 'HT'),
  lowerSecondary('hoasua', 'hoasua', 'Hoa Sữa', 'HS'),
  lowerSecondary('cautre', 'cautre', 'Cầu Tre', 'CT'),
  lowerSecondary('thachkhe', 'thachkhe', 'Thạch Khê', 'TK'),
  lowerSecondary('dongchim', 'dongchim', 'Đồng Chim', 'ĐC'),
  lowerSecondary('hiepson', 'hiepson', 'Hiệp Sơn', 'HSN'),
  lowerSecondary('langvai', 'langvai', 'Làng Vải', 'LV'),
  lowerSecondary('hotrang', 'hotrang', 'Hồ Trăng', 'HT'),
  { key: 'lcbaitrang', name: 'Trường Tiểu học và Trung học cơ sở Bãi Trắng', symbol: 'THTHCSBT', levels: ['primary', 'lower_secondary'], commune: 'baitrang' },
  { key: 'lcdeogio', name: 'Trường Tiểu học và Trung học cơ sở Đèo Gió', symbol: 'THTHCSĐG', levels: ['primary', 'lower_secondary'], commune: 'deogio' },
  { key: 'lcsuoihoa', name: 'Trường Trung học cơ sở và Trung học phổ thông Suối Hoa', symbol: 'THCSTHPTSH', levels: ['lower_secondary', 'upper_secondary'], commune: null, department: 'songmay', place: 'Suối Hoa' },
  { key: 'lctuonglai', name: 'Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Tương Lai', symbol: 'THTHCSTHPTTL', levels: ['primary', 'lower_secondary', 'upper_secondary'], ownership: 'private', commune: null, department: 'songmay', place: 'Cầu Tre' },
  upperSecondary('songmay', 'songmay', 'Hoa Sữa', 'Sông Mây', 'SM'),
  upperSecondary('thachkhe', 'songmay', 'Thạch Khê', 'Thạch Khê', 'TK'),
  upperSecondary('nuibiec', 'nuibiec', 'Hiệp Sơn', 'Núi Biếc', 'NB'),
  upperSecondary('rangdong', 'nuibiec', 'Hiệp Sơn', 'Rạng Đông', 'RĐ', 'private'),
  { key: 'dtntnuibiec', name: 'Trường Phổ thông dân tộc nội trú Trung học phổ thông Núi Biếc', symbol: 'PTDTNTNB', levels: ['upper_secondary'], form: 'boarding', commune: null, department: 'nuibiec', place: 'Hiệp Sơn' },
  { key: 'dtntmuongto', name: 'Trường Phổ thông dân tộc nội trú Trung học cơ sở Mường Tơ', symbol: 'PTDTNTMT', levels: ['lower_secondary'], form: 'boarding', commune: 'muongto' },
  { key: 'gdtxsongmay', name: 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Sông Mây', symbol: 'GDNNGDTXSM', levels: ['upper_secondary'], form: 'continuing', commune: null, department: 'songmay', place: 'Hoa Sữa' },
  { key: 'gdtxnuibiec', name: 'Trung tâm Giáo dục thường xuyên Núi Biếc', symbol: 'GDTXNB', levels: ['lower_secondary', 'upper_secondary'], form: 'continuing', commune: null, department: 'nuibiec', place: 'Hiệp Sơn' },
]
