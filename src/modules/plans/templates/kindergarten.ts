import { schoolSections } from './school.ts'
import { adapt, goal, point, task } from './template.ts'

/** Children of three months to six years: play, care and habits; the school works through parents and staff. */
export const kindergarten = adapt(schoolSections, {
  kind: 'kindergarten',
  words: {
    unit: 'nhà trường',
    learners: 'trẻ',
    bothSexes: 'bé trai và bé gái',
    parents: 'cha mẹ trẻ',
    head: 'Hiệu trưởng',
    programme: 'hoàn thành chương trình giáo dục mầm non',
  },
  groupsWithout: ['party.youth'],
  instead: [
    point('target.completion', '100% bé trai và bé gái 5 tuổi hoàn thành chương trình giáo dục mầm non, được tham gia như nhau vào mọi hoạt động.', 'equal_education', goal('B15', 'Tỷ lệ bé trai và bé gái hoàn thành chương trình giáo dục mầm non', '=', 100, '%')),
    point('target.classes', '100% nhóm, lớp tổ chức ít nhất 01 hoạt động vui chơi, trải nghiệm không phân biệt bé trai, bé gái.', 'curriculum', goal('B12', 'Tỷ lệ nhóm, lớp có hoạt động lồng ghép giới', '=', 100, '%')),
    task('communication.learners', 'Kể chuyện, hát múa, đóng kịch về yêu thương, giúp đỡ nhau, con trai và con gái cùng làm việc nhà trong giờ hoạt động chung và hoạt động chiều.', { topic: 'law_communication', lead: 'homeroom_teachers', by: ['subject_groups'], when: { allYear: true }, product: 'Kế hoạch tuần của nhóm, lớp; hình ảnh' }),
    task('communication.parents', 'Trao đổi với cha mẹ trẻ qua góc tuyên truyền, giờ đón trả trẻ, nhóm Zalo của lớp về nuôi dạy con không định kiến; mời người cha, ông bà cùng tham gia hoạt động của lớp.', { topic: 'parents_men_boys', lead: 'homeroom_teachers', by: ['parents_board'], when: { from: '04-01', to: '05-31' }, product: 'Nội dung góc tuyên truyền, số lượt cha, mẹ tham gia' }),
    task('peaks.happiness', 'Tổ chức “Ngày hội gia đình” nhân Ngày Quốc tế Hạnh phúc 20/3: cha mẹ và bé cùng chơi, cùng nấu ăn, cùng dọn dẹp.', { topic: 'observances', lead: 'vice_principal', by: ['parents_board'], when: { observance: 'happiness_day' }, product: 'Chương trình, hình ảnh, số cha mẹ dự' }),
    task('peaks.june', 'Hưởng ứng Tháng hành động vì trẻ em, Ngày Quốc tế Thiếu nhi 1/6, Ngày Gia đình Việt Nam 28/6 và Tháng hành động quốc gia phòng, chống bạo lực gia đình: ngày hội cho trẻ, gửi cha mẹ cẩm nang nuôi dạy con không đòn roi.', { topic: 'june_months', lead: 'union', by: ['homeroom_teachers', 'parents_board'], when: { observance: 'domestic_violence_month' }, product: 'Chương trình, cẩm nang gửi cha mẹ' }),
    task('peaks.october', 'Bé làm thiệp tặng bà, tặng mẹ, tặng cô nhân Ngày Phụ nữ Việt Nam 20/10; tọa đàm với nữ cán bộ, giáo viên, nhân viên, có sự chia sẻ của nam giới.', { topic: 'observances', lead: 'union', by: ['homeroom_teachers'], when: { observance: 'vietnamese_womens_day' }, product: 'Sản phẩm của trẻ, hình ảnh, số người dự' }),
    task('peaks.action_month', 'Hưởng ứng Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới: treo thông điệp tại cổng trường, tổ chức 01 buổi nói chuyện với cha mẹ trẻ, 01 hoạt động vui chơi cho trẻ; báo cáo kết quả.', { topic: 'action_month', lead: 'committee', by: ['union', 'homeroom_teachers'], when: { observance: 'action_month' }, product: 'Kế hoạch, hình ảnh, báo cáo Tháng hành động' }),
    task('education.lessons', 'Thiết kế góc chơi, trò chơi vận động, nghệ thuật để bé trai, bé gái cùng chơi búp bê, xây dựng, nấu ăn, bóng đá; không chia đồ chơi, màu sắc, vai chơi theo giới tính.', { topic: 'curriculum', lead: 'vice_principal', by: ['homeroom_teachers'], when: { from: '04-01', to: '06-30' }, product: 'Kế hoạch giáo dục của nhóm, lớp; ảnh góc chơi' }),
    task('education.materials', 'Rà soát truyện tranh, bài hát, tranh ảnh trang trí; bổ sung học liệu có hình ảnh người cha chăm con, người mẹ làm nhiều nghề.', { topic: 'materials', lead: 'subject_groups', by: ['homeroom_teachers'], when: { quarter: 1 }, product: 'Danh mục truyện, tranh ảnh đã rà soát, bổ sung' }),
    task('education.equal', 'Theo dõi tỷ lệ chuyên cần, kết quả phát triển của trẻ tách theo bé trai, bé gái và dân tộc; quan tâm trẻ khuyết tật, trẻ dân tộc thiểu số, trẻ có hoàn cảnh khó khăn.', { topic: 'equal_education', lead: 'vice_principal', by: ['homeroom_teachers'], when: { allYear: true }, product: 'Sổ theo dõi, thống kê tách bé trai, bé gái' }),
    task('safety.school', 'Xây dựng trường học an toàn, phòng, chống tai nạn thương tích, bạo hành và xâm hại trẻ em: thực hiện quy trình đón trả trẻ, hai cô cùng lớp giám sát lẫn nhau, kiểm tra an toàn nhà vệ sinh, phòng ngủ.', { topic: 'safe_school', lead: 'vice_principal', by: ['health_staff', 'homeroom_teachers'], when: { month: 9 }, product: 'Bảng kiểm trường học an toàn' }),
    task('safety.counselling', 'Phân công giáo viên, nhân viên y tế hỗ trợ tâm lý, công tác xã hội: quan sát biểu hiện khác thường của trẻ, tư vấn cho cha mẹ và cho nữ giáo viên chịu áp lực nghề nghiệp.', { topic: 'counselling', lead: 'counselling_team', by: ['health_staff', 'homeroom_teachers'], when: { allYear: true }, product: 'Sổ theo dõi số lượt tư vấn' }),
    task('safety.channel', 'Công bố người phụ trách, số điện thoại, hộp thư góp ý tiếp nhận tin báo; hướng dẫn cha mẹ trẻ và người lao động cách báo tin an toàn.', { topic: 'services', lead: 'case_handler', by: ['it_team'], when: { month: 9 }, product: 'Thông báo tại cổng trường và từng lớp' }),
    task('safety.support', 'Thăm hỏi, vận động hỗ trợ nữ cán bộ, giáo viên, nhân viên và gia đình trẻ có hoàn cảnh khó khăn, trẻ mồ côi, trẻ khuyết tật, mẹ nuôi con một mình.', { topic: 'support_needy', lead: 'union', by: ['parents_board'], when: { from: '11-15', to: '12-31' }, product: 'Danh sách, chứng từ hỗ trợ' }),
    task('movements.models', 'Xây dựng mô hình “Bố cùng con đến trường”, thi làm đồ dùng, đồ chơi không định kiến giới giữa các tổ chuyên môn.', { topic: 'clubs_models', lead: 'subject_groups', by: ['parents_board'], when: { quarter: 4 }, product: 'Đồ dùng, đồ chơi dự thi; kết quả' }),
    task('control.survey', 'Khảo sát nhận thức và lấy ý kiến phản hồi của giáo viên, nhân viên, cha mẹ trẻ về bình đẳng giới; điều chỉnh hoạt động theo kết quả.', { topic: 'survey', lead: 'committee', by: ['homeroom_teachers'], when: { quarter: 3 }, product: 'Phiếu hỏi, bảng tổng hợp kết quả' }),
  ],
  more: {
    education: [
      task('kindergarten.body', 'Dạy trẻ gọi đúng tên các bộ phận cơ thể, biết giữ vệ sinh, biết vùng riêng tư, nói “không” và gọi người lớn khi bị đụng chạm khó chịu.', { topic: 'self_protection', lead: 'homeroom_teachers', by: ['health_staff'], when: { month: 10 }, product: 'Giáo án hoạt động, hình ảnh' }),
      task('kindergarten.chances', 'Bảo đảm bé trai và bé gái có cơ hội như nhau khi làm nhóm trưởng, biểu diễn, tham gia hội thi; giáo viên dùng lời khen không gắn với giới tính.', { topic: 'equal_education', lead: 'homeroom_teachers', by: ['vice_principal'], when: { allYear: true }, product: 'Phiếu dự giờ, quan sát' }),
    ],
    women: [
      task('kindergarten.workload', 'Sắp xếp ca trực, giờ nghỉ trưa hợp lý cho nữ giáo viên, nhân viên nuôi dưỡng; giới thiệu gương nam giáo viên, nhân viên trong chăm sóc trẻ.', { topic: 'women_policies', lead: 'principal', by: ['union'], when: { month: 9 }, product: 'Bảng phân công ca làm việc' }),
    ],
  },
})
