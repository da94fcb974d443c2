import { describe, expect, test } from 'vitest'
import { splitDuties } from './assignments.ts'
import { splitSubject } from './parties.ts'
import { planWith } from './plan-with.ts'

const assignments = (...lines: readonly string[]) => planWith(...lines).assignments.map(({ party, duties }) => `${party}: ${duties.length}`)

describe('in the organisation of the work', () => {
  test('headings that name a party', () => {
    expect(assignments('V. TỔ CHỨC THỰC HIỆN', '1. Ban giám hiệu', '- Chỉ đạo.', '- Kiểm tra.', '2. Đề nghị Công đoàn trường', 'Phối hợp tổ chức; vận động đoàn viên.', '3. Chế độ báo cáo', '- Định kỳ báo cáo.')).toEqual(['Ban giám hiệu: 2', 'Công đoàn trường: 2'])
  })

  test('bullets with the party before a colon', () => {
    expect(assignments('V. TỔ CHỨC THỰC HIỆN', '1. Phân công cụ thể', '- Trưởng ban: Triển khai kế hoạch. Xây dựng nội dung; bố trí kinh phí.', '- Giáo viên: Lồng ghép vào bài dạy.')).toEqual(['Trưởng ban: 3', 'Giáo viên: 1'])
  })

  test('sentences with the party as subject', () => {
    expect(assignments('V. TỔ CHỨC THỰC HIỆN', '1. Sở Nội vụ chịu trách nhiệm về nội dung Kế hoạch. Tham mưu kiểm tra, đôn đốc.', '2. Các cơ quan, đơn vị được giao chủ trì có trách nhiệm hoàn thành nhiệm vụ.')).toEqual(['Sở Nội vụ: 2', 'Các cơ quan, đơn vị được giao chủ trì: 1'])
  })
})

test('tasks that are headed by whom they are for', () => {
  expect(assignments('III. NHIỆM VỤ', '1. Đối với đội ngũ giáo viên', '- Lồng ghép vào bài dạy.', '2. Đối với những khiếu nại kéo dài', '- Giải quyết dứt điểm.')).toEqual(['đội ngũ giáo viên: 1'])
})

test('lines of a task, the budget and the closing words give no duties', () => {
  expect(assignments('III. NHIỆM VỤ', '1. Tập huấn', '- Cơ quan thực hiện: Sở Nội vụ.', 'IV. KINH PHÍ', '1. Sở Tài chính bố trí kinh phí.', 'V. TỔ CHỨC THỰC HIỆN', '1. Ban giám hiệu', '- Chỉ đạo.', 'Trong quá trình thực hiện, Sở Nội vụ tổng hợp, báo cáo./.')).toEqual(['Ban giám hiệu: 1'])
})

test.each([
  ['Ủy ban nhân dân xã chủ trì, phối hợp', 'Ủy ban nhân dân xã'],
  ['Giao Công an tỉnh theo dõi việc thực hiện', 'Công an tỉnh'],
  ['Đoàn kiểm tra có trách nhiệm báo cáo', 'Đoàn kiểm tra'],
  ['Ban Thường trực yêu cầu các tổ chức thành viên triển khai kế hoạch', 'Các tổ chức thành viên'],
])('the subject of “%s”', (sentence, party) => expect(splitSubject(sentence)?.party).toBe(party))

test.each(['Sơ kết, tổng kết việc thực hiện', 'Tổ chức hội nghị', 'Phòng ngừa bạo lực', 'Căn cứ Kế hoạch này, các đơn vị thực hiện', 'Báo cáo định kỳ'])('“%s” opens with no party', (sentence) => expect(splitSubject(sentence)).toBeNull())

test('a list after a colon is one duty', () => {
  expect(splitDuties('Báo cáo theo thời gian quy định: báo cáo 6 tháng; báo cáo năm. Lưu hồ sơ.')).toHaveLength(2)
})
