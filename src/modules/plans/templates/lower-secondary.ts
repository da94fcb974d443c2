import { schoolSections } from './school.ts'
import { adapt, point, goal, task } from './template.ts'

/** Pupils of eleven to fifteen years: puberty, friendship, the net, leaving school early. */
export const lowerSecondary = adapt(schoolSections, {
  kind: 'lower_secondary',
  words: {
    unit: 'nhà trường',
    learners: 'học sinh',
    bothSexes: 'học sinh nam và học sinh nữ',
    parents: 'cha mẹ học sinh',
    head: 'Hiệu trưởng',
    programme: 'hoàn thành chương trình trung học cơ sở',
  },
  instead: [
    point('target.completion', '100% học sinh nam và học sinh nữ lớp 9 hoàn thành chương trình trung học cơ sở; tỷ lệ bỏ học của nam, nữ và học sinh dân tộc thiểu số năm sau thấp hơn năm trước.', 'equal_education', goal('B16', 'Tỷ lệ học sinh nam và học sinh nữ hoàn thành chương trình trung học cơ sở', '=', 100, '%')),
    task('communication.learners', 'Truyền thông cho học sinh về tôn trọng sự khác biệt, tình bạn khác giới lành mạnh, không kỳ thị qua sinh hoạt dưới cờ, sinh hoạt lớp và kênh phát thanh do học sinh thực hiện.', { topic: 'law_communication', lead: 'pioneers', by: ['youth_union', 'homeroom_teachers'], when: { allYear: true }, product: 'Kịch bản, hình ảnh, số lượt học sinh nam, nữ' }),
    task('education.lessons', 'Lồng ghép nội dung giới vào môn Giáo dục công dân, Khoa học tự nhiên, Ngữ văn, Lịch sử và Địa lí, Hoạt động trải nghiệm, hướng nghiệp theo bảng phân phối của từng tổ.', { topic: 'curriculum', lead: 'vice_principal', by: ['subject_groups'], when: { from: '08-15', to: '12-31' }, product: 'Bảng nội dung lồng ghép theo môn, khối lớp; kế hoạch bài dạy' }),
    task('movements.models', 'Tổ chức diễn đàn “Lắng nghe em nói”, thi tiểu phẩm hoặc sản phẩm số về bình đẳng giới; duy trì câu lạc bộ kỹ năng sống có cả nam và nữ trong ban chủ nhiệm.', { topic: 'clubs_models', lead: 'pioneers', by: ['youth_union', 'homeroom_teachers'], when: { quarter: 4 }, product: 'Thể lệ, sản phẩm dự thi, kết quả' }),
  ],
  more: {
    education: [
      task('secondary.health', 'Tổ chức chuyên đề về tuổi dậy thì, sức khỏe sinh sản vị thành niên, vệ sinh cá nhân cho học sinh nam và học sinh nữ; bố trí nơi nhận đồ dùng vệ sinh khi cần.', { topic: 'health', lead: 'health_staff', by: ['subject_groups', 'counselling_team'], when: { month: 4 }, product: 'Tài liệu chuyên đề, số học sinh nam, nữ' }),
      task('secondary.career', 'Hướng nghiệp, phân luồng sau lớp 9 không định kiến giới; khuyến khích học sinh nữ học khoa học, kỹ thuật, học sinh nam học nghề chăm sóc, giáo dục.', { topic: 'equal_education', lead: 'vice_principal', by: ['homeroom_teachers'], when: { from: '03-01', to: '05-31' }, product: 'Kế hoạch hướng nghiệp, số học sinh được tư vấn tách nam, nữ' }),
    ],
    safety: [
      task('secondary.online', 'Giáo dục ứng xử an toàn trên mạng: phòng bắt nạt, phát tán hình ảnh riêng tư, dụ dỗ và lừa đảo; hướng dẫn lưu chứng cứ và báo tin.', { topic: 'online_safety', lead: 'it_team', by: ['counselling_team', 'homeroom_teachers'], when: { month: 10 }, product: 'Bài học, tài liệu hướng dẫn', also: ['S13'] }),
      task('secondary.early_marriage', 'Phát hiện sớm, vận động gia đình ngăn ngừa tảo hôn, bỏ học đi làm sớm; phối hợp thôn, tổ dân phố đưa học sinh trở lại lớp.', { topic: 'equal_education', lead: 'homeroom_teachers', by: ['youth_union', 'parents_board'], when: { allYear: true }, product: 'Danh sách theo dõi, kết quả vận động' }),
    ],
  },
})
