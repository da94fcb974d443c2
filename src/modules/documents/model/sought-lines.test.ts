import { describe, expect, it } from 'vitest'
import { linesWith } from './sought-lines.ts'

const LINES = ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'Số: 45/KH-SGDĐT', 'Sông Mơ, ngày 10 tháng 01 năm 2026', 'KẾ HOẠCH', 'Thực hiện công tác bình đẳng giới', 'và vì sự tiến bộ của phụ nữ năm 2026', '1. Tuyên truyền']

describe('where a field was found in the text', () => {
  it('is the line that holds it, in capitals or not', () => {
    expect(linesWith(LINES, 'Sở Giáo dục và Đào tạo')).toEqual([0])
    expect(linesWith(LINES, 'KH-SGDĐT')).toEqual([1])
    expect(linesWith(LINES, '45')).toEqual([1])
  })

  it('is the line of a day that is written out', () => {
    expect(linesWith(LINES, '10/01/2026')).toEqual([2])
  })

  it('is every line over which it runs', () => {
    expect(linesWith(LINES, 'Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026')).toEqual([4, 5])
  })

  it('is nowhere for what the text does not say, and for nothing', () => {
    expect(linesWith(LINES, 'Hội Liên hiệp Phụ nữ')).toEqual([])
    expect(linesWith(LINES, ' ')).toEqual([])
    expect(linesWith(LINES, '4')).toEqual([])
  })
})
