import type { Form } from '../model/form.ts'
import { appendix, ask, mayTell, section, told } from './outline.ts'
import { violenceTable } from './short-tables.ts'

/** Prevention of school violence in one term. @source Chỉ thị 03/CT-TTg */
export const schoolViolence: Form = {
  code: 'school_violence',
  version: 1,
  title: 'Kết quả phòng, chống bạo lực học đường',
  sections: [
    section('direction', 'Công tác chỉ đạo', [ask('direction', 'Kế hoạch, quy chế, phân công; công khai kênh tiếp nhận')]),
    section('prevention', 'Công tác phòng ngừa', [told('prevention_told', 'communication', 'lesson', 'club', 'safe_school', 'parents_event')]),
    section('support', 'Phát hiện, hỗ trợ, can thiệp', [told('support_told', 'counselling'), mayTell('support', 'Cách phối hợp xử lý; không nêu tên học sinh')]),
    section('assessment', 'Đánh giá', [ask('difficulties', 'Khó khăn, hạn chế và nguyên nhân')]),
    section('proposals', 'Kiến nghị, đề xuất', [ask('proposals', 'Kiến nghị, đề xuất; nếu không có, ghi rõ “Không có”')]),
    section('appendix', 'Phụ lục số liệu', [appendix(violenceTable)]),
  ],
}
