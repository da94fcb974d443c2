import { lowerSecondary } from './lower-secondary.ts'
import { schoolSections } from './school.ts'
import { adapt, goal, linesOf, point, task } from './template.ts'

const health = linesOf(lowerSecondary).find(({ line }) => line.id === 'secondary.health')?.line

/** Ethnic-minority pupils who live at school: day and night, far from home, customs that hold girls back. */
export const boarding = adapt(schoolSections, {
  kind: 'boarding',
  words: {
    unit: 'nhà trường',
    learners: 'học sinh',
    bothSexes: 'học sinh nam và học sinh nữ',
    parents: 'cha mẹ học sinh',
    head: 'Hiệu trưởng',
    programme: 'hoàn thành chương trình cấp học',
  },
  instead: [
    point('target.completion', '100% học sinh nam và học sinh nữ dân tộc thiểu số hoàn thành chương trình cấp học; không có học sinh tảo hôn, bỏ học.', 'equal_education', goal(null, 'Tỷ lệ học sinh nam và học sinh nữ hoàn thành chương trình cấp học', '=', 100, '%')),
    task('communication.learners', 'Truyền thông cho học sinh bằng tiếng phổ thông và tiếng dân tộc qua sinh hoạt dưới cờ, sinh hoạt tối ở khu nội trú, văn nghệ dân gian; phê phán hủ tục trọng nam hơn nữ.', { topic: 'law_communication', lead: 'youth_union', by: ['boarding_team', 'pioneers'], when: { allYear: true }, product: 'Kịch bản song ngữ, hình ảnh, số lượt học sinh nam, nữ' }),
    task('communication.parents', 'Truyền thông cho cha mẹ học sinh tại thôn, bản trong dịp đón trả học sinh; mời già làng, trưởng bản, người có uy tín, người cha cùng vận động cho con gái đi học.', { topic: 'parents_men_boys', lead: 'homeroom_teachers', by: ['parents_board', 'boarding_team'], when: { from: '08-15', to: '09-30' }, product: 'Biên bản, số lượt cha, mẹ dự' }),
    task('education.equal', 'Theo dõi chuyên cần, học lực tách theo nam, nữ và từng dân tộc; phụ đạo, động viên học sinh nữ có nguy cơ bỏ học; đến tận nhà vận động khi học sinh không trở lại trường sau Tết, sau mùa vụ.', { topic: 'equal_education', lead: 'vice_principal', by: ['homeroom_teachers', 'boarding_team'], when: { allYear: true }, product: 'Danh sách theo dõi, kết quả vận động' }),
    task('safety.school', 'Bảo đảm an toàn khu nội trú: phòng ở, nhà vệ sinh, phòng tắm của nam và nữ riêng biệt, có khóa, đủ ánh sáng; trực đêm có giáo viên nữ ở khu nữ; quản lý người ra vào.', { topic: 'safe_school', lead: 'boarding_team', by: ['vice_principal'], when: { month: 8 }, product: 'Bảng kiểm khu nội trú, lịch trực đêm' }),
    task('safety.counselling', 'Duy trì tư vấn học đường cả ngoài giờ học; bố trí người tư vấn biết tiếng dân tộc, có nữ tư vấn cho học sinh nữ.', { topic: 'counselling', lead: 'counselling_team', by: ['boarding_team', 'health_staff'], when: { allYear: true }, product: 'Lịch trực, sổ theo dõi số lượt tư vấn' }),
    task('movements.models', 'Tổ chức hội thi, văn nghệ, trò chơi dân tộc có cả nam và nữ; mô hình “Khu nội trú tự quản, cùng chia sẻ việc chung”.', { topic: 'clubs_models', lead: 'youth_union', by: ['boarding_team'], when: { quarter: 4 }, product: 'Chương trình, kết quả' }),
  ],
  more: {
    education: health ? [health] : [],
    safety: [
      task('boarding.early_marriage', 'Ký cam kết với học sinh, gia đình và thôn, bản về không tảo hôn, không hôn nhân cận huyết thống; nhận biết dấu hiệu lừa gạt mua bán người qua mạng, qua môi giới hôn nhân.', { topic: 'incident', lead: 'youth_union', by: ['homeroom_teachers', 'parents_board'], when: { from: '01-05', to: '02-28' }, product: 'Bản cam kết, tài liệu truyền thông', also: ['S24'] }),
      task('boarding.supplies', 'Cung cấp đồ dùng vệ sinh thiết yếu cho học sinh nữ, tủ thuốc và chăm sóc y tế ban đầu tại khu nội trú.', { topic: 'health', lead: 'health_staff', by: ['accountant', 'boarding_team'], when: { allYear: true }, product: 'Sổ cấp phát' }),
    ],
  },
})
