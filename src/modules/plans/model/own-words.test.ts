import { expect, test } from 'vitest'
import { inOwnWords } from './own-words.ts'

test.each([
  [
    'Chỉ đạo các trường THPT, đơn vị trực thuộc xây dựng quy chế phối hợp với công an.',
    'Xây dựng quy chế phối hợp với công an tại nhà trường, theo mục II.5 kế hoạch của cấp trên.',
  ],
  [
    'Đề nghị các đơn vị tiếp tục rà soát cơ sở vật chất; báo cáo kết quả.',
    'Rà soát cơ sở vật chất tại nhà trường, theo mục II.5 kế hoạch của cấp trên.',
  ],
  [
    'Môi trường làm việc văn minh trong toàn ngành trên địa bàn tỉnh Sông Lam.',
    'Triển khai nội dung môi trường làm việc văn minh trong nhà trường, theo mục II.5 kế hoạch của cấp trên.',
  ],
])('“%s” is told of the school itself', (text, own) => {
  expect(inOwnWords(text, 'II.5 – gạch 1', 'upper_secondary')).toBe(own)
})

test('a long sentence is cut between words', () => {
  const own = inOwnWords(`Tổ chức ${'sinh hoạt chuyên đề cho cán bộ, '.repeat(20)}`, 'II.1', 'primary')
  expect(own.length).toBeLessThan(320)
  expect(own).toMatch(/tại nhà trường, theo mục II\.1 kế hoạch của cấp trên\.$/)
})
