import { goal, point, task, type PlanTemplate } from './template.ts'

/** The provincial Department of Education and Training: directs, trains, inspects, consolidates. */
export const department: PlanTemplate = {
  kind: 'department',
  sections: [
    {
      part: 'purpose',
      title: 'MỤC ĐÍCH, YÊU CẦU',
      groups: [
        {
          id: 'purpose',
          title: 'Mục đích',
          lead: null,
          lines: [
            point('purpose.sector', 'Thống nhất chỉ đạo công tác bình đẳng giới và vì sự tiến bộ của phụ nữ trong toàn ngành; hoàn thành chỉ tiêu năm {year} hướng tới mục tiêu đến năm 2030.'),
            point('purpose.gap', 'Bảo đảm người học nam và nữ được hưởng giáo dục có chất lượng như nhau; nữ nhà giáo, cán bộ quản lý được phát huy năng lực và tham gia lãnh đạo tương xứng.'),
          ],
        },
        {
          id: 'requirements',
          title: 'Yêu cầu',
          lead: null,
          lines: [
            point('requirements.units', 'Các đơn vị cụ thể hóa thành kế hoạch của mình theo từng nhiệm vụ, phù hợp cấp học và điều kiện thực tế, có phân công, thời hạn, sản phẩm.'),
            point('requirements.measure', 'Kết quả đo được bằng số liệu tách nam, nữ, có minh chứng; không gây thêm gánh nặng báo cáo cho cơ sở.'),
          ],
        },
      ],
    },
    {
      part: 'objectives',
      title: 'MỤC TIÊU, CHỈ TIÊU',
      groups: [
        {
          id: 'objectives.targets',
          title: '',
          lead: null,
          lines: [
            point('target.plans', '100% đơn vị, trường học ban hành kế hoạch trước ngày 31/3 và báo cáo đúng hạn.', 'plan_making', goal('D05', 'Tỷ lệ đơn vị ban hành kế hoạch đúng hạn', '=', 100, '%')),
            point('target.leaders', 'Tăng tỷ lệ đơn vị trực thuộc có nữ trong lãnh đạo chủ chốt, phấn đấu đạt 75% vào năm 2030.', 'women_cadre', goal('A01', 'Tỷ lệ đơn vị có lãnh đạo chủ chốt là nữ', '>=', 75, '%')),
            point('target.pipeline', 'Tỷ lệ nữ trong quy hoạch lãnh đạo, quản lý hướng tới 50% vào năm 2030; 100% nữ trong quy hoạch được bồi dưỡng.', 'women_cadre', goal('A07', 'Tỷ lệ nữ trong quy hoạch', '>=', 50, '%')),
            point('target.curriculum', '100% trường phổ thông, giáo dục thường xuyên lồng ghép nội dung giới trong giảng dạy, hoạt động giáo dục.', 'curriculum', goal('B12', 'Tỷ lệ lớp có bài học, hoạt động lồng ghép giới', '=', 100, '%')),
            point('target.completion', 'Tỷ lệ học sinh nam và học sinh nữ dân tộc thiểu số hoàn thành tiểu học trên 99%, trung học cơ sở trên 90% vào năm 2030.', 'equal_education', goal('B03', 'Tỷ lệ học sinh dân tộc thiểu số hoàn thành tiểu học', '>', 99, '%')),
            point('target.action_month', '100% đơn vị có kế hoạch và tổ chức Tháng hành động vì bình đẳng giới.', 'action_month', goal('C08', 'Tỷ lệ đơn vị tổ chức Tháng hành động', '=', 100, '%')),
            point('target.committees', '100% Ban Vì sự tiến bộ của phụ nữ được kiện toàn; ít nhất 50% thành viên được tập huấn trong năm.', 'committee', goal('D02', 'Tỷ lệ thành viên Ban được tập huấn', '>=', 50, '%')),
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
          title: 'Lãnh đạo, chỉ đạo, kiện toàn bộ máy',
          lead: null,
          lines: [
            task('department.plan', 'Ban hành kế hoạch năm {year} của ngành; hướng dẫn, tiếp nhận và đối chiếu kế hoạch của các đơn vị với từng nhiệm vụ đã giao.', { topic: 'plan_making', lead: 'personnel_office', by: ['committee', 'attached_units'], when: { from: '01-15', to: '03-31' }, product: 'Kế hoạch, bảng theo dõi kế hoạch các đơn vị', also: ['S26'] }),
            task('department.leadership', 'Gắn trách nhiệm người đứng đầu đơn vị với kết quả thực hiện mục tiêu bình đẳng giới, đưa vào tiêu chí đánh giá, xếp loại hằng năm.', { topic: 'leadership', lead: 'department_leaders', by: ['personnel_office'], when: { quarter: 1 }, product: 'Tiêu chí đánh giá' }),
            task('department.committee', 'Kiện toàn Ban Vì sự tiến bộ của phụ nữ ngành khi thay đổi nhân sự, phân công thành viên phụ trách cấp học, địa bàn; theo dõi việc kiện toàn Ban ở cơ sở.', { topic: 'committee', lead: 'personnel_office', by: ['committee'], when: { quarter: 1 }, product: 'Quyết định, bảng phân công' }),
            task('department.units', 'Rà soát danh sách đơn vị, trường học và đầu mối phụ trách sau sắp xếp đơn vị hành chính, sáp nhập trường; xác định nơi nhận báo cáo của từng đơn vị.', { topic: 'units', lead: 'personnel_office', by: ['department_office'], when: { quarter: 1 }, product: 'Danh sách đơn vị, đầu mối' }),
            task('department.documents', 'Cập nhật danh mục văn bản chỉ đạo, căn cứ pháp lý còn hiệu lực; gửi các đơn vị cùng hướng dẫn áp dụng.', { topic: 'directives', lead: 'department_office', by: ['personnel_office'], when: { allYear: true }, product: 'Danh mục văn bản' }),
            task('department.strategy', 'Cụ thể hóa chiến lược quốc gia và kế hoạch hành động của Bộ Giáo dục và Đào tạo thành chỉ tiêu từng năm; lồng ghép vào văn bản, chương trình, đề án của ngành.', { topic: 'strategy', lead: 'personnel_office', by: ['finance_office', 'general_education_office'], when: { quarter: 1 }, product: 'Bảng chỉ tiêu giao các đơn vị' }),
            task('department.assignment', 'Phân công phòng chuyên môn chủ trì từng nhiệm vụ; giao ban mỗi quý, đôn đốc đơn vị chậm tiến độ.', { topic: 'assignment', lead: 'personnel_office', by: ['department_office'], when: { allYear: true }, product: 'Bảng phân công, thông báo giao ban' }),
          ],
        },
        {
          id: 'communication',
          title: 'Truyền thông và các đợt cao điểm',
          lead: null,
          lines: [
            task('department.communication', 'Xây dựng kế hoạch, bộ thông điệp và tài liệu truyền thông dùng chung; phổ biến pháp luật, chính sách, kết quả bình đẳng giới tới nhà giáo, người học, cha mẹ học sinh; phản bác thông tin sai lệch.', { topic: 'law_communication', lead: 'student_affairs_office', by: ['department_office', 'sector_union'], when: { quarter: 1 }, product: 'Bộ thông điệp, tài liệu; số lượt tiếp cận' }),
            task('department.men', 'Hướng dẫn các trường thu hút cha mẹ học sinh, nam giới, trẻ em trai tham gia thúc đẩy bình đẳng giới.', { topic: 'parents_men_boys', lead: 'student_affairs_office', by: ['attached_units'], when: { quarter: 2 }, product: 'Tài liệu hướng dẫn' }),
            task('department.publication', 'Mở chuyên mục trên cổng thông tin điện tử của ngành, mỗi quý ít nhất 01 tin, bài; quy định việc kiểm duyệt nội dung trước khi đăng.', { topic: 'publication', lead: 'department_office', by: ['personnel_office'], when: { allYear: true }, product: 'Chuyên mục, tin, bài', target: goal('C06', 'Số tin, bài về bình đẳng giới', '>=', 4, 'tin, bài') }),
            task('department.observances', 'Chỉ đạo hoạt động nhân Ngày Quốc tế Phụ nữ 8/3, Ngày Quốc tế Hạnh phúc 20/3, Ngày Quốc tế Trẻ em gái 11/10, Ngày Phụ nữ Việt Nam 20/10.', { topic: 'observances', lead: 'sector_union', by: ['attached_units'], when: { from: '03-01', to: '10-20' }, product: 'Văn bản chỉ đạo, kết quả' }),
            task('department.june', 'Chỉ đạo hưởng ứng Tháng hành động vì trẻ em, Tháng hành động quốc gia phòng, chống bạo lực gia đình và Ngày Gia đình Việt Nam 28/6.', { topic: 'june_months', lead: 'student_affairs_office', by: ['attached_units'], when: { observance: 'domestic_violence_month' }, product: 'Văn bản chỉ đạo, kết quả' }),
            task('department.action_month', 'Ban hành hướng dẫn trước ngày 15/10, phát động toàn ngành Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới; tổng hợp kết quả theo thời hạn của cấp trên.', { topic: 'action_month', lead: 'personnel_office', by: ['student_affairs_office', 'attached_units'], when: { observance: 'action_month' }, product: 'Hướng dẫn, lễ phát động, báo cáo' }),
          ],
        },
        {
          id: 'education',
          title: 'Lồng ghép giới trong giáo dục, bảo đảm bình đẳng trong học tập',
          lead: null,
          lines: [
            task('department.curriculum', 'Hướng dẫn lồng ghép nội dung giới, sức khỏe sinh sản theo môn học, hoạt động giáo dục từng cấp; tổ chức dạy minh họa theo cụm trường.', { topic: 'curriculum', lead: 'general_education_office', by: ['preschool_office', 'continuing_office'], when: { quarter: 3 }, product: 'Văn bản hướng dẫn, số tiết minh họa' }),
            task('department.materials', 'Xây dựng kho học liệu về giới dùng chung; rà soát tài liệu giáo dục địa phương, sách tham khảo để loại bỏ định kiến giới.', { topic: 'materials', lead: 'general_education_office', by: ['preschool_office'], when: { quarter: 4 }, product: 'Kho học liệu, biên bản rà soát' }),
            task('department.equal', 'Theo dõi tỷ lệ nhập học, hoàn thành cấp học, bỏ học tách nam, nữ, dân tộc; có giải pháp cho vùng, trường có khoảng cách giới.', { topic: 'equal_education', lead: 'general_education_office', by: ['continuing_office', 'finance_office'], when: { from: '06-01', to: '10-30' }, product: 'Báo cáo phân tích, giải pháp' }),
          ],
        },
        {
          id: 'safety',
          title: 'Trường học an toàn; xử lý vụ việc, hỗ trợ người cần giúp đỡ',
          lead: null,
          lines: [
            task('department.safe_school', 'Chỉ đạo thực hiện kế hoạch phòng, chống bạo lực học đường, xâm hại trẻ em; hướng dẫn tổ chức tư vấn học đường, công tác xã hội và quy tắc ứng xử.', { topic: 'safe_school', lead: 'student_affairs_office', by: ['attached_units'], when: { month: 8 }, product: 'Văn bản chỉ đạo, tài liệu hướng dẫn' }),
            task('department.incidents', 'Công bố đường dây tiếp nhận; chỉ đạo xác minh, bảo vệ người bị hại, phối hợp công an, y tế và Ủy ban nhân dân cấp xã xử lý vụ việc bạo lực, quấy rối, xâm hại; theo dõi từng vụ việc đến khi kết thúc, báo cáo đột xuất cấp trên.', { topic: 'incident', lead: 'student_affairs_office', by: ['inspection_office', 'personnel_office'], when: { allYear: true }, product: 'Hồ sơ theo dõi bảo mật, báo cáo đột xuất', also: ['S7'] }),
            task('department.violations', 'Kiến nghị, xử lý theo thẩm quyền vi phạm hành chính về bình đẳng giới trong lĩnh vực giáo dục theo Nghị định số 125/2021/NĐ-CP.', { topic: 'violations', lead: 'inspection_office', by: ['personnel_office'], when: { allYear: true }, product: 'Kết luận, kiến nghị' }),
            task('department.support', 'Vận động, hỗ trợ nữ nhà giáo vùng khó khăn, học sinh nữ mồ côi, khuyết tật, người bị bạo lực.', { topic: 'support_needy', lead: 'sector_union', by: ['attached_units'], when: { from: '11-15', to: '12-31' }, product: 'Danh sách, kinh phí hỗ trợ' }),
          ],
        },
        {
          id: 'women',
          title: 'Công tác cán bộ nữ, chế độ chính sách và bồi dưỡng',
          lead: null,
          lines: [
            task('department.cadre', 'Đánh giá thực trạng đội ngũ nữ cán bộ quản lý; rà soát quy hoạch, tạo nguồn, bổ nhiệm, luân chuyển bảo đảm cơ cấu, tỷ lệ nữ ở từng đơn vị.', { topic: 'women_cadre', lead: 'personnel_office', by: ['department_leaders'], when: { quarter: 2 }, product: 'Báo cáo thực trạng, danh sách quy hoạch' }),
            task('department.network', 'Xây dựng mạng lưới nữ lãnh đạo, quản lý trong ngành; tổ chức người đi trước kèm cặp cán bộ nữ trẻ trong quy hoạch.', { topic: 'women_network', lead: 'personnel_office', by: ['sector_union'], when: { quarter: 4 }, product: 'Danh sách mạng lưới, kết quả kèm cặp' }),
            task('department.policies', 'Rà soát, tham mưu chính sách đối với nữ nhà giáo, người lao động; giám sát chế độ thai sản, hỗ trợ nuôi con dưới 36 tháng tuổi khi đi đào tạo.', { topic: 'women_policies', lead: 'sector_union', by: ['personnel_office', 'finance_office'], when: { quarter: 3 }, product: 'Báo cáo rà soát, đề xuất' }),
            task('department.training', 'Tập huấn kiến thức giới, kỹ năng lồng ghép giới, kỹ năng xử lý vụ việc cho cán bộ quản lý, thành viên Ban, người làm tư vấn và truyền thông.', { topic: 'training', lead: 'personnel_office', by: ['student_affairs_office'], when: { from: '07-15', to: '08-31' }, product: 'Tài liệu, danh sách học viên tách nam, nữ, giấy chứng nhận' }),
          ],
        },
        {
          id: 'movements',
          title: 'Phong trào, khen thưởng và phối hợp',
          lead: null,
          lines: [
            task('department.movements', 'Phát động phong trào thi đua trong nữ nhà giáo, người lao động; tổ chức hội thi, nhân rộng mô hình, câu lạc bộ hiệu quả.', { topic: 'movements', lead: 'sector_union', by: ['attached_units'], when: { quarter: 3 }, product: 'Kế hoạch, kết quả' }),
            task('department.awards', 'Khen thưởng, biểu dương kịp thời tập thể, cá nhân tiêu biểu; giới thiệu gương nữ lãnh đạo, quản lý thành công.', { topic: 'commendation', lead: 'personnel_office', by: ['sector_union'], when: { quarter: 4 }, product: 'Quyết định khen thưởng, bài giới thiệu' }),
            task('department.cooperation', 'Ký kết, thực hiện chương trình phối hợp với Sở Nội vụ, Hội Liên hiệp Phụ nữ, Công an, các tổ chức trong nước và quốc tế; tổ chức giao lưu giữa Ban Vì sự tiến bộ của phụ nữ các đơn vị.', { topic: 'cooperation', lead: 'personnel_office', by: ['student_affairs_office'], when: { allYear: true }, product: 'Chương trình phối hợp, nội dung giao lưu' }),
          ],
        },
        {
          id: 'control',
          title: 'Kiểm tra, khảo sát, tổng hợp và báo cáo',
          lead: null,
          lines: [
            task('department.inspection', 'Kiểm tra các đơn vị về tổ chức và hoạt động của Ban, thực hiện chính sách, công tác cán bộ nữ, tình trạng bạo lực, khó khăn, vướng mắc; theo dõi việc khắc phục.', { topic: 'inspection', lead: 'inspection_office', by: ['personnel_office', 'committee'], when: { from: '09-15', to: '11-15' }, product: 'Kế hoạch, biên bản, thông báo kết quả' }),
            task('department.survey', 'Khảo sát nhận thức về bình đẳng giới bằng một bộ phiếu chung; công bố kết quả, điều chỉnh giải pháp.', { topic: 'survey', lead: 'personnel_office', by: ['attached_units'], when: { quarter: 3 }, product: 'Báo cáo khảo sát' }),
            task('department.data', 'Chuẩn hóa biểu mẫu số liệu tách nam, nữ; khai thác cơ sở dữ liệu ngành thay cho thống kê thủ công.', { topic: 'statistics', lead: 'finance_office', by: ['personnel_office'], when: { from: '05-15', to: '06-30' }, product: 'Biểu mẫu, bảng số liệu' }),
            task('department.consolidation', 'Nhắc hạn, tiếp nhận, trả lại báo cáo chưa đạt; tổng hợp báo cáo toàn ngành, nêu rõ đơn vị chậm, đơn vị chưa báo cáo.', { topic: 'consolidation', lead: 'personnel_office', by: ['department_office'], when: { from: '05-15', to: '12-10' }, product: 'Bảng theo dõi, báo cáo tổng hợp' }),
            task('department.report_half', 'Sơ kết, gửi báo cáo 6 tháng đầu năm cho {parent} đúng hạn.', { topic: 'reporting', lead: 'personnel_office', by: ['department_office'], when: { from: '05-28', to: '06-05' }, product: 'Báo cáo 6 tháng' }),
            task('department.report_year', 'Tổng kết, gửi báo cáo năm cho {parent} đúng hạn; tổ chức hội nghị tổng kết.', { topic: 'reporting', lead: 'personnel_office', by: ['department_office'], when: { from: '12-01', to: '12-10' }, product: 'Báo cáo năm' }),
            task('department.files', 'Soạn thảo, ký số, lưu văn bản đúng thể thức theo Nghị định số 30/2020/NĐ-CP; hướng dẫn các đơn vị trình bày thống nhất.', { topic: 'official_form', lead: 'department_office', by: ['personnel_office'], when: { allYear: true }, product: 'Mẫu văn bản, hồ sơ công việc' }),
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
            point('budget.sources', 'Kinh phí từ ngân sách nhà nước giao ngành năm {year}, lồng ghép trong các chương trình, đề án và nguồn tài trợ hợp pháp.', 'budget'),
            task('budget.estimate', 'Lập dự toán năm {nextYear} theo hoạt động và nguồn, gửi Phòng Kế hoạch - Tài chính trước ngày 20/7; hướng dẫn các đơn vị lập dự toán.', { topic: 'budget', lead: 'personnel_office', by: ['finance_office'], when: { from: '06-15', to: '07-19' }, product: 'Dự toán, quyết toán' }),
          ],
        },
      ],
    },
    {
      part: 'organisation',
      title: 'TỔ CHỨC THỰC HIỆN',
      groups: [
        {
          id: 'party.personnel',
          title: 'Phòng Tổ chức - Cán bộ',
          lead: 'personnel_office',
          lines: [point('party.personnel', 'Là thường trực, tham mưu chỉ đạo, theo dõi, đôn đốc, tổng hợp báo cáo; chủ trì công tác cán bộ nữ.', 'assignment')],
        },
        {
          id: 'party.offices',
          title: 'Các phòng chuyên môn, Văn phòng Sở',
          lead: 'general_education_office',
          lines: [point('party.offices', 'Chủ trì nhiệm vụ thuộc lĩnh vực, cấp học; lồng ghép vào kế hoạch công tác và hoạt động kiểm tra.', 'assignment')],
        },
        {
          id: 'party.union',
          title: 'Công đoàn ngành Giáo dục',
          lead: 'sector_union',
          lines: [point('party.union', 'Chăm lo, bảo vệ quyền lợi nữ nhà giáo, người lao động; phát động thi đua, giám sát chế độ, chính sách.', 'women_policies')],
        },
        {
          id: 'party.communes',
          title: 'Đề nghị Ủy ban nhân dân các xã, phường',
          lead: null,
          lines: [point('party.communes', 'Chỉ đạo các trường mầm non, tiểu học, trung học cơ sở thực hiện; tổng hợp báo cáo của các trường trên địa bàn.', 'consolidation')],
        },
        {
          id: 'party.attached',
          title: 'Các trường trung học phổ thông, đơn vị trực thuộc',
          lead: 'attached_units',
          lines: [point('party.attached', 'Xây dựng kế hoạch, tổ chức thực hiện, báo cáo định kỳ đúng thời gian; báo ngay vụ việc đột xuất.', 'reporting')],
        },
      ],
    },
  ],
}
