import { goal, point, task, type TemplateSection } from './template.ts'

/**
 * What the plans of all schools have in common. `{unit}` the school, `{learners}` those who learn, `{bothSexes}` boys and
 * girls, `{parents}` their parents, `{head}` the head, `{programme}` the programme that is completed.
 */
export const schoolSections: readonly TemplateSection[] = [
  {
    part: 'purpose',
    title: 'MỤC ĐÍCH, YÊU CẦU',
    groups: [
      {
        id: 'purpose',
        title: 'Mục đích',
        lead: null,
        lines: [
          point('purpose.awareness', 'Làm cho mỗi cán bộ, giáo viên, nhân viên, {learners} và {parents} hiểu đúng, thực hiện đúng chính sách, pháp luật về bình đẳng giới; coi đây là việc thường xuyên của {unit}.'),
          point('purpose.learners', 'Bảo đảm {bothSexes} được học tập, vui chơi, phát triển năng lực trong môi trường an toàn, không định kiến, không bạo lực.'),
          point('purpose.women', 'Tạo điều kiện để nữ cán bộ, giáo viên, nhân viên học tập, cống hiến, tham gia quản lý và được chăm lo quyền, lợi ích chính đáng.'),
        ],
      },
      {
        id: 'requirements',
        title: 'Yêu cầu',
        lead: null,
        lines: [
          point('requirements.clear', 'Bám sát kế hoạch của {parent} và điều kiện thực tế của {unit}; mỗi nhiệm vụ nêu rõ người chủ trì, thời gian, sản phẩm và minh chứng.'),
          point('requirements.integrated', 'Gắn với nhiệm vụ năm học, phù hợp lứa tuổi {learners}; không hình thức, không làm phát sinh thêm hồ sơ, sổ sách.'),
          point('requirements.confidential', 'Giữ kín thông tin cá nhân của trẻ em, người bị bạo lực và người báo tin trong mọi hoạt động.'),
        ],
      },
    ],
  },
  {
    part: 'objectives',
    title: 'MỤC TIÊU, CHỈ TIÊU',
    groups: [
      {
        id: 'objectives.general',
        title: 'Mục tiêu chung',
        lead: null,
        lines: [
          point('objectives.general', 'Nâng cao nhận thức và hành động về bình đẳng giới trong toàn {unit}; ngăn ngừa, xử lý kịp thời mọi hành vi bạo lực trên cơ sở giới; từng bước thu hẹp khoảng cách giới trong học tập, đào tạo và quản lý.', 'strategy'),
        ],
      },
      {
        id: 'objectives.targets',
        title: 'Chỉ tiêu cụ thể',
        lead: null,
        lines: [
          point('target.completion', '100% {bothSexes} {programme}; không có {learners} bỏ học vì lý do giới.', 'equal_education', goal('B15', 'Tỷ lệ {bothSexes} {programme}', '=', 100, '%')),
          point('target.classes', '100% lớp có ít nhất 01 bài học hoặc hoạt động lồng ghép nội dung giới phù hợp lứa tuổi.', 'curriculum', goal('B12', 'Tỷ lệ lớp có bài học, hoạt động lồng ghép giới', '=', 100, '%')),
          point('target.staff', '100% cán bộ, giáo viên, nhân viên được phổ biến pháp luật về bình đẳng giới và ký cam kết thực hiện.', 'law_communication', goal('C02', 'Tỷ lệ cán bộ, giáo viên, nhân viên được phổ biến pháp luật', '=', 100, '%')),
          point('target.sessions', 'Ít nhất 02 cuộc truyền thông về bình đẳng giới trong năm, có số người dự tách nam, nữ.', 'law_communication', goal('C01', 'Số cuộc truyền thông về bình đẳng giới', '>=', 2, 'cuộc')),
          point('target.articles', 'Ít nhất 04 tin, bài đăng trên trang thông tin điện tử, mỗi quý ít nhất 01 tin, bài.', 'publication', goal('C06', 'Số tin, bài về bình đẳng giới', '>=', 4, 'tin, bài')),
          point('target.committee', 'Ít nhất 50% thành viên Ban Vì sự tiến bộ của phụ nữ được tập huấn nghiệp vụ trong năm.', 'training', goal('D02', 'Tỷ lệ thành viên Ban được tập huấn', '>=', 50, '%')),
          point('target.pipeline', '100% nữ cán bộ, giáo viên trong quy hoạch được cử đi đào tạo, bồi dưỡng theo kế hoạch.', 'women_cadre', goal('A08', 'Tỷ lệ nữ trong quy hoạch được bồi dưỡng', '=', 100, '%')),
          point('target.incidents', '100% vụ việc bạo lực, xâm hại được thông báo ngay cho nơi có trách nhiệm và theo dõi đến khi kết thúc.', 'incident', goal('E02', 'Tỷ lệ vụ việc được thông báo ngay', '=', 100, '%')),
        ],
      },
    ],
  },
  {
    part: 'tasks',
    title: 'NHIỆM VỤ VÀ GIẢI PHÁP',
    groups: [
      {
        id: 'leadership',
        title: 'Lãnh đạo, chỉ đạo và kiện toàn bộ máy',
        lead: null,
        lines: [
          task('leadership.party', 'Đưa nội dung bình đẳng giới vào nghị quyết, chương trình công tác của chi bộ và nhiệm vụ năm học; người đứng đầu chịu trách nhiệm về kết quả thực hiện tại {unit}.', { topic: 'leadership', lead: 'principal', by: ['party_cell'], when: { quarter: 1 }, product: 'Nghị quyết chi bộ, kế hoạch năm học có nội dung bình đẳng giới' }),
          task('leadership.plan', 'Xây dựng, lấy ý kiến, ban hành kế hoạch năm {year} theo từng nội dung của cấp trên; điều chỉnh bằng văn bản khi phát sinh khó khăn.', { topic: 'plan_making', lead: 'committee', by: ['principal'], when: { from: '01-15', to: '03-31' }, product: 'Kế hoạch được ký ban hành', also: ['S26'] }),
          task('leadership.documents', 'Lập và cập nhật danh mục văn bản chỉ đạo, hướng dẫn về bình đẳng giới; phổ biến văn bản mới trong cuộc họp gần nhất.', { topic: 'directives', lead: 'committee_secretary', by: ['clerk'], when: { allYear: true }, product: 'Danh mục văn bản cập nhật' }),
          task('leadership.strategy', 'Lồng ghép mục tiêu, chỉ tiêu của chiến lược quốc gia và các chương trình, đề án về bình đẳng giới vào kế hoạch hoạt động của {unit}.', { topic: 'strategy', lead: 'vice_principal', by: ['committee'], when: { quarter: 1 }, product: 'Kế hoạch công tác có chỉ tiêu bình đẳng giới' }),
          task('leadership.committee', 'Rà soát, kiện toàn Ban Vì sự tiến bộ của phụ nữ ngay khi có thay đổi nhân sự; phân công từng thành viên, duy trì họp định kỳ mỗi quý.', { topic: 'committee', lead: 'principal', by: ['committee'], when: { quarter: 1 }, product: 'Quyết định kiện toàn, bảng phân công' }),
          task('leadership.assignment', 'Phân công đầu mối ở từng tổ, bộ phận; theo dõi, đôn đốc tiến độ các nhiệm vụ hằng tháng.', { topic: 'assignment', lead: 'committee_head', by: ['subject_groups', 'union'], when: { allYear: true }, product: 'Bảng theo dõi tiến độ' }),
        ],
      },
      {
        id: 'communication',
        title: 'Truyền thông nâng cao nhận thức, thay đổi hành vi',
        lead: null,
        lines: [
          task('communication.staff', 'Phổ biến Luật Bình đẳng giới, Luật Phòng, chống bạo lực gia đình và quy định xử phạt vi phạm cho cán bộ, giáo viên, nhân viên trong họp hội đồng và sinh hoạt tổ chuyên môn.', { topic: 'law_communication', lead: 'union', by: ['subject_groups'], when: { quarter: 2 }, product: 'Biên bản, danh sách người dự tách nam, nữ', also: ['S14'] }),
          task('communication.learners', 'Truyền thông cho {learners} về tôn trọng, sẻ chia và không phân biệt đối xử qua sinh hoạt dưới cờ, sinh hoạt lớp, phát thanh, bảng tin.', { topic: 'law_communication', lead: 'youth_union', by: ['homeroom_teachers', 'pioneers'], when: { allYear: true }, product: 'Kịch bản, hình ảnh, số lượt {learners} nam, nữ' }),
          task('communication.parents', 'Đưa nội dung bình đẳng giới, nuôi dạy con không định kiến vào các cuộc họp {parents}; vận động người cha, nam giới trong gia đình cùng chăm sóc, giáo dục con.', { topic: 'parents_men_boys', lead: 'homeroom_teachers', by: ['parents_board'], when: { month: 9 }, product: 'Biên bản họp, số lượt {parents} nam, nữ' }),
          task('communication.false_claims', 'Theo dõi dư luận, cung cấp thông tin chính thống, phản bác thông tin sai lệch về chính sách bình đẳng giới trên mạng xã hội.', { topic: 'law_communication', lead: 'it_team', by: ['committee'], when: { allYear: true }, product: 'Tin, bài, sổ theo dõi' }),
          task('communication.posts', 'Đăng ít nhất mỗi quý 01 tin, bài về bình đẳng giới; mọi nội dung được duyệt trước khi đăng, không lộ thông tin riêng của trẻ em.', { topic: 'publication', lead: 'it_team', by: ['vice_principal'], when: { allYear: true }, product: 'Đường dẫn tin, bài đã đăng; phiếu duyệt nội dung', target: goal('C06', 'Số tin, bài về bình đẳng giới', '>=', 4, 'tin, bài') }),
          task('communication.plan_public', 'Công khai kế hoạch, kênh tiếp nhận thông tin và kết quả thực hiện trên trang thông tin điện tử, bảng tin của {unit}.', { topic: 'publication', lead: 'clerk', by: ['it_team'], when: { month: 4 }, product: 'Kế hoạch đăng công khai' }),
          task('communication.services', 'Giới thiệu Tổng đài quốc gia bảo vệ trẻ em 111, địa chỉ tin cậy và dịch vụ hỗ trợ trên địa bàn tới {learners}, {parents} và người lao động.', { topic: 'services', lead: 'counselling_team', by: ['homeroom_teachers'], when: { quarter: 3 }, product: 'Bảng thông tin đặt tại nơi dễ thấy' }),
        ],
      },
      {
        id: 'peaks',
        title: 'Tổ chức các đợt cao điểm trong năm',
        lead: null,
        lines: [
          task('peaks.march', 'Gặp mặt, tọa đàm nhân Ngày Quốc tế Phụ nữ 8/3, gắn với tôn vinh đóng góp của nữ nhà giáo, người lao động.', { topic: 'observances', lead: 'union', by: ['committee'], when: { observance: 'womens_day' }, product: 'Chương trình, hình ảnh, số người dự' }),
          task('peaks.happiness', 'Sinh hoạt chủ đề “Yêu thương và chia sẻ” nhân Ngày Quốc tế Hạnh phúc 20/3.', { topic: 'observances', lead: 'youth_union', by: ['homeroom_teachers'], when: { observance: 'happiness_day' }, product: 'Sản phẩm của các lớp' }),
          task('peaks.june', 'Hưởng ứng Ngày Gia đình Việt Nam 28/6, Tháng hành động vì trẻ em và Tháng hành động quốc gia phòng, chống bạo lực gia đình: treo thông điệp, gửi tài liệu cho {parents}, bàn giao {learners} về sinh hoạt hè an toàn.', { topic: 'june_months', lead: 'union', by: ['youth_union', 'parents_board'], when: { observance: 'domestic_violence_month' }, product: 'Thông điệp, biên bản bàn giao sinh hoạt hè' }),
          task('peaks.october', 'Tổ chức hoạt động nhân Ngày Quốc tế Trẻ em gái 11/10 và Ngày Phụ nữ Việt Nam 20/10 với sự tham gia của cả nam và nữ.', { topic: 'observances', lead: 'union', by: ['youth_union'], when: { from: '10-11', to: '10-20' }, product: 'Chương trình, hình ảnh, số người dự' }),
          task('peaks.action_month', 'Hưởng ứng Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới: xây dựng kế hoạch riêng, phát động, treo thông điệp theo chủ đề năm, tổ chức ít nhất 01 hoạt động cho {learners} và 01 hoạt động cho người lao động; báo cáo kết quả.', { topic: 'action_month', lead: 'committee', by: ['youth_union', 'union', 'it_team'], when: { observance: 'action_month' }, product: 'Kế hoạch, hình ảnh, báo cáo Tháng hành động' }),
        ],
      },
      {
        id: 'education',
        title: 'Lồng ghép giới trong giáo dục và bảo đảm bình đẳng trong học tập',
        lead: null,
        lines: [
          task('education.lessons', 'Lồng ghép nội dung giới, bình đẳng giới vào kế hoạch bài dạy và hoạt động giáo dục của từng khối lớp.', { topic: 'curriculum', lead: 'vice_principal', by: ['subject_groups'], when: { from: '08-15', to: '12-31' }, product: 'Bảng phân phối nội dung lồng ghép theo khối lớp' }),
          task('education.materials', 'Rà soát tài liệu, tranh ảnh, đồ dùng; bổ sung học liệu thể hiện cả nam và nữ ở nhiều vai trò, loại bỏ nội dung mang định kiến giới.', { topic: 'materials', lead: 'library_staff', by: ['subject_groups'], when: { quarter: 3 }, product: 'Danh mục tài liệu đã rà soát, tủ học liệu về giới' }),
          task('education.equal', 'Theo dõi kết quả học tập, chuyên cần tách theo nam, nữ và dân tộc; giúp đỡ kịp thời {learners} có nguy cơ bỏ học, {learners} dân tộc thiểu số, khuyết tật.', { topic: 'equal_education', lead: 'vice_principal', by: ['homeroom_teachers'], when: { allYear: true }, product: 'Thống kê cuối học kỳ tách nam, nữ' }),
        ],
      },
      {
        id: 'safety',
        title: 'Xây dựng môi trường an toàn; tiếp nhận, xử lý vụ việc và hỗ trợ người cần giúp đỡ',
        lead: null,
        lines: [
          task('safety.school', 'Thực hiện kế hoạch phòng, chống bạo lực học đường, xâm hại trẻ em; rà soát nơi khuất, nhà vệ sinh, lối đi để loại bỏ nguy cơ mất an toàn.', { topic: 'safe_school', lead: 'vice_principal', by: ['homeroom_teachers', 'youth_union'], when: { month: 9 }, product: 'Kế hoạch, biên bản rà soát' }),
          task('safety.conduct', 'Thực hiện quy tắc ứng xử của nhà giáo và quy tắc ứng xử trong {unit}; áp dụng kỷ luật tích cực, không dùng lời nói, hành vi xúc phạm.', { topic: 'code_of_conduct', lead: 'principal', by: ['union'], when: { month: 9 }, product: 'Quy tắc ứng xử niêm yết, bản cam kết' }),
          task('safety.counselling', 'Duy trì hoạt động của tổ tư vấn học đường; sàng lọc sớm khó khăn tâm lý, tư vấn về giới, tình bạn, tình cảm phù hợp lứa tuổi.', { topic: 'counselling', lead: 'counselling_team', by: ['homeroom_teachers', 'health_staff'], when: { allYear: true }, product: 'Lịch trực, sổ theo dõi số lượt tư vấn' }),
          task('safety.incidents', 'Tiếp nhận, ghi nhận và xác minh kín đáo tin báo về bạo lực, quấy rối, xâm hại; bảo vệ ngay người bị hại, thông báo ngay cho Ủy ban nhân dân cấp xã, công an hoặc Tổng đài 111 theo quy định; theo dõi từng vụ việc đến khi kết thúc.', { topic: 'incident', lead: 'case_handler', by: ['principal', 'counselling_team'], when: { allYear: true }, product: 'Hồ sơ vụ việc bảo mật; báo cáo đột xuất cho {parent}', target: goal('E02', 'Tỷ lệ vụ việc được thông báo ngay', '=', 100, '%') }),
          task('safety.channel', 'Công bố người phụ trách, hộp thư và đường dây tiếp nhận tin báo; hướng dẫn {learners}, {parents} cách báo tin an toàn.', { topic: 'services', lead: 'case_handler', by: ['it_team'], when: { month: 9 }, product: 'Thông báo niêm yết, đăng trên trang thông tin điện tử' }),
          task('safety.support', 'Thăm hỏi, vận động hỗ trợ nữ cán bộ, giáo viên, nhân viên, {learners} có hoàn cảnh khó khăn, mồ côi, khuyết tật, người bị bạo lực.', { topic: 'support_needy', lead: 'union', by: ['parents_board', 'youth_union'], when: { from: '11-15', to: '12-31' }, product: 'Danh sách, chứng từ hỗ trợ' }),
        ],
      },
      {
        id: 'women',
        title: 'Công tác cán bộ nữ, chăm lo lao động nữ và bồi dưỡng năng lực',
        lead: null,
        lines: [
          task('women.review', 'Thống kê, đánh giá thực trạng đội ngũ nữ cán bộ quản lý, tổ trưởng, cấp ủy viên; rà soát, bổ sung nguồn nữ vào quy hoạch.', { topic: 'women_cadre', lead: 'principal', by: ['party_cell', 'committee'], when: { quarter: 2 }, product: 'Bảng thống kê đội ngũ, danh sách nguồn quy hoạch' }),
          task('women.develop', 'Giao nhiệm vụ, cử nữ giáo viên có năng lực đi đào tạo nâng trình độ, bồi dưỡng quản lý, lý luận chính trị.', { topic: 'women_cadre', lead: 'principal', by: ['party_cell'], when: { allYear: true }, product: 'Quyết định cử đi học, chứng chỉ', also: ['S10'] }),
          task('women.network', 'Tham gia nhóm nữ cán bộ quản lý các trường trên địa bàn; mỗi học kỳ dự ít nhất 01 buổi trao đổi kinh nghiệm quản lý.', { topic: 'women_network', lead: 'vice_principal', by: ['committee'], when: { quarter: 4 }, product: 'Biên bản, nội dung trao đổi' }),
          task('women.policies', 'Thực hiện đủ chế độ thai sản, ốm đau, nuôi con nhỏ, khám sức khỏe; bố trí lịch làm việc hợp lý cho lao động nữ mang thai, nuôi con dưới 36 tháng tuổi; Công đoàn giám sát.', { topic: 'women_policies', lead: 'union', by: ['principal', 'accountant'], when: { allYear: true }, product: 'Danh sách thụ hưởng, biên bản giám sát' }),
          task('women.training_own', 'Tập huấn tại {unit} về kiến thức giới, kỹ năng lồng ghép giới và kỹ năng phát hiện, xử lý ban đầu vụ việc bạo lực.', { topic: 'training', lead: 'committee', by: ['subject_groups', 'counselling_team'], when: { month: 8 }, product: 'Tài liệu, danh sách người dự tách nam, nữ' }),
          task('women.training_sent', 'Cử thành viên Ban, người làm tư vấn, truyền thông dự tập huấn, hội thảo của cấp trên; sau đợt học có chia sẻ lại.', { topic: 'training', lead: 'principal', by: ['committee'], when: { allYear: true }, product: 'Quyết định cử, giấy chứng nhận' }),
        ],
      },
      {
        id: 'movements',
        title: 'Phong trào thi đua, mô hình, khen thưởng và phối hợp',
        lead: null,
        lines: [
          task('movements.emulation', 'Phát động, đăng ký và đánh giá các phong trào thi đua trong nữ nhà giáo, người lao động gắn với xây dựng gia đình hạnh phúc, nam giới chia sẻ việc nhà.', { topic: 'movements', lead: 'union', by: ['emulation_council'], when: { from: '09-05', to: '11-20' }, product: 'Bản đăng ký, kết quả bình xét' }),
          task('movements.models', 'Tổ chức hội thi, diễn đàn hoặc mô hình về bình đẳng giới do {learners} làm chủ, có hướng dẫn của giáo viên.', { topic: 'clubs_models', lead: 'youth_union', by: ['homeroom_teachers'], when: { quarter: 4 }, product: 'Thể lệ, sản phẩm dự thi, kết quả' }),
          task('movements.awards', 'Phát hiện, biểu dương, đề nghị khen thưởng tập thể, cá nhân làm tốt; giới thiệu gương người tốt, việc tốt là nữ và là nam.', { topic: 'commendation', lead: 'emulation_council', by: ['union', 'committee'], when: { observance: 'teachers_day' }, product: 'Quyết định khen thưởng, bài giới thiệu' }),
          task('movements.cooperation', 'Phối hợp với Hội Liên hiệp Phụ nữ, Công an, Trạm Y tế và đoàn thể địa phương trong truyền thông, bảo vệ trẻ em; giao lưu với Ban Vì sự tiến bộ của phụ nữ các trường bạn.', { topic: 'cooperation', lead: 'committee', by: ['youth_union', 'union'], when: { allYear: true }, product: 'Chương trình phối hợp' }),
        ],
      },
      {
        id: 'control',
        title: 'Kiểm tra, khảo sát, thông tin và báo cáo',
        lead: null,
        lines: [
          task('control.inspection', 'Tự kiểm tra việc thực hiện kế hoạch: hoạt động của Ban, công tác cán bộ nữ, chế độ chính sách, phòng, chống bạo lực; chuẩn bị hồ sơ khi cấp trên kiểm tra, khắc phục xong kiến nghị.', { topic: 'inspection', lead: 'principal', by: ['committee', 'union'], when: { month: 10 }, product: 'Biên bản tự kiểm tra, báo cáo khắc phục' }),
          task('control.survey', 'Khảo sát nhận thức và lấy ý kiến phản hồi của cán bộ, giáo viên, nhân viên, {parents}; dùng kết quả để điều chỉnh hoạt động.', { topic: 'survey', lead: 'committee', by: ['homeroom_teachers', 'it_team'], when: { quarter: 3 }, product: 'Phiếu hỏi, bảng tổng hợp kết quả' }),
          task('control.data', 'Cập nhật số liệu đội ngũ, {learners} và hoạt động tách theo nam, nữ; đối chiếu với chỉ tiêu đã đề ra.', { topic: 'statistics', lead: 'clerk', by: ['committee_secretary'], when: { from: '05-15', to: '06-15' }, product: 'Bảng số liệu' }),
          task('control.report_half', 'Sơ kết, gửi báo cáo 6 tháng đầu năm cho {parent} đúng hạn, nêu rõ khó khăn, vướng mắc và kiến nghị.', { topic: 'reporting', lead: 'committee', by: ['clerk'], when: { from: '05-10', to: '05-20' }, product: 'Báo cáo 6 tháng' }),
          task('control.report_year', 'Tổng kết, đánh giá, gửi báo cáo năm cho {parent} đúng hạn; rút kinh nghiệm cho kế hoạch năm {nextYear}.', { topic: 'reporting', lead: 'committee', by: ['clerk'], when: { from: '11-10', to: '11-23' }, product: 'Báo cáo năm' }),
          task('control.files', 'Soạn thảo, ký số, lưu văn bản đúng thể thức theo Nghị định số 30/2020/NĐ-CP; lập hồ sơ minh chứng cho từng nhiệm vụ.', { topic: 'official_form', lead: 'clerk', by: ['committee_secretary'], when: { allYear: true }, product: 'Hồ sơ công việc' }),
        ],
      },
    ],
  },
  {
    part: 'budget',
    title: 'KINH PHÍ THỰC HIỆN',
    groups: [
      {
        id: 'budget',
        title: '',
        lead: null,
        lines: [
          point('budget.sources', 'Kinh phí bố trí trong dự toán ngân sách năm {year} của {unit}, nguồn hoạt động của các đoàn thể và nguồn huy động hợp pháp khác; chi đúng chế độ, đúng mục đích.', 'budget'),
          task('budget.estimate', 'Lập dự toán theo từng hoạt động cho năm {nextYear}, tổng hợp vào dự toán chung của {unit} trước ngày 20/7; quyết toán, công khai theo quy định.', { topic: 'budget', lead: 'accountant', by: ['committee'], when: { from: '06-15', to: '07-19' }, product: 'Dự toán, bảng kê chi theo nguồn' }),
        ],
      },
    ],
  },
  {
    part: 'organisation',
    title: 'TỔ CHỨC THỰC HIỆN',
    groups: [
      {
        id: 'party.principal',
        title: '{Head}',
        lead: 'principal',
        lines: [point('party.principal', 'Chỉ đạo chung, duyệt và ban hành kế hoạch, bố trí nguồn lực; chịu trách nhiệm trước {parent} về kết quả thực hiện.', 'leadership')],
      },
      {
        id: 'party.committee',
        title: 'Ban Vì sự tiến bộ của phụ nữ',
        lead: 'committee',
        lines: [point('party.committee', 'Tham mưu, tổ chức thực hiện, theo dõi tiến độ từng nhiệm vụ; tổng hợp số liệu, minh chứng, dự thảo báo cáo.', 'committee')],
      },
      {
        id: 'party.groups',
        title: 'Tổ chuyên môn, giáo viên, nhân viên',
        lead: 'subject_groups',
        lines: [point('party.groups', 'Thực hiện nội dung lồng ghép trong hoạt động giáo dục; phát hiện sớm, báo ngay dấu hiệu bạo lực, xâm hại; ghi nhận kết quả và số người tham gia ngay sau mỗi hoạt động.', 'assignment')],
      },
      {
        id: 'party.union',
        title: 'Công đoàn',
        lead: 'union',
        lines: [point('party.union', 'Chăm lo, bảo vệ quyền, lợi ích của lao động nữ; vận động đoàn viên nam tham gia; giám sát thực hiện chế độ, chính sách.', 'women_policies')],
      },
      {
        id: 'party.youth',
        title: 'Đoàn Thanh niên, Đội Thiếu niên Tiền phong Hồ Chí Minh',
        lead: 'youth_union',
        lines: [point('party.youth', 'Tổ chức diễn đàn, hội thi, hoạt động truyền thông do {learners} thực hiện; là nơi lắng nghe và chuyển ý kiến của {learners}.', 'clubs_models')],
      },
      {
        id: 'party.it',
        title: 'Ban phụ trách công nghệ thông tin, truyền thông',
        lead: 'it_team',
        lines: [point('party.it', 'Tiếp nhận, trình duyệt, đăng tải tin, bài; thống kê lượt tiếp cận; gỡ bỏ ngay nội dung lộ thông tin riêng của trẻ em.', 'publication')],
      },
      {
        id: 'party.parents',
        title: 'Ban đại diện {parents}',
        lead: 'parents_board',
        lines: [point('party.parents', 'Phối hợp truyền thông tới các gia đình, vận động nguồn lực hợp pháp, phản ánh kịp thời tâm tư của {learners}.', 'parents_men_boys')],
      },
    ],
  },
]
