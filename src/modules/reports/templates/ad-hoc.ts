import type { Form } from '../model/form.ts'
import { ask, figures, mayTell, section, told } from './outline.ts'

/** One question outside the regular reports: short, with what the system knows already. */
export const adHoc: Form = {
  code: 'ad_hoc',
  version: 1,
  title: 'Báo cáo đột xuất về công tác bình đẳng giới',
  sections: [
    section('answer', 'Nội dung báo cáo', [ask('answer', 'Trả lời theo yêu cầu của cấp trên')]),
    section('results', 'Hoạt động có liên quan trong kỳ', [told('answer_told', 'communication', 'training_held', 'lesson', 'counselling', 'action_month', 'other'), figures('answer_figures', 'C01', 'D04')]),
    section('proposals', 'Kiến nghị, đề xuất', [mayTell('proposals', 'Kiến nghị, đề xuất nếu có')]),
  ],
}
