/** The rows of the field's work that a plan can serve; a template proves itself against them. */
export const SYSTEMS = {
  S1: 'Đơn vị, đầu mối',
  S2: 'Ban Vì sự tiến bộ của phụ nữ',
  S3: 'Văn bản chỉ đạo, căn cứ pháp lý',
  S4: 'Kế hoạch',
  S5: 'Mục tiêu, chỉ tiêu',
  S6: 'Nhiệm vụ, phân công',
  S7: 'Truyền thông',
  S8: 'Đợt cao điểm trong năm',
  S9: 'Lồng ghép giáo dục giới',
  S10: 'Tập huấn, bồi dưỡng',
  S11: 'Công tác cán bộ nữ',
  S12: 'Chính sách đối với lao động nữ',
  S13: 'Trường học an toàn, thân thiện',
  S14: 'Xử lý vụ việc',
  S15: 'Hỗ trợ người có hoàn cảnh khó khăn',
  S16: 'Phong trào, hội thi, câu lạc bộ, mô hình',
  S17: 'Khen thưởng, biểu dương',
  S18: 'Kiểm tra, giám sát',
  S19: 'Khảo sát, lấy ý kiến',
  S20: 'Kinh phí',
  S21: 'Phối hợp, hợp tác',
  S22: 'Báo cáo định kỳ',
  S23: 'Tổng hợp báo cáo',
  S24: 'Bình đẳng trong giáo dục',
  S25: 'Công khai, đăng tải',
  S26: 'Thể thức văn bản',
} as const satisfies Record<`S${number}`, string>

export type SystemId = keyof typeof SYSTEMS

export const SYSTEM_IDS = Object.keys(SYSTEMS) as readonly SystemId[]
