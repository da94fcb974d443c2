import type { Form } from '../model/form.ts'
import { appendix, ask, figures, mayTell, section, told } from './outline.ts'
import { b1, b10, b12, b15, b2, b7, b8, b9 } from './tables.ts'

/** The first six months: what was done, what is in the way, what comes next; a short appendix. */
export const halfYear: Form = {
  code: 'half_year',
  version: 1,
  title: 'Kết quả công tác bình đẳng giới và vì sự tiến bộ của phụ nữ 6 tháng đầu năm',
  sections: [
    section('situation', 'Đặc điểm tình hình', [mayTell('situation', 'Thuận lợi, khó khăn nổi bật của đơn vị trong kỳ')]),
    section('direction', 'Công tác lãnh đạo, chỉ đạo', [told('direction_told', 'meeting'), mayTell('direction', 'Kiện toàn Ban Vì sự tiến bộ của phụ nữ; văn bản đã ban hành')]),
    section('results', 'Kết quả thực hiện', [], [
      section('communication', 'Truyền thông, nâng cao nhận thức', [told('communication_told', 'communication', 'publication', 'parents_event', 'contest'), figures('communication_figures', 'C01', 'C02', 'C03', 'C04', 'C05', 'C07')]),
      section('education', 'Lồng ghép giới trong giáo dục; người học', [told('education_told', 'lesson', 'club', 'model'), figures('education_figures', 'B01', 'B12', 'B13')]),
      section('capacity', 'Tập huấn, nâng cao năng lực', [told('capacity_told', 'training_held', 'training_attended'), figures('capacity_figures', 'D04', 'D07')]),
      section('safety', 'Phòng ngừa bạo lực, tư vấn học đường', [told('safety_told', 'counselling', 'safe_school'), figures('safety_figures', 'E07')]),
      section('welfare', 'Chăm lo đời sống, phối hợp', [told('welfare_told', 'visit', 'cooperation', 'other'), mayTell('welfare', 'Thi đua, khen thưởng; chế độ, chính sách')]),
    ]),
    section('assessment', 'Đánh giá chung', [ask('highlights', 'Kết quả nổi bật'), ask('difficulties', 'Tồn tại, hạn chế, khó khăn và nguyên nhân')]),
    section('next', 'Phương hướng 6 tháng cuối năm', [ask('next', 'Nhiệm vụ trọng tâm kỳ tới')]),
    section('proposals', 'Kiến nghị, đề xuất', [ask('proposals', 'Kiến nghị, đề xuất; nếu không có, ghi rõ “Không có”')]),
    section('appendix', 'Phụ lục số liệu', [appendix(b1), appendix(b2), appendix(b7), appendix(b8), appendix(b9), appendix(b10), appendix(b12), appendix(b15)]),
  ],
}
