import { goal, point, task, type PlanTemplate } from './template.ts'

/** The commune's People's Committee: its culture and social office runs the education side of the work. */
export const commune: PlanTemplate = {
  kind: 'commune',
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
            point('purpose.area', 'Thực hiện thống nhất công tác bình đẳng giới và vì sự tiến bộ của phụ nữ trong các cơ sở giáo dục và cộng đồng dân cư trên địa bàn.'),
            point('purpose.people', 'Bảo đảm mọi trẻ em, phụ nữ, nam giới được tiếp cận thông tin, giáo dục, bảo vệ như nhau; không ai bị bỏ lại phía sau.'),
          ],
        },
        {
          id: 'requirements',
          title: 'Yêu cầu',
          lead: null,
          lines: [
            point('requirements.clear', 'Bám sát kế hoạch của {parent}; mỗi nhiệm vụ rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.'),
            point('requirements.light', 'Dùng chung số liệu đã có, không yêu cầu các trường báo cáo nhiều lần một nội dung; giữ kín thông tin của trẻ em và người bị bạo lực.'),
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
            point('target.plans', '100% trường trên địa bàn ban hành kế hoạch trước ngày 31/3 và gửi báo cáo đúng hạn.', 'plan_making', goal('D05', 'Tỷ lệ trường ban hành kế hoạch đúng hạn', '=', 100, '%')),
            point('target.news', 'Mỗi quý có ít nhất 04 tin, bài về bình đẳng giới trên hệ thống thông tin cơ sở.', 'publication', goal('C06', 'Số tin, bài mỗi quý trên hệ thống thông tin cơ sở', '>=', 4, 'tin, bài')),
            point('target.completion', 'Trên 99% trẻ em trai và trẻ em gái hoàn thành chương trình tiểu học, trong đó có trẻ em dân tộc thiểu số; không có trẻ em gái bỏ học vì định kiến giới.', 'equal_education', goal('B15', 'Tỷ lệ trẻ em trai và trẻ em gái hoàn thành chương trình tiểu học', '>', 99, '%')),
            point('target.action_month', '100% trường tổ chức hoạt động hưởng ứng Tháng hành động vì bình đẳng giới.', 'action_month', goal('C08', 'Tỷ lệ trường tổ chức Tháng hành động', '=', 100, '%')),
            point('target.survivors', '100% người bị bạo lực được phát hiện được hỗ trợ ít nhất một dịch vụ cơ bản.', 'incident', goal('E03', 'Tỷ lệ người bị bạo lực được hỗ trợ', '=', 100, '%')),
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
          title: 'Lãnh đạo, chỉ đạo, kiện toàn đầu mối',
          lead: null,
          lines: [
            task('commune.plan', 'Ban hành kế hoạch năm {year} và hướng dẫn các trường mầm non, tiểu học, trung học cơ sở xây dựng kế hoạch theo từng nội dung của cấp trên.', { topic: 'plan_making', lead: 'commune_leaders', by: ['culture_office'], when: { from: '02-15', to: '03-20' }, product: 'Kế hoạch, văn bản hướng dẫn', also: ['S26'] }),
            task('commune.leadership', 'Đưa chỉ tiêu bình đẳng giới vào nghị quyết, chương trình công tác năm; người đứng đầu cơ quan, nhà trường chịu trách nhiệm về kết quả.', { topic: 'leadership', lead: 'commune_leaders', by: ['commune_office'], when: { quarter: 1 }, product: 'Nghị quyết, chương trình công tác' }),
            task('commune.committee', 'Kiện toàn Ban Vì sự tiến bộ của phụ nữ cấp xã; chỉ đạo các trường kiện toàn Ban ngay khi thay đổi nhân sự.', { topic: 'committee', lead: 'culture_office', by: ['womens_union'], when: { quarter: 1 }, product: 'Quyết định, danh sách thành viên' }),
            task('commune.units', 'Rà soát danh sách trường, người đứng đầu, đầu mối phụ trách; cập nhật khi trường được sắp xếp, sáp nhập, đổi tên.', { topic: 'units', lead: 'culture_office', by: ['commune_schools'], when: { quarter: 3 }, product: 'Danh sách trường và đầu mối' }),
            task('commune.documents', 'Lập danh mục văn bản chỉ đạo còn hiệu lực, chuyển ngay văn bản mới của cấp trên tới các trường.', { topic: 'directives', lead: 'commune_office', by: ['culture_office'], when: { allYear: true }, product: 'Danh mục văn bản' }),
            task('commune.strategy', 'Lồng ghép mục tiêu chiến lược quốc gia về bình đẳng giới vào kế hoạch phát triển kinh tế - xã hội, chương trình mục tiêu quốc gia trên địa bàn.', { topic: 'strategy', lead: 'culture_office', by: ['economy_office'], when: { quarter: 4 }, product: 'Kế hoạch có chỉ tiêu bình đẳng giới' }),
            task('commune.assignment', 'Giao nhiệm vụ cho công chức theo dõi công tác bình đẳng giới trong giáo dục; giao ban với các trường mỗi quý để đôn đốc tiến độ.', { topic: 'assignment', lead: 'culture_office', by: ['commune_schools'], when: { allYear: true }, product: 'Bảng phân công, biên bản giao ban' }),
          ],
        },
        {
          id: 'communication',
          title: 'Truyền thông và các đợt cao điểm',
          lead: null,
          lines: [
            task('commune.communication', 'Phổ biến pháp luật về bình đẳng giới, phòng, chống bạo lực gia đình trên đài truyền thanh, nhóm mạng thôn, tổ dân phố và sinh hoạt cộng đồng, ít nhất 02 cuộc trong năm.', { topic: 'law_communication', lead: 'culture_office', by: ['womens_union', 'fatherland_front'], when: { allYear: true }, product: 'Lịch phát thanh, số người dự tách nam, nữ', target: goal('C01', 'Số cuộc truyền thông', '>=', 2, 'cuộc') }),
            task('commune.men', 'Vận động nam giới, người có uy tín, chức sắc, trưởng thôn làm tuyên truyền viên về chia sẻ việc nhà, không bạo lực.', { topic: 'parents_men_boys', lead: 'womens_union', by: ['fatherland_front'], when: { quarter: 2 }, product: 'Danh sách tuyên truyền viên, số cuộc nói chuyện' }),
            task('commune.publication', 'Công khai kế hoạch, kết quả, đường dây nóng trên trang thông tin điện tử của xã; nội dung được duyệt trước khi đăng.', { topic: 'publication', lead: 'commune_office', by: ['culture_office'], when: { allYear: true }, product: 'Tin, bài, đường dẫn' }),
            task('commune.march_october', 'Chỉ đạo tổ chức Ngày Quốc tế Phụ nữ 8/3, Ngày Quốc tế Hạnh phúc 20/3, Ngày Phụ nữ Việt Nam 20/10 tiết kiệm, thiết thực.', { topic: 'observances', lead: 'womens_union', by: ['commune_schools'], when: { from: '03-01', to: '10-20' }, product: 'Chương trình, hình ảnh' }),
            task('commune.june', 'Tổ chức Tháng hành động vì trẻ em, Ngày Gia đình Việt Nam 28/6 và Tháng hành động quốc gia phòng, chống bạo lực gia đình; quản lý sinh hoạt hè an toàn.', { topic: 'june_months', lead: 'culture_office', by: ['womens_union', 'commune_schools'], when: { observance: 'domestic_violence_month' }, product: 'Kế hoạch, hình ảnh, báo cáo' }),
            task('commune.action_month', 'Phát động, chỉ đạo các trường, thôn, tổ dân phố hưởng ứng Tháng hành động vì bình đẳng giới; tổng hợp kết quả gửi cấp trên.', { topic: 'action_month', lead: 'culture_office', by: ['womens_union', 'commune_schools'], when: { observance: 'action_month' }, product: 'Kế hoạch, lễ phát động, báo cáo' }),
          ],
        },
        {
          id: 'education',
          title: 'Chỉ đạo các trường trên địa bàn',
          lead: null,
          lines: [
            task('commune.curriculum', 'Chỉ đạo, theo dõi việc lồng ghép nội dung giới trong chương trình mầm non, tiểu học, trung học cơ sở; chia sẻ học liệu giữa các trường.', { topic: 'curriculum', lead: 'culture_office', by: ['commune_schools'], when: { from: '08-15', to: '12-31' }, product: 'Văn bản chỉ đạo, danh mục học liệu dùng chung' }),
            task('commune.equal', 'Vận động trẻ em trong độ tuổi ra lớp, duy trì phổ cập; theo dõi trẻ em bỏ học, tảo hôn, trẻ em dân tộc thiểu số, khuyết tật tách theo nam, nữ.', { topic: 'equal_education', lead: 'culture_office', by: ['commune_schools', 'fatherland_front'], when: { allYear: true }, product: 'Danh sách theo dõi, kết quả vận động' }),
            task('commune.safe_school', 'Chỉ đạo các trường phòng, chống bạo lực học đường, xâm hại trẻ em; rà soát an toàn quanh cổng trường, tuyến đường học sinh đi học.', { topic: 'safe_school', lead: 'culture_office', by: ['commune_police', 'commune_schools'], when: { month: 9 }, product: 'Kế hoạch phối hợp, biên bản rà soát' }),
          ],
        },
        {
          id: 'protection',
          title: 'Tiếp nhận, xử lý vụ việc và hỗ trợ người cần giúp đỡ',
          lead: null,
          lines: [
            task('commune.incidents', 'Tiếp nhận tin báo về bạo lực, xâm hại; xác minh, bảo vệ khẩn cấp, lập kế hoạch hỗ trợ can thiệp đúng thời hạn pháp luật quy định; theo dõi đến khi kết thúc, báo cáo đột xuất cấp trên.', { topic: 'incident', lead: 'commune_leaders', by: ['commune_police', 'culture_office', 'commune_health'], when: { allYear: true }, product: 'Hồ sơ vụ việc bảo mật, báo cáo đột xuất' }),
            task('commune.violations', 'Xử lý theo thẩm quyền hành vi vi phạm pháp luật về bình đẳng giới, bạo lực gia đình.', { topic: 'violations', lead: 'commune_police', by: ['commune_office'], when: { allYear: true }, product: 'Quyết định xử lý, số vụ việc' }),
            task('commune.services', 'Duy trì địa chỉ tin cậy, nơi tạm lánh ở cộng đồng; công bố số điện thoại tiếp nhận và Tổng đài 111.', { topic: 'services', lead: 'womens_union', by: ['commune_police', 'commune_health'], when: { quarter: 2 }, product: 'Danh sách địa chỉ tin cậy' }),
            task('commune.support', 'Thăm hỏi, hỗ trợ phụ nữ, trẻ em có hoàn cảnh khó khăn, mồ côi, khuyết tật, người bị bạo lực.', { topic: 'support_needy', lead: 'womens_union', by: ['fatherland_front', 'culture_office'], when: { from: '11-15', to: '12-31' }, product: 'Danh sách, chứng từ hỗ trợ' }),
          ],
        },
        {
          id: 'women',
          title: 'Công tác cán bộ nữ, chế độ chính sách và bồi dưỡng',
          lead: null,
          lines: [
            task('commune.cadre', 'Thống kê, quy hoạch, đề xuất bổ nhiệm cán bộ quản lý trường học là nữ bảo đảm cơ cấu, tỷ lệ; báo cáo Sở những nội dung thuộc thẩm quyền của Sở.', { topic: 'women_cadre', lead: 'commune_leaders', by: ['culture_office'], when: { quarter: 2 }, product: 'Bảng thống kê, danh sách quy hoạch' }),
            task('commune.network', 'Lập nhóm nữ cán bộ quản lý các trường trên địa bàn, mỗi học kỳ sinh hoạt chia sẻ kinh nghiệm một lần.', { topic: 'women_network', lead: 'culture_office', by: ['commune_schools'], when: { quarter: 4 }, product: 'Biên bản sinh hoạt' }),
            task('commune.policies', 'Giám sát các trường thực hiện chế độ thai sản, chính sách đối với lao động nữ, nhà giáo nữ nuôi con nhỏ.', { topic: 'women_policies', lead: 'culture_office', by: ['womens_union'], when: { quarter: 3 }, product: 'Biên bản giám sát' }),
            task('commune.training', 'Tập huấn cho thành viên Ban, đầu mối các trường, cán bộ thôn về kiến thức giới và kỹ năng xử lý ban đầu vụ việc bạo lực.', { topic: 'training', lead: 'culture_office', by: ['womens_union'], when: { quarter: 3 }, product: 'Tài liệu, danh sách người dự tách nam, nữ' }),
          ],
        },
        {
          id: 'movements',
          title: 'Phong trào, mô hình, khen thưởng và phối hợp',
          lead: null,
          lines: [
            task('commune.movements', 'Vận động xây dựng gia đình hạnh phúc, thôn, tổ dân phố không bạo lực; nhân rộng mô hình, câu lạc bộ hoạt động tốt.', { topic: 'clubs_models', lead: 'womens_union', by: ['fatherland_front'], when: { allYear: true }, product: 'Danh sách mô hình, câu lạc bộ' }),
            task('commune.awards', 'Bình xét, khen thưởng, biểu dương trường học, gia đình, cá nhân tiêu biểu.', { topic: 'commendation', lead: 'commune_leaders', by: ['commune_office'], when: { quarter: 4 }, product: 'Quyết định khen thưởng' }),
            task('commune.cooperation', 'Ban hành quy chế phối hợp giữa nhà trường, công an, y tế, Hội Liên hiệp Phụ nữ, Đoàn Thanh niên trong bảo vệ trẻ em.', { topic: 'cooperation', lead: 'commune_leaders', by: ['commune_police', 'commune_health', 'womens_union'], when: { quarter: 1 }, product: 'Quy chế phối hợp' }),
          ],
        },
        {
          id: 'control',
          title: 'Kiểm tra, số liệu, tổng hợp và báo cáo',
          lead: null,
          lines: [
            task('commune.inspection', 'Kiểm tra ít nhất 30% số trường về hoạt động của Ban, công tác cán bộ nữ, phòng, chống bạo lực; theo dõi khắc phục kiến nghị.', { topic: 'inspection', lead: 'culture_office', by: ['womens_union'], when: { month: 10 }, product: 'Kế hoạch, biên bản kiểm tra' }),
            task('commune.survey', 'Tổng hợp kết quả khảo sát nhận thức của các trường; lấy ý kiến phản hồi của người dân, cha mẹ học sinh để điều chỉnh hoạt động.', { topic: 'survey', lead: 'culture_office', by: ['commune_schools'], when: { quarter: 3 }, product: 'Bảng tổng hợp ý kiến' }),
            task('commune.data', 'Thu thập, cập nhật số liệu tách theo nam, nữ, dân tộc của các trường; đối chiếu với cơ sở dữ liệu ngành.', { topic: 'statistics', lead: 'culture_office', by: ['commune_schools'], when: { from: '05-15', to: '06-15' }, product: 'Bảng số liệu' }),
            task('commune.consolidation', 'Đôn đốc, tiếp nhận, trả lại báo cáo chưa đạt của các trường; tổng hợp báo cáo chung, nêu rõ trường chưa báo cáo.', { topic: 'consolidation', lead: 'culture_office', by: ['commune_schools'], when: { from: '05-10', to: '11-25' }, product: 'Bảng theo dõi, báo cáo tổng hợp' }),
            task('commune.report_half', 'Gửi báo cáo 6 tháng đầu năm cho {parent} đúng hạn.', { topic: 'reporting', lead: 'culture_office', by: ['commune_office'], when: { from: '05-10', to: '05-20' }, product: 'Báo cáo 6 tháng' }),
            task('commune.report_year', 'Tổng kết, gửi báo cáo năm cho {parent} đúng hạn.', { topic: 'reporting', lead: 'culture_office', by: ['commune_office'], when: { from: '11-10', to: '11-23' }, product: 'Báo cáo năm' }),
            task('commune.files', 'Soạn thảo, ký số, lưu văn bản đúng thể thức theo Nghị định số 30/2020/NĐ-CP.', { topic: 'official_form', lead: 'commune_office', by: ['culture_office'], when: { allYear: true }, product: 'Hồ sơ công việc' }),
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
            point('budget.sources', 'Kinh phí bố trí trong dự toán ngân sách cấp xã năm {year}, dự toán của các trường và nguồn huy động hợp pháp khác.', 'budget'),
            task('budget.estimate', 'Lập dự toán năm {nextYear} theo từng hoạt động, gửi Phòng Kinh tế tổng hợp trước ngày 20/7; quyết toán, công khai theo quy định.', { topic: 'budget', lead: 'culture_office', by: ['economy_office'], when: { from: '06-15', to: '07-19' }, product: 'Dự toán, quyết toán' }),
          ],
        },
      ],
    },
    {
      part: 'organisation',
      title: 'TỔ CHỨC THỰC HIỆN',
      groups: [
        {
          id: 'party.office',
          title: 'Phòng Văn hóa - Xã hội',
          lead: 'culture_office',
          lines: [point('party.office', 'Là đầu mối tham mưu, hướng dẫn các trường, theo dõi tiến độ, kiểm tra, tổng hợp báo cáo.', 'assignment')],
        },
        {
          id: 'party.police',
          title: 'Công an, Trạm Y tế',
          lead: 'commune_police',
          lines: [point('party.police', 'Phối hợp xác minh, bảo vệ, chăm sóc người bị bạo lực; bảo đảm an toàn khu vực trường học.', 'incident')],
        },
        {
          id: 'party.mass',
          title: 'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam, Hội Liên hiệp Phụ nữ và các đoàn thể',
          lead: 'womens_union',
          lines: [point('party.mass', 'Vận động hội viên, đoàn viên tham gia; giám sát, phản biện việc thực hiện chính sách đối với phụ nữ và trẻ em.', 'cooperation')],
        },
        {
          id: 'party.schools',
          title: 'Các trường trên địa bàn',
          lead: 'commune_schools',
          lines: [point('party.schools', 'Xây dựng kế hoạch, tổ chức thực hiện, báo cáo đúng thời gian; báo ngay vụ việc đột xuất.', 'reporting')],
        },
      ],
    },
  ],
}
