import { describe, expect, it } from 'vitest'
import { ownDutyOf } from './own-duties.ts'

const DEPARTMENT = 'Sở Giáo dục và Đào tạo Sông Mơ'

describe('a point of a Department’s plan', () => {
  it.each([
    ['Sở tổ chức kiểm tra việc thực hiện tại các trường.', 'Sở'],
    ['Phòng TCCB tham mưu Giám đốc Sở quy hoạch cán bộ nữ.', 'Phòng TCCB'],
    ['Giao Phòng Tổ chức cán bộ chủ trì, phối hợp với Công đoàn ngành tổng hợp số liệu.', 'Phòng Tổ chức cán bộ'],
    ['Văn phòng Sở bố trí kinh phí cho hội thi cấp tỉnh.', 'Văn phòng Sở'],
    ['Ban Vì sự tiến bộ của phụ nữ ngành: theo dõi, tổng hợp kết quả của các đơn vị.', 'Ban Vì sự tiến bộ của phụ nữ ngành'],
  ])('names its doer: %s', (text, party) => {
    expect(ownDutyOf(text, DEPARTMENT)).toEqual({ why: 'named', party })
  })

  it.each([
    'Kiểm tra các đơn vị về tổ chức và hoạt động của Ban, thực hiện chính sách.',
    'Kiểm tra, giám sát việc thực hiện quy tắc ứng xử tại các nhà trường theo kế hoạch.',
    'Xây dựng kế hoạch và tổ chức các đoàn kiểm tra hoạt động vì sự tiến bộ của phụ nữ ở các trường THPT.',
  ])('is an inspection of its units: %s', (text) => {
    expect(ownDutyOf(text, DEPARTMENT)).toEqual({ why: 'inspects' })
    expect(ownDutyOf(text, DEPARTMENT, 'upper_secondary')).toEqual({ why: 'inspects' })
  })

  it.each([
    'Chỉ đạo các trường THPT, đơn vị trực thuộc xây dựng Kế hoạch năm 2026.',
    'Sở chỉ đạo các trường lắp đặt hòm thư góp ý.',
    'Tiếp tục hướng dẫn, đôn đốc các đơn vị thực hiện chế độ báo cáo.',
    'Giám sát việc công bố số đại biểu nữ được bầu ở mỗi đơn vị bầu cử.',
    'Phòng, chống bạo lực học đường; tổ chức tuyên truyền trong giờ chào cờ.',
    'Phòng học bộ môn thực hiện nội quy chung cho nam và nữ.',
    'Sở hữu trí tuệ và bình đẳng giới: tổ chức một buổi nói chuyện.',
    'Kiểm tra, giám sát việc thực hiện chính sách đối với lao động nữ tại đơn vị.',
    'Các đơn vị báo cáo Sở kết quả thực hiện trước ngày 28/5.',
    'Phối hợp với Sở tổ chức tập huấn cho cán bộ nữ.',
    'Tổ chức thanh tra, kiểm tra, xử lý vi phạm về bình đẳng giới thuộc phạm vi quản lý.',
    'Hướng dẫn học sinh các trường kết nghĩa giao lưu, chia sẻ.',
    'Tăng cường giao lưu, học hỏi kinh nghiệm giữa Ban vì sự tiến bộ của phụ nữ của các đơn vị.',
  ])('is meant for the units: %s', (text) => {
    expect(ownDutyOf(text, DEPARTMENT)).toBeNull()
  })
})

describe('the same words', () => {
  it('name an addressee in the plan of the Ministry', () => {
    expect(ownDutyOf('Sở Giáo dục và Đào tạo tổ chức tập huấn cho giáo viên cốt cán.', 'Bộ Giáo dục và Đào tạo')).toBeNull()
    expect(ownDutyOf('Vụ Tổ chức cán bộ tổng hợp, báo cáo Lãnh đạo Bộ.', 'Bộ Giáo dục và Đào tạo')).toMatchObject({ why: 'named' })
  })

  it('name an office in the plan of a commune, an addressee in that of a Department', () => {
    const text = 'Phòng Văn hóa – Xã hội tham mưu tổ chức Tháng hành động vì bình đẳng giới.'
    expect(ownDutyOf(text, 'UBND phường Thạch Mơ')).toMatchObject({ why: 'named' })
    expect(ownDutyOf(text, DEPARTMENT)).toBeNull()
  })

  it('are meant for a commune, which has schools below itself', () => {
    expect(ownDutyOf('Kiểm tra việc thực hiện tại các trường mầm non.', DEPARTMENT, 'commune')).toBeNull()
  })
})
