import type { RoleKey, UnitKind } from '../model/roles.ts'
import type { TopicId } from '../model/topics.ts'
import type { When } from '../model/when.ts'
import { task, withWords, type TemplateLine } from './template.ts'

/** Words with which a unit speaks of itself and of those it serves. */
export interface UnitWords {
  readonly unit: string
  readonly learners: string
}

/** “nhà trường” and “học sinh”, or what the kind of unit says instead. */
export function unitWords(kind: UnitKind): Readonly<Record<keyof UnitWords, string>> {
  if (kind === 'kindergarten') return { unit: 'nhà trường', learners: 'trẻ' }
  if (kind === 'continuing') return { unit: 'trung tâm', learners: 'học viên' }
  if (kind === 'commune') return { unit: 'địa phương', learners: 'học sinh' }
  if (kind === 'department') return { unit: 'ngành', learners: 'học sinh' }
  return { unit: 'nhà trường', learners: 'học sinh' }
}

/** Lines for matters that a superior may raise and that no line of the unit's template is about. */
const SCHOOL_ANSWERS: readonly TemplateLine[] = [
  task('answer.violations', 'Chấp hành quy định xử phạt vi phạm hành chính về bình đẳng giới; phát hiện, lập hồ sơ, kiến nghị cấp có thẩm quyền xử lý vi phạm xảy ra tại {unit}.', { topic: 'violations', lead: 'principal', by: ['committee'], when: { allYear: true }, product: 'Biên bản, văn bản kiến nghị (nếu có)' }),
  task('answer.sex_ratio', 'Truyền thông cho cán bộ, giáo viên, nhân viên và các gia đình về giá trị như nhau của con trai, con gái, không lựa chọn giới tính thai nhi.', { topic: 'sex_ratio', lead: 'union', by: ['health_staff'], when: { observance: 'population_day' }, product: 'Nội dung truyền thông, số lượt người nam, nữ' }),
  task('answer.health', 'Chăm sóc sức khỏe, phát triển thể chất cho {learners} nam và nữ như nhau; hướng dẫn vệ sinh cá nhân phù hợp lứa tuổi.', { topic: 'health', lead: 'health_staff', by: ['homeroom_teachers'], when: { allYear: true }, product: 'Sổ theo dõi sức khỏe tách nam, nữ' }),
  task('answer.online', 'Phổ biến cho người lao động và các gia đình cách bảo vệ thông tin, hình ảnh của {learners} trên môi trường mạng.', { topic: 'online_safety', lead: 'it_team', by: ['homeroom_teachers'], when: { quarter: 4 }, product: 'Tài liệu hướng dẫn' }),
  task('answer.self_protection', 'Dạy {learners} kỹ năng tự bảo vệ, nhận biết nguy cơ và tìm người giúp đỡ, phù hợp từng lứa tuổi.', { topic: 'self_protection', lead: 'homeroom_teachers', by: ['health_staff'], when: { quarter: 4 }, product: 'Kế hoạch hoạt động, số {learners} nam, nữ' }),
  task('answer.consolidation', 'Tổng hợp kết quả của các tổ, lớp, đoàn thể trong {unit}; nhắc bộ phận chậm, đưa vào báo cáo định kỳ.', { topic: 'consolidation', lead: 'committee_secretary', by: ['subject_groups', 'union'], when: { from: '05-05', to: '11-20' }, product: 'Bảng tổng hợp theo bộ phận' }),
  task('answer.units', 'Cập nhật tên, đầu mối, thông tin liên hệ của {unit} với cơ quan quản lý khi có thay đổi.', { topic: 'units', lead: 'clerk', by: ['principal'], when: { quarter: 1 }, product: 'Thông báo đầu mối' }),
]

const OFFICE_ANSWERS = (lead: RoleKey, by: RoleKey): readonly TemplateLine[] => [
  task('answer.sex_ratio', 'Chỉ đạo truyền thông về giảm mất cân bằng giới tính khi sinh, giá trị như nhau của con trai và con gái.', { topic: 'sex_ratio', lead, by: [by], when: { observance: 'population_day' }, product: 'Văn bản, số cuộc truyền thông' }),
  task('answer.health', 'Chỉ đạo chăm sóc sức khỏe, giáo dục sức khỏe sinh sản, phát triển thể chất cho người học nam và nữ phù hợp lứa tuổi.', { topic: 'health', lead, by: [by], when: { allYear: true }, product: 'Văn bản chỉ đạo, kết quả' }),
  task('answer.online', 'Hướng dẫn các trường giáo dục an toàn trên môi trường mạng, phòng bắt nạt, quấy rối trực tuyến.', { topic: 'online_safety', lead, by: [by], when: { quarter: 4 }, product: 'Tài liệu hướng dẫn' }),
  task('answer.self_protection', 'Chỉ đạo các trường dạy kỹ năng tự bảo vệ, phòng tránh xâm hại cho người học theo lứa tuổi.', { topic: 'self_protection', lead, by: [by], when: { quarter: 3 }, product: 'Văn bản chỉ đạo, kết quả' }),
  task('answer.counselling', 'Theo dõi, hỗ trợ các trường duy trì tư vấn học đường, công tác xã hội.', { topic: 'counselling', lead, by: [by], when: { allYear: true }, product: 'Danh sách tổ tư vấn, số lượt tư vấn' }),
  task('answer.conduct', 'Chỉ đạo thực hiện quy tắc ứng xử, văn hóa ứng xử trong các trường.', { topic: 'code_of_conduct', lead, by: [by], when: { quarter: 3 }, product: 'Văn bản chỉ đạo' }),
  task('answer.materials', 'Chia sẻ tài liệu, học liệu về giới giữa các trường; rà soát nội dung mang định kiến.', { topic: 'materials', lead, by: [by], when: { quarter: 3 }, product: 'Danh mục học liệu' }),
  task('answer.movements', 'Phát động phong trào thi đua, cuộc vận động gắn với bình đẳng giới trong các trường.', { topic: 'movements', lead, by: [by], when: { quarter: 3 }, product: 'Kế hoạch, kết quả' }),
  task('answer.models', 'Tổ chức hội thi, câu lạc bộ, diễn đàn về bình đẳng giới; nhân rộng mô hình tốt.', { topic: 'clubs_models', lead, by: [by], when: { quarter: 4 }, product: 'Thể lệ, kết quả' }),
  task('answer.services', 'Công bố đường dây nóng, địa chỉ tin cậy và dịch vụ hỗ trợ tới các trường, người dân.', { topic: 'services', lead, by: [by], when: { quarter: 2 }, product: 'Thông báo công khai' }),
]

/** The lines that a kind of unit can add for a topic of which its template does not speak. */
export function answersOf(kind: UnitKind): readonly TemplateLine[] {
  const lines =
    kind === 'commune'
      ? OFFICE_ANSWERS('culture_office', 'commune_schools')
      : kind === 'department'
        ? OFFICE_ANSWERS('student_affairs_office', 'attached_units')
        : SCHOOL_ANSWERS
  const words = { ...unitWords(kind) }
  return lines.map((line) => ({ ...line, text: withWords(line.text, words), product: line.product && withWords(line.product, words) }))
}

/** Who leads, and when, what was made from a superior's own words. */
export function standInFor(kind: UnitKind, topic: TopicId | null): { readonly lead: RoleKey; readonly by: RoleKey; readonly when: When } {
  const isMoney = topic === 'budget'
  if (kind === 'commune') return { lead: 'culture_office', by: isMoney ? 'economy_office' : 'commune_schools', when: { allYear: true } }
  if (kind === 'department') return { lead: 'personnel_office', by: isMoney ? 'finance_office' : 'attached_units', when: { allYear: true } }
  return { lead: isMoney ? 'accountant' : 'committee', by: isMoney ? 'committee' : 'subject_groups', when: { allYear: true } }
}
