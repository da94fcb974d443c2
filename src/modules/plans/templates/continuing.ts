import { schoolSections } from './school.ts'
import { adapt, goal, point, task } from './template.ts'

/** A centre for continuing and vocational education: young people and adults who work, mothers, late learners. */
export const continuing = adapt(schoolSections, {
  kind: 'continuing',
  words: {
    unit: 'trung tâm',
    learners: 'học viên',
    bothSexes: 'học viên nam và học viên nữ',
    parents: 'cha mẹ, gia đình học viên',
    head: 'Giám đốc',
    programme: 'hoàn thành chương trình đã ghi danh',
  },
  groupsWithout: ['party.parents'],
  rolesWithout: ['parents_board', 'pioneers'],
  titles: { 'party.youth': 'Đoàn Thanh niên' },
  instead: [
    point('target.completion', 'Ít nhất 95% học viên nam và học viên nữ hoàn thành chương trình đã ghi danh; không có học viên nữ phải nghỉ học vì mang thai, nuôi con nhỏ.', 'equal_education', goal(null, 'Tỷ lệ học viên nam và học viên nữ hoàn thành chương trình', '>=', 95, '%')),
    task('communication.learners', 'Truyền thông cho học viên về quyền bình đẳng trong gia đình, trong lao động và trong học tập qua buổi khai giảng khóa học, sinh hoạt lớp và nhóm mạng của lớp.', { topic: 'law_communication', lead: 'youth_union', by: ['homeroom_teachers'], when: { allYear: true }, product: 'Nội dung sinh hoạt, số lượt học viên nam, nữ' }),
    task('communication.parents', 'Vận động gia đình, nhất là nam giới, chia sẻ việc nhà, chăm con để phụ nữ được đi học; phối hợp trung tâm học tập cộng đồng đưa nội dung này đến khu dân cư.', { topic: 'parents_men_boys', lead: 'homeroom_teachers', by: ['committee'], when: { month: 9 }, product: 'Nội dung vận động, số lượt người tham gia nam, nữ' }),
    task('peaks.june', 'Hưởng ứng Ngày Gia đình Việt Nam 28/6 và Tháng hành động quốc gia phòng, chống bạo lực gia đình: tọa đàm “Vợ chồng cùng học, cùng tiến” với học viên đã có gia đình.', { topic: 'june_months', lead: 'union', by: ['youth_union'], when: { observance: 'family_day' }, product: 'Chương trình, số người dự' }),
    task('education.lessons', 'Lồng ghép nội dung giới vào môn Giáo dục kinh tế và pháp luật, Sinh học, Ngữ văn, hoạt động hướng nghiệp và các chuyên đề xóa mù chữ, kỹ năng sống, khởi nghiệp.', { topic: 'curriculum', lead: 'vice_principal', by: ['subject_groups'], when: { from: '08-15', to: '12-31' }, product: 'Bảng nội dung lồng ghép theo chương trình, lớp' }),
    task('education.equal', 'Xếp thời khóa biểu linh hoạt, học bù, học trực tuyến cho học viên nữ mang thai, nuôi con nhỏ, học viên đang đi làm; vận động phụ nữ chưa biết chữ ra lớp; thống kê tuyển sinh, kết quả tách nam, nữ.', { topic: 'equal_education', lead: 'vice_principal', by: ['homeroom_teachers'], when: { allYear: true }, product: 'Thời khóa biểu, thống kê tách nam, nữ' }),
    task('safety.school', 'Xây dựng môi trường học tập, thực hành an toàn, không quấy rối, không bạo lực; rà soát xưởng thực hành, lối đi, khu vệ sinh của lớp buổi tối.', { topic: 'safe_school', lead: 'vice_principal', by: ['homeroom_teachers'], when: { month: 9 }, product: 'Nội quy, biên bản rà soát' }),
    task('safety.counselling', 'Tư vấn cho học viên về tâm lý, hôn nhân và gia đình, việc làm; giới thiệu nơi trợ giúp pháp lý khi cần.', { topic: 'counselling', lead: 'counselling_team', by: ['homeroom_teachers'], when: { allYear: true }, product: 'Lịch tiếp, sổ theo dõi số lượt tư vấn' }),
    task('safety.channel', 'Công bố người phụ trách, hộp thư và đường dây tiếp nhận tin báo; hướng dẫn học viên cách báo tin an toàn, kể cả khi bị quấy rối tại nơi thực tập, nơi làm việc.', { topic: 'services', lead: 'case_handler', by: ['it_team'], when: { month: 9 }, product: 'Thông báo niêm yết, đăng trên trang thông tin điện tử' }),
    task('movements.models', 'Tổ chức câu lạc bộ phụ nữ khởi nghiệp, hội thi tay nghề không phân biệt nghề của nam, nghề của nữ.', { topic: 'clubs_models', lead: 'youth_union', by: ['subject_groups'], when: { quarter: 4 }, product: 'Chương trình, kết quả' }),
  ],
  more: {
    education: [
      task('continuing.trades', 'Tư vấn chọn nghề không định kiến giới; đặt mục tiêu tăng học viên nữ ở nghề kỹ thuật, công nghệ thông tin; mời doanh nghiệp cam kết tuyển dụng bình đẳng.', { topic: 'equal_education', lead: 'vice_principal', by: ['subject_groups'], when: { from: '05-01', to: '08-31' }, product: 'Kế hoạch tư vấn, số học viên nữ theo nghề', target: goal(null, 'Tỷ lệ nữ trong tuyển mới học nghề', '>=', 30, '%') }),
    ],
  },
})
