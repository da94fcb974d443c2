import { COLUMNS, type Column } from '../model/import-faults.ts'
import { wordsOf } from '../model/search-terms.ts'

/** Headings as the template writes them. */
export const HEADINGS: Readonly<Record<Column, string>> = {
  code: 'Mã',
  name: 'Tên đơn vị',
  level: 'Cấp',
  schoolLevels: 'Cấp học',
  form: 'Loại hình',
  ownership: 'Công lập/tư thục',
  area: 'Xã/phường',
  administrative: 'Đơn vị quản lý hành chính',
  professional: 'Đơn vị quản lý chuyên môn',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  from: 'Từ ngày',
}

/** Other headings that people write, folded. */
const SPELLINGS: Readonly<Record<Column, readonly string[]>> = {
  code: ['ma', 'ma don vi', 'ma truong', 'ma so', 'ma dinh danh', 'ma co so giao duc'],
  name: ['ten don vi', 'ten', 'ten truong', 'don vi', 'truong', 'ten co so giao duc', 'ho ten don vi'],
  level: ['cap', 'cap don vi', 'loai don vi'],
  schoolLevels: ['cap hoc', 'bac hoc', 'cac cap hoc', 'cap day'],
  form: ['loai hinh', 'loai truong', 'loai hinh truong', 'hinh thuc'],
  ownership: ['cong lap tu thuc', 'cong lap', 'so huu', 'loai hinh so huu', 'cong tu', 'cong lap hay tu thuc'],
  area: ['xa phuong', 'xa', 'phuong', 'phuong xa', 'xa phuong dac khu', 'dia ban', 'don vi hanh chinh', 'tinh thanh pho'],
  administrative: ['don vi quan ly hanh chinh', 'quan ly hanh chinh', 'don vi quan ly', 'co quan quan ly hanh chinh', 'truc thuoc'],
  professional: ['don vi quan ly chuyen mon', 'quan ly chuyen mon', 'co quan quan ly chuyen mon', 'chuyen mon'],
  symbol: ['ky hieu', 'ky hieu don vi', 'ky hieu van ban', 'viet tat'],
  place: ['dia danh', 'noi ban hanh'],
  from: ['tu ngay', 'ngay bat dau', 'hieu luc tu', 'ngay hieu luc', 'ngay thanh lap'],
}

const COLUMN_OF = new Map(COLUMNS.flatMap((column) => SPELLINGS[column].map((spelling) => [spelling, column] as const)))

/** Where each column stands in the file. */
export type Places = ReadonlyMap<Column, number>

/** The column that a heading names, whatever its case, marks, line breaks or explanation in brackets; null for a foreign one. */
export function columnOf(heading: string): Column | null {
  const folded = wordsOf(heading.replace(/\([^)]*\)/g, ' ').replace(/\*/g, ' ')).join(' ')
  return COLUMN_OF.get(folded) ?? null
}

/**
 * The row with the headings: the first of the file's beginning that names the units and one column more.
 * @returns its index and the places of the columns, the first of two with the same heading; null when there is none
 */
export function findHeading(rows: readonly (readonly string[])[]): { index: number; places: Places } | null {
  for (const [index, cells] of rows.slice(0, 15).entries()) {
    const places = new Map<Column, number>()
    for (const [at, cell] of cells.entries()) {
      const column = columnOf(cell)
      if (column && !places.has(column)) places.set(column, at)
    }
    if (places.has('name') && places.size >= 2) return { index, places }
  }
  return null
}
