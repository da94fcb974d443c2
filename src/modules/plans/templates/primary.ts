import { schoolSections } from './school.ts'
import { adapt, goal, point, task } from './template.ts'

/** Pupils of six to eleven years. */
export const primary = adapt(schoolSections, {
  kind: 'primary',
  words: {
    unit: 'nhà trường',
    learners: 'học sinh',
    bothSexes: 'học sinh nam và học sinh nữ',
    parents: 'cha mẹ học sinh',
    head: 'Hiệu trưởng',
    programme: 'hoàn thành chương trình tiểu học',
  },
  instead: [
    point('target.completion', '100% học sinh nam và học sinh nữ hoàn thành chương trình tiểu học, trong đó có học sinh dân tộc thiểu số; không có học sinh bỏ học.', 'equal_education', goal('B15', 'Tỷ lệ học sinh nam và học sinh nữ hoàn thành chương trình tiểu học', '=', 100, '%')),
    task('communication.learners', 'Truyền thông cho học sinh về tôn trọng bạn, không trêu chọc vì giới tính qua sinh hoạt dưới cờ, sinh hoạt Sao nhi đồng, phát thanh măng non và bảng tin lớp.', { topic: 'law_communication', lead: 'pioneers', by: ['homeroom_teachers', 'youth_union'], when: { allYear: true }, product: 'Kịch bản phát thanh, hình ảnh, số lượt học sinh nam, nữ' }),
    task('peaks.happiness', 'Tổ chức “Hộp thư điều em muốn nói” và sinh hoạt chủ đề “Yêu thương và chia sẻ” nhân Ngày Quốc tế Hạnh phúc 20/3.', { topic: 'observances', lead: 'pioneers', by: ['homeroom_teachers'], when: { observance: 'happiness_day' }, product: 'Thư, tranh vẽ của học sinh' }),
    task('education.lessons', 'Lồng ghép nội dung giới vào các bài về bản thân, gia đình, nghề nghiệp trong môn Đạo đức, Tự nhiên và Xã hội, Khoa học và Hoạt động trải nghiệm theo từng khối lớp.', { topic: 'curriculum', lead: 'vice_principal', by: ['subject_groups'], when: { from: '08-15', to: '12-31' }, product: 'Bảng nội dung lồng ghép theo khối lớp, kế hoạch bài dạy' }),
    task('movements.models', 'Tổ chức hội thi vẽ tranh, kể chuyện “Bạn nam, bạn nữ cùng nhau học tốt”; duy trì câu lạc bộ thể thao, nghệ thuật có cả nam và nữ.', { topic: 'clubs_models', lead: 'pioneers', by: ['homeroom_teachers', 'youth_union'], when: { quarter: 4 }, product: 'Thể lệ, bài dự thi, kết quả' }),
    task('safety.counselling', 'Duy trì tổ tư vấn tâm lý, công tác xã hội; hòm thư “Điều em muốn nói”, giáo viên chủ nhiệm nhận biết sớm học sinh bị bắt nạt, bị bạo lực trong gia đình.', { topic: 'counselling', lead: 'counselling_team', by: ['homeroom_teachers', 'health_staff'], when: { allYear: true }, product: 'Lịch trực, sổ theo dõi số lượt tư vấn' }),
  ],
  more: {
    education: [
      task('primary.activity', 'Tổ chức ít nhất 01 hoạt động tìm hiểu về bình đẳng giới trong tiết Hoạt động trải nghiệm cho mỗi khối lớp.', { topic: 'curriculum', lead: 'subject_groups', by: ['pioneers'], when: { quarter: 2 }, product: 'Kế hoạch hoạt động, số học sinh nam, nữ', target: goal('B13', 'Số hoạt động tìm hiểu về bình đẳng giới', '>=', 1, 'hoạt động') }),
      task('primary.protection', 'Dạy kỹ năng tự bảo vệ, phòng tránh xâm hại, tai nạn thương tích; chuẩn bị cho học sinh lớp 4, lớp 5 hiểu thay đổi của cơ thể trước tuổi dậy thì.', { topic: 'self_protection', lead: 'health_staff', by: ['homeroom_teachers'], when: { month: 10 }, product: 'Chuyên đề, hình ảnh, số học sinh nam, nữ', also: ['S9'] }),
    ],
  },
})
