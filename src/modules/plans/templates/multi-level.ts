import { lowerSecondary } from './lower-secondary.ts'
import { primary } from './primary.ts'
import { schoolSections } from './school.ts'
import { adapt, goal, linesOf, point, task, type PlanTemplate, type TemplateLine } from './template.ts'
import { upperSecondary } from './upper-secondary.ts'

/** A line as another kind of school has it. */
function lineOf(template: PlanTemplate, id: string): TemplateLine {
  const found = linesOf(template).find(({ line }) => line.id === id)
  if (!found) throw new Error(`no line ${id}`)
  return found.line
}

/** Several levels under one roof: what differs by age is said per level. */
export const multiLevel = adapt(schoolSections, {
  kind: 'multi_level',
  words: {
    unit: 'nhà trường',
    learners: 'học sinh',
    bothSexes: 'học sinh nam và học sinh nữ',
    parents: 'cha mẹ học sinh',
    head: 'Hiệu trưởng',
    programme: 'hoàn thành chương trình của từng cấp học',
  },
  instead: [
    point('target.completion', '100% học sinh nam và học sinh nữ hoàn thành chương trình của từng cấp học, chuyển cấp đầy đủ; không có học sinh bỏ học vì lý do giới.', 'equal_education', goal(null, 'Tỷ lệ học sinh nam và học sinh nữ hoàn thành chương trình từng cấp học', '=', 100, '%')),
    task('leadership.assignment', 'Phân công Phó Hiệu trưởng phụ trách từng cấp học làm đầu mối; bảng phân công nêu riêng nhiệm vụ của mỗi cấp, theo dõi tiến độ hằng tháng.', { topic: 'assignment', lead: 'committee_head', by: ['vice_principal', 'subject_groups'], when: { quarter: 1 }, product: 'Bảng phân công theo cấp học, bảng theo dõi tiến độ' }),
    task('communication.learners', 'Truyền thông theo từng cấp học: tiểu học qua Sao nhi đồng và phát thanh măng non; trung học cơ sở qua sinh hoạt Đội, sinh hoạt lớp; trung học phổ thông qua kênh truyền thông của Đoàn trường.', { topic: 'law_communication', lead: 'youth_union', by: ['pioneers', 'homeroom_teachers'], when: { allYear: true }, product: 'Kế hoạch truyền thông theo cấp học, số lượt học sinh nam, nữ' }),
    task('education.lessons', 'Lồng ghép nội dung giới liền mạch giữa các cấp: bảng nội dung nối tiếp từ môn Đạo đức, Tự nhiên và Xã hội, Khoa học đến Giáo dục công dân, Khoa học tự nhiên, Giáo dục kinh tế và pháp luật, Sinh học và Hoạt động trải nghiệm.', { topic: 'curriculum', lead: 'vice_principal', by: ['subject_groups'], when: { from: '08-15', to: '12-31' }, product: 'Bảng nội dung lồng ghép theo cấp học, khối lớp' }),
    task('movements.models', 'Tổ chức hoạt động liên cấp “Anh chị dìu dắt em”: học sinh lớp lớn làm người hướng dẫn về tôn trọng, an toàn; mỗi cấp học có hội thi hoặc câu lạc bộ phù hợp.', { topic: 'clubs_models', lead: 'youth_union', by: ['pioneers', 'homeroom_teachers'], when: { quarter: 4 }, product: 'Chương trình, sản phẩm, kết quả' }),
    task('safety.counselling', 'Bố trí tư vấn học đường theo nhóm tuổi: nơi tiếp, người tư vấn và giờ trực riêng cho tiểu học và trung học.', { topic: 'counselling', lead: 'counselling_team', by: ['homeroom_teachers', 'health_staff'], when: { allYear: true }, product: 'Lịch trực theo cấp học, sổ theo dõi số lượt tư vấn' }),
  ],
  more: {
    education: [lineOf(primary, 'primary.protection'), lineOf(lowerSecondary, 'secondary.health'), lineOf(lowerSecondary, 'secondary.career')],
    safety: [
      task('multi.separate', 'Sắp xếp khu vệ sinh, giờ ra chơi, xe đưa đón bảo đảm học sinh nhỏ không bị học sinh lớn bắt nạt; phân công giáo viên trực theo khu vực.', { topic: 'safe_school', lead: 'vice_principal', by: ['homeroom_teachers'], when: { month: 9 }, product: 'Sơ đồ, lịch trực' }),
      lineOf(upperSecondary, 'upper.online'),
    ],
  },
})
