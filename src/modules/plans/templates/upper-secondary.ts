import { schoolSections } from './school.ts'
import { adapt, goal, point, task } from './template.ts'

/** Pupils of fifteen to eighteen years: citizens soon, choosing a trade, in love. */
export const upperSecondary = adapt(schoolSections, {
  kind: 'upper_secondary',
  words: {
    unit: 'nhà trường',
    learners: 'học sinh',
    bothSexes: 'học sinh nam và học sinh nữ',
    parents: 'cha mẹ học sinh',
    head: 'Hiệu trưởng',
    programme: 'hoàn thành chương trình trung học phổ thông',
  },
  titles: { 'party.youth': 'Ban Chấp hành Đoàn trường' },
  instead: [
    point('target.completion', '100% học sinh nam và học sinh nữ lớp 12 hoàn thành chương trình trung học phổ thông; không có học sinh bỏ học vì kết hôn sớm, vì định kiến giới.', 'equal_education', goal(null, 'Tỷ lệ học sinh nam và học sinh nữ hoàn thành chương trình trung học phổ thông', '=', 100, '%')),
    task('communication.learners', 'Truyền thông cho học sinh về bình đẳng giới, quan hệ tôn trọng, đồng thuận qua sinh hoạt dưới cờ, sinh hoạt chủ nhiệm và kênh truyền thông của Đoàn trường do học sinh thực hiện.', { topic: 'law_communication', lead: 'youth_union', by: ['homeroom_teachers'], when: { allYear: true }, product: 'Kịch bản, sản phẩm truyền thông, số lượt học sinh nam, nữ' }),
    task('education.lessons', 'Lồng ghép nội dung giới vào môn Giáo dục kinh tế và pháp luật, Sinh học, Ngữ văn, Lịch sử, Hoạt động trải nghiệm, hướng nghiệp; mỗi tổ chuyên môn có ít nhất 01 tiết dạy minh họa.', { topic: 'curriculum', lead: 'vice_principal', by: ['subject_groups'], when: { from: '08-15', to: '12-31' }, product: 'Bảng nội dung lồng ghép theo môn; phiếu dự giờ tiết minh họa' }),
    task('safety.counselling', 'Duy trì phòng tư vấn học đường: sàng lọc khó khăn tâm lý, tư vấn về tình cảm, giới tính, áp lực thi cử, lựa chọn nghề; chuyển tuyến khi vượt quá khả năng.', { topic: 'counselling', lead: 'counselling_team', by: ['homeroom_teachers', 'health_staff'], when: { allYear: true }, product: 'Lịch trực, sổ theo dõi số lượt tư vấn' }),
    task('movements.models', 'Tổ chức diễn đàn, phiên tòa giả định hoặc cuộc thi làm phim ngắn về bình đẳng giới; duy trì câu lạc bộ do học sinh điều hành, có cả nam và nữ trong ban chủ nhiệm.', { topic: 'clubs_models', lead: 'youth_union', by: ['homeroom_teachers'], when: { quarter: 4 }, product: 'Thể lệ, sản phẩm dự thi, kết quả' }),
  ],
  more: {
    communication: [
      task('upper.sex_ratio', 'Truyền thông về hậu quả của lựa chọn giới tính thai nhi, mất cân bằng giới tính khi sinh; giá trị như nhau của con trai và con gái.', { topic: 'sex_ratio', lead: 'youth_union', by: ['health_staff'], when: { observance: 'population_day' }, product: 'Nội dung truyền thông, số lượt học sinh' }),
    ],
    education: [
      task('upper.health', 'Tổ chức chuyên đề sức khỏe sinh sản, phòng tránh mang thai ngoài ý muốn và bệnh lây truyền qua đường tình dục, có chuyên gia y tế, cho cả học sinh nam và nữ.', { topic: 'health', lead: 'health_staff', by: ['subject_groups', 'youth_union'], when: { month: 4 }, product: 'Tài liệu, số học sinh nam, nữ' }),
      task('upper.career', 'Hướng nghiệp không định kiến giới: mời nữ kỹ sư, nhà khoa học và nam điều dưỡng, giáo viên mầm non nói chuyện; thống kê nguyện vọng ngành nghề tách nam, nữ.', { topic: 'equal_education', lead: 'vice_principal', by: ['homeroom_teachers', 'youth_union'], when: { from: '02-15', to: '04-30' }, product: 'Chương trình, bảng thống kê nguyện vọng' }),
    ],
    safety: [
      task('upper.online', 'Giáo dục an toàn trên mạng: phòng quấy rối, tống tiền bằng hình ảnh, bạo lực hẹn hò qua mạng, dụ dỗ mua bán người; hướng dẫn lưu chứng cứ và báo tin.', { topic: 'online_safety', lead: 'it_team', by: ['youth_union', 'counselling_team'], when: { month: 10 }, product: 'Bài học, tài liệu hướng dẫn' }),
    ],
  },
})
