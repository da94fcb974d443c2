import { describe, expect, test } from 'vitest'
import { planWith } from './plan-with.ts'

const targets = (...lines: readonly string[]) => planWith(...lines).targets.map(({ op, value, unit }) => `${op} ${value} ${unit}`)

describe('among the objectives', () => {
  test.each([
    ['- Tỷ lệ nữ thạc sĩ đạt 5%;', ['= 5 %']],
    ['- Trên 90% cán bộ, dưới 2,5% học sinh bỏ học.', ['> 90 %', '< 2.5 %']],
    ['- Có 1.000 lượt học sinh được tiếp cận.', ['= 1000 lượt']],
    ['- Xây dựng ít nhất 01 - 02 thiết chế văn hóa.', ['>= 1 thiết chế']],
    ['- Tỷ lệ tham gia đạt từ 98% trở lên.', ['>= 98 %']],
    ['- Có ≥ 30% doanh nghiệp ứng dụng công nghệ số.', ['>= 30 %']],
    ['- Giảm số vụ từ 23 vụ xuống 18 vụ.', ['= 18 vụ']],
  ])('%s', (line, expected) => expect(targets('II. MỤC TIÊU', line)).toEqual(expected))

  test.each(['- 50% doanh nghiệp từ 500 lao động trở lên có nhà trẻ.', '- Thực hiện Đề án 06 trong 05 năm, đến năm 2030, theo Kế hoạch số 12/KH-UBND: 50% trẻ em dưới 15 tuổi.'])(
    'conditions, years, ages and numbers of documents are no figures: %s',
    (line) => expect(targets('II. MỤC TIÊU', line)).toEqual(['= 50 %']),
  )
})

describe('elsewhere', () => {
  test('only what the sentence calls a goal', () => {
    expect(targets('III. NHIỆM VỤ', '- Phấn đấu 100% giáo viên được tập huấn.', '- Tổ chức ít nhất 02 buổi tuyên truyền.')).toEqual(['= 100 %', '>= 2 buổi tuyên'])
  })

  test.each(['- Người không đạt tín nhiệm trên 50% tổng số cử tri thì không đưa vào danh sách.', '- Trường có 12 lớp, 30% học sinh là nữ.', '- Kinh phí 20 triệu đồng.'])('%s sets none', (line) => expect(targets('III. NHIỆM VỤ', line)).toEqual([]))
})

test('the term is that of the figure, of its list or of the plan', () => {
  const plan = planWith('II. MỤC TIÊU', 'Đến năm 2030, phấn đấu:', '- 80% học sinh tham gia.', '- Mỗi quý tổ chức 01 hoạt động.')
  expect(plan.targets.map(({ period }) => period)).toEqual(['đến 2030', 'mỗi quý'])
})
