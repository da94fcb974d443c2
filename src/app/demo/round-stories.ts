/** A report that was begun and not given. */
interface Begun {
  readonly unitKey: string
  readonly state: 'draft'
  /** Month and day on which it was begun. */
  readonly on: string
}

/** A report that was given, and what became of it. */
interface WrittenReport {
  readonly unitKey: string
  readonly state: 'submitted' | 'returned' | 'accepted'
  /** Month and day of the submission. */
  readonly on: string
  readonly highlights: string
  readonly difficulties: string
  readonly next: string
  readonly proposals: string
  /** Parts whose activities lack evidence; the school says where it lies. */
  readonly withoutEvidence?: readonly string[]
  /** What the superior asks to be mended. */
  readonly returned?: string
}

export type ReportStory = Begun | WrittenReport

/** Reports of the half-year round; the other recipients have given none. */
export const HALF_YEAR: readonly ReportStory[] = [
  {
    unitKey: 'thptbolua', state: 'accepted', on: '05-22',
    highlights: 'Nam sinh và nữ sinh cùng dẫn dắt các buổi sinh hoạt dưới cờ; giáo viên hai bộ môn đã đưa nội dung giới vào tiết dạy.',
    difficulties: 'Giáo viên kiêm nhiệm nên khó sắp xếp thời gian; chưa có báo cáo viên về giới tại trường.',
    next: 'Tổ chức tọa đàm phòng, chống bạo lực học đường đầu năm học mới và hội thi cho học sinh.',
    proposals: 'Sở mở lớp bồi dưỡng báo cáo viên về giới cho các trường.',
    withoutEvidence: ['direction_told', 'education_told', 'capacity_told', 'welfare_told'],
  },
  {
    unitKey: 'thptlungmay', state: 'submitted', on: '05-26',
    highlights: 'Nhà trường đã kiện toàn Ban và rà soát tỷ lệ nữ trong quy hoạch.',
    difficulties: 'Trường vùng cao, nhiều học sinh ở xa nên ít hoạt động ngoài giờ.',
    next: 'Phối hợp với Hội Phụ nữ xã truyền thông tại khu nội trú.',
    proposals: 'Hỗ trợ tài liệu truyền thông song ngữ.',
  },
  {
    unitKey: 'thptsongmo', state: 'returned', on: '05-25',
    highlights: 'Câu lạc bộ Bình đẳng sinh hoạt đều; ngoại khóa an toàn trên mạng thu hút cả ba khối.',
    difficulties: 'Chưa thống kê được số cha mẹ học sinh tham gia.',
    next: 'Tổ chức chuyên đề chọn nghề không định kiến cho cha mẹ học sinh.',
    proposals: 'Không có.',
    withoutEvidence: ['direction_told', 'education_told'],
    returned: 'Đề nghị nêu rõ nguyên nhân chưa thống kê được và hướng khắc phục.',
  },
  { unitKey: 'ntsongmo', state: 'draft', on: '05-20' },
]
