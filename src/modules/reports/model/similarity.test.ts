import { describe, expect, it } from 'vitest'
import { similarity } from './similarity.ts'

const TEXT = 'Nhà trường còn thiếu báo cáo viên về giới; kinh phí cho hoạt động truyền thông năm 2025 chưa được cấp riêng, một số phụ huynh chưa quan tâm.'

describe('similarity of texts', () => {
  it('is whole when only dates and numbers were changed', () => {
    expect(similarity(TEXT.replace('2025', '2026'), TEXT)).toBe(1)
    expect(similarity('Ngày 12/3/2025 trường tổ chức ngày hội cho học sinh toàn trường', 'Ngày 8/3/2026 trường tổ chức ngày hội cho học sinh toàn trường')).toBe(1)
  })

  it('is none for a text of its own', () => {
    expect(similarity('Giáo viên nam tham gia còn ít; phòng tư vấn tâm lý phải dùng chung với phòng y tế của trường.', TEXT)).toBe(0)
  })

  it('grows with what is taken over', () => {
    const half = similarity(`${TEXT} Ngoài ra đợt mưa lũ tháng chín làm gián đoạn kế hoạch truyền thông tại hai điểm trường lẻ ở xa trung tâm xã.`, TEXT)
    expect(half).toBeGreaterThan(0.4)
    expect(half).toBeLessThan(0.7)
  })

  it('does not judge a few words', () => {
    expect(similarity('Không có.', 'Không có.')).toBe(0)
  })
})
