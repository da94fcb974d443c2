import { describe, expect, test } from 'vitest'
import { planWith } from './plan-with.ts'

const deadlines = (...lines: readonly string[]) =>
  planWith(...lines)
    .deadlines.filter(({ kind }) => kind !== 'observance')
    .map(({ kind, date, qualifier }) => `${kind} ${date} ${qualifier}`)

describe('reports', () => {
  test.each([
    ['- Gửi báo cáo 6 tháng trước ngày 28/5/2026; báo cáo năm trước ngày 01/12/2026.', ['report 2026-05-28 before', 'report 2026-12-01 before']],
    ['- Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo kết quả về Sở.', ['report --12-15 before']],
    ['- Nộp hồ sơ chậm nhất ngày 03/02/2026.', ['report 2026-02-03 by']],
  ])('%s', (line, expected) => expect(deadlines('V. TỔ CHỨC THỰC HIỆN', line)).toEqual(expected))

  test('said twice it is one deadline', () => {
    expect(deadlines('V. TỔ CHỨC THỰC HIỆN', '- Gửi báo cáo kết quả về Sở trước ngày 28/5/2026.', '- Tổ trưởng gửi báo cáo kết quả về Sở trước ngày 28/5/2026.')).toEqual(['report 2026-05-28 before'])
  })
})

describe('activities', () => {
  test.each([
    ['- Thời gian thực hiện: Năm 2026 và các năm tiếp theo.', ['activity 2026/.. from']],
    ['- Thời gian hoàn thành: Quý II/2026.', ['activity 2026-04/2026-06 null']],
    ['- Thời gian: Từ tháng 3/2026 trở đi.', ['activity 2026-03/.. from']],
    ['- Hoàn thành xây dựng kế hoạch trước ngày 20/3/2026.', ['activity 2026-03-20 before']],
  ])('%s', (line, expected) => expect(deadlines('III. NHIỆM VỤ', '1. Tuyên truyền', line)).toEqual(expected))

  test('a row of a schedule is one entry', () => {
    expect(deadlines('III. LỊCH TRÌNH THỰC HIỆN', '1. Tháng 1-3:', '- Tập huấn ngày 15/3.', '2. Tháng 4:', '- Hội thi.')).toEqual(['activity 2026-01/2026-03 null', 'activity 2026-04 on'])
  })

  test('a stage with its days', () => {
    expect(deadlines('III. NỘI DUNG', '1. Đợt 1: Từ ngày 05/12/2026 đến ngày 20/12/2026', '- Kiểm tra các lớp.')).toEqual(['activity 2026-12-05/2026-12-20 null'])
  })
})

test.each([
  '- Thực hiện Kế hoạch số 12/KH-UBND ngày 15/3/2026 của UBND tỉnh.',
  '- Đến năm 2030, 100% học sinh được học bơi.',
  '- Kỷ niệm Ngày Quốc tế Phụ nữ (8/3).',
  '- Chương trình giai đoạn 2021-2030.',
  '- Giải quyết trong thời hạn 05 ngày kể từ ngày nhận đơn.',
])('%s sets no deadline', (line) => expect(deadlines('III. NHIỆM VỤ', line)).toEqual([]))

test('what is reported as done sets none', () => {
  expect(deadlines('I. KẾT QUẢ THỰC HIỆN', '- Trong tháng 01 năm 2026, nhà trường tổ chức 02 hội nghị.')).toEqual([])
})

test('an observance is copied among the deadlines', () => {
  expect(planWith('III. NHIỆM VỤ', '- Kỷ niệm Ngày Quốc tế Phụ nữ (8/3).').deadlines).toEqual([{ kind: 'observance', date: '--03-08', qualifier: null, text: 'Ngày Quốc tế Phụ nữ' }])
})
