import type { Form } from '../model/form.ts'
import { appendix, ask, figures, mayTell, section, told } from './outline.ts'
import { b1, b10, b11, b12, b13, b14, b15, b2, b3, b4, b5, b6, b7, b8, b9 } from './tables.ts'

/** The whole year with its targets and the full appendix. */
export const year: Form = {
  code: 'year',
  version: 1,
  title: 'Kết quả công tác bình đẳng giới và vì sự tiến bộ của phụ nữ',
  sections: [
    section('situation', 'Đặc điểm tình hình', [mayTell('situation', 'Tổ chức, đội ngũ, người học; thuận lợi, khó khăn')]),
    section('direction', 'Công tác lãnh đạo, chỉ đạo; kiện toàn Ban Vì sự tiến bộ của phụ nữ', [told('direction_told', 'meeting'), figures('direction_figures', 'D01', 'D02', 'D03'), mayTell('direction', 'Văn bản đã ban hành')]),
    section('results', 'Kết quả thực hiện mục tiêu, chỉ tiêu', [], [
      section('education', 'Giảng dạy lồng ghép giới', [told('education_told', 'lesson', 'club', 'model'), figures('education_figures', 'B11', 'B12', 'B13', 'B14')]),
      section('people', 'Chất lượng nguồn nhân lực nữ, người học', [figures('people_figures', 'A13', 'A14', 'A15', 'A17', 'B01', 'B06', 'B15', 'B16')]),
      section('leadership', 'Lãnh đạo, quy hoạch, bổ nhiệm, cấp ủy', [figures('leadership_figures', 'A04', 'A05', 'A07', 'A08', 'A09', 'A10', 'A11')]),
      section('communication', 'Truyền thông, Tháng hành động', [told('communication_told', 'communication', 'publication', 'parents_event', 'contest', 'action_month'), figures('communication_figures', 'C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C11')]),
      section('capacity', 'Tập huấn, năng lực của Ban', [told('capacity_told', 'training_held', 'training_attended'), figures('capacity_figures', 'D04', 'D05', 'D06', 'D07')]),
    ]),
    section('safety', 'Phòng ngừa, ứng phó bạo lực; tư vấn học đường', [told('safety_told', 'counselling', 'safe_school'), figures('safety_figures', 'E05', 'E06', 'E07')]),
    section('welfare', 'Thi đua, khen thưởng; chăm lo nữ cán bộ, giáo viên, nhân viên; kinh phí', [told('welfare_told', 'visit', 'cooperation', 'other'), figures('welfare_figures', 'D10', 'F01', 'F02', 'F04'), mayTell('welfare', 'Chế độ, chính sách; kiểm tra, giám sát')]),
    section('assessment', 'Đánh giá chung', [], [
      section('highlights', 'Kết quả nổi bật', [ask('highlights', 'Kết quả nổi bật')]),
      section('difficulties', 'Tồn tại, hạn chế', [ask('difficulties', 'Tồn tại, hạn chế, khó khăn')]),
      section('causes', 'Nguyên nhân', [ask('causes', 'Nguyên nhân chủ quan, khách quan')]),
    ]),
    section('next', 'Phương hướng năm tới', [ask('next', 'Nhiệm vụ trọng tâm năm tới')]),
    section('proposals', 'Kiến nghị, đề xuất', [ask('proposals', 'Kiến nghị, đề xuất; nếu không có, ghi rõ “Không có”')]),
    section('appendix', 'Phụ lục số liệu', [b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15].map(appendix)),
  ],
}
