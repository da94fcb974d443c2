import type { Form } from '../model/form.ts'
import { ask, appendix, figures, mayTell, section, told } from './outline.ts'
import { actionMonthTable } from './short-tables.ts'

/** The Action Month for gender equality, 15/11–15/12: what was done, who came, what it cost. */
export const actionMonth: Form = {
  code: 'action_month',
  version: 1,
  title: 'Kết quả triển khai Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
  sections: [
    section('direction', 'Công tác chỉ đạo, triển khai', [ask('direction', 'Văn bản chỉ đạo, chủ đề, thời gian, hình thức phát động')]),
    section('results', 'Kết quả hoạt động', [told('month_told', 'action_month', 'communication', 'publication', 'contest', 'lesson', 'parents_event'), figures('month_figures', 'C01', 'C05', 'C07')]),
    section('models', 'Mô hình, cách làm hay', [told('models_told', 'model', 'club'), mayTell('models', 'Mô hình, cách làm mới')]),
    section('assessment', 'Đánh giá', [ask('difficulties', 'Khó khăn, hạn chế'), ask('proposals', 'Kiến nghị, đề xuất; nếu không có, ghi rõ “Không có”')]),
    section('appendix', 'Phụ lục số liệu', [appendix(actionMonthTable)]),
  ],
}
