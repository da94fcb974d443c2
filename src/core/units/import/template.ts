import { writeSheets } from '#platform/sheets.ts'
import { COLUMNS, type Column } from '../model/import-faults.ts'
import { HEADINGS } from './columns.ts'

const WIDTHS: Readonly<Record<Column, number>> = {
  code: 12, name: 42, level: 12, schoolLevels: 20, form: 22, ownership: 16, area: 22, administrative: 30, professional: 34, symbol: 14, place: 18, from: 14,
}

const CHOICES: Partial<Readonly<Record<Column, readonly string[]>>> = {
  level: ['Trường', 'Xã', 'Phường', 'Đặc khu', 'Sở'],
  form: ['Thông thường', 'Nội trú', 'Giáo dục thường xuyên'],
  ownership: ['Công lập', 'Tư thục', 'Dân lập'],
}

const MEANINGS: Readonly<Record<Column, string>> = {
  code: 'Mã do Bộ GDĐT cấp; để trống nếu chưa có. Đơn vị đã có mã trong hệ thống thì được cập nhật.',
  name: 'Bắt buộc. Tên đầy đủ, ví dụ: Trường Mầm non Hoa Sữa.',
  level: 'Trường, Xã, Phường, Đặc khu hoặc Sở. Để trống thì suy từ tên.',
  schoolLevels: 'Mầm non, Tiểu học, THCS, THPT; nhiều cấp cách nhau bằng dấu phẩy. Để trống thì suy từ tên.',
  form: 'Thông thường, Nội trú hoặc Giáo dục thường xuyên. Để trống là Thông thường.',
  ownership: 'Công lập, Tư thục hoặc Dân lập. Để trống là Công lập.',
  area: 'Xã, phường nơi đặt trường, theo tên sau ngày 01/07/2025; với Sở: tên tỉnh, thành phố.',
  administrative: 'Tên hoặc mã của xã, phường quản lý trường; để trống với trường trực thuộc Sở.',
  professional: 'Tên hoặc mã của Sở; với Sở: tên của Bộ.',
  symbol: 'Phần chữ trong ký hiệu văn bản, ví dụ MNHS trong 15/KH-MNHS.',
  place: 'Địa danh trước ngày tháng của văn bản.',
  from: 'Ngày/tháng/năm đơn vị bắt đầu hoặc thay đổi. Để trống: đầu năm nay với đơn vị mới, hôm nay với thay đổi.',
}

/** The file to fill in: an empty table with lists to choose from, and a sheet that explains the columns. */
export function importTemplate(): Promise<Uint8Array> {
  return writeSheets([
    {
      name: 'DonVi',
      columns: COLUMNS.map((column) => ({ header: HEADINGS[column], width: WIDTHS[column], ...(CHOICES[column] ? { choices: CHOICES[column] } : {}) })),
      rows: [],
    },
    {
      name: 'HuongDan',
      columns: [{ header: 'Cột', width: 28 }, { header: 'Cách ghi', width: 100 }],
      rows: COLUMNS.map((column) => [HEADINGS[column], MEANINGS[column]]),
    },
  ])
}
