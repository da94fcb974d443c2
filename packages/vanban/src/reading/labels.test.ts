import { describe, expect, test } from 'vitest'
import { readBullet, readLabel, romanValue } from './labels.ts'

describe('labels', () => {
  test.each([
    ['I. MỤC ĐÍCH', 'roman', 'I', 1],
    ['IV/ TỔ CHỨC', 'roman', 'IV', 4],
    ['A. NỘI DUNG', 'upper', 'A', 1],
    ['1. Mục đích', 'decimal', '1', 1],
    ['1.2. Yêu cầu', 'decimal', '1.2', 2],
    ['2.1 Nội dung', 'decimal', '2.1', 1],
    ['3. 100% cán bộ được tập huấn', 'decimal', '3', 3],
    ['1) Sở Nội vụ', 'closedNumber', '1', 1],
    ['a) Chủ trì', 'letter', 'a', 1],
    ['đ) Phối hợp', 'letter', 'đ', 5],
    ['Điều 3. Tổ chức thực hiện', 'article', 'Điều 3', 3],
    ['Phụ lục II', 'appendix', 'Phụ lục II', 2],
    ['PHỤ LỤC', 'appendix', 'Phụ lục', null],
    ['Chương II QUY ĐỊNH', null, null, null],
    ['Phần thứ nhất', 'part', 'Phần thứ nhất', null],
  ])('%s', (text, style, label, value) => {
    const read = readLabel(text)
    expect(read?.style ?? null).toBe(style)
    expect(read?.label ?? null).toBe(label)
    expect(read?.value ?? null).toBe(value)
  })

  test.each(['01 hoạt động tìm hiểu', '1.000 lượt học sinh', '2.100 triệu đồng', '10/6 và 20/12/2022', 'V/v báo cáo', 'Điều 55 Luật Bầu cử quy định', 'Phụ lục kèm theo Kế hoạch này', 'Trong năm 2026'])(
    '%s opens no numbered paragraph',
    (text) => expect(readLabel(text)).toBeNull(),
  )

  test('the text without its label is kept as printed', () => {
    expect(readLabel('a) Sở Nội vụ: chủ trì')).toMatchObject({ printed: 'a)', rest: 'Sở Nội vụ: chủ trì' })
  })
})

describe('bullets', () => {
  test.each([['- Bộ Y tế', '-'], ['– Bộ Y tế', '-'], ['+ Treo băng rôn', '+'], ['• Lập danh sách', '•'], ['\uf0b7 Cập nhật', '\uf0b7'], ['o Tổ chức', 'o'], ['(2) Những điển hình', '(n)'], ['-Thường trực', '-']])(
    '%s',
    (text, glyph) => expect(readBullet(text)?.glyph).toBe(glyph),
  )

  test.each(['o nhiễm', '+84912345678', '- ', 'Ông A'])('%s is none', (text) => expect(readBullet(text)).toBeNull())
})

test('letters that make no Roman number have no value', () => {
  expect([romanValue('XIV'), romanValue('IIX'), romanValue('VV')]).toEqual([14, null, null])
})
