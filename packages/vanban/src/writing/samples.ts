import type { DocumentModel, Header, Item, Section, SectionKind, TextItem } from '../model.ts'

/** Invented documents of every form, for tests and benchmarks. */

export function sampleDocument(over: Partial<DocumentModel> = {}): DocumentModel {
  return {
    header: sampleHeader(),
    legalBases: [],
    genericBases: [],
    preamble: [],
    lead: null,
    sections: [],
    closing: null,
    targets: [],
    deadlines: [],
    observances: [],
    assignments: [],
    recipients: [],
    signer: null,
    findings: [],
    ...over,
  }
}

export function sampleHeader(over: Partial<Header> = {}): Header {
  return {
    parentIssuer: 'UBND PHƯỜNG BẾN NGỰ',
    issuer: 'TRƯỜNG TIỂU HỌC MAI XUÂN',
    issuerName: 'Trường Tiểu học Mai Xuân',
    number: '7',
    symbol: 'KH-THMX',
    place: 'Bến Ngự',
    date: '2026-03-05',
    docType: 'Kế hoạch',
    title: 'Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026',
    ...over,
  }
}

export function section(label: string | null, title: string, items: readonly Item[] = [], children: readonly Section[] = [], kind: SectionKind = 'tasks'): Section {
  return { label, title, kind, depth: 1, items, children: children.map(deeper) }
}

export function text(own: string, marker: string | null = null, items: readonly TextItem[] = []): TextItem {
  return { marker, text: own, items }
}

export function bullets(...texts: readonly string[]): readonly TextItem[] {
  return texts.map((own) => text(own, '-'))
}

function deeper(own: Section): Section {
  return { ...own, depth: own.depth + 1, children: own.children.map(deeper) }
}

const ASSIGNMENTS = [
  ['Kiện toàn Ban Vì sự tiến bộ của phụ nữ nhà trường, phân công nhiệm vụ từng thành viên', 'Hiệu trưởng', 'Chủ tịch Công đoàn', 'Trước 15/3/2026', 'Quyết định kiện toàn'],
  ['Tuyên truyền Luật Bình đẳng giới, Luật Phòng, chống bạo lực gia đình trong sinh hoạt dưới cờ', 'Tổng phụ trách Đội', 'Giáo viên chủ nhiệm', 'Tháng 3, 10, 11', '- 04 buổi;\n- 620 lượt học sinh.'],
  ['Lồng ghép nội dung về giới trong môn Đạo đức và Hoạt động trải nghiệm khối 4, khối 5', 'Tổ trưởng tổ 4-5', 'Giáo viên khối 4, 5', 'Cả năm học', '12 tiết dạy'],
  ['Tập huấn kỹ năng nhận biết và can thiệp sớm bạo lực học đường, xâm hại trẻ em', 'Phó Hiệu trưởng', 'Trạm Y tế phường', 'Quý II/2026', '35/35 giáo viên'],
  ['Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới', 'Ban VSTBPN', 'Các tổ chuyên môn', '15/11-15/12/2026', 'Báo cáo, hình ảnh'],
] as const

const BUDGET = [
  ['1', 'Tập huấn kỹ năng nhận biết, can thiệp sớm bạo lực học đường cho giáo viên, nhân viên', '35', '120.000', '4.200.000', 'Chi thường xuyên', 'Quý II/2026'],
  ['2', 'Tài liệu, pano, áp phích truyền thông Tháng hành động', '10', '350.000', '3.500.000', 'Chi thường xuyên', 'Tháng 10/2026'],
  ['3', 'Hội thi “Em yêu sự công bằng” khối 4, khối 5', '1', '6.500.000', '6.500.000', 'Xã hội hóa', 'Tháng 11/2026'],
  ['4', 'Thăm hỏi, hỗ trợ nữ giáo viên và học sinh có hoàn cảnh khó khăn', '12', '500.000', '6.000.000', 'Công đoàn', 'Cả năm'],
] as const

/** A school's plan with every kind of part: about five pages and two appendices. */
export function samplePlan(): DocumentModel {
  return sampleDocument({
    preamble: [
      'Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;',
      'Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ ban hành Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030;',
      'Căn cứ Quyết định số 383/QĐ-BGDĐT ngày 26 tháng 01 năm 2022 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Kế hoạch hành động vì sự tiến bộ của phụ nữ và bình đẳng giới ngành Giáo dục giai đoạn 2021-2030;',
      'Thực hiện Kế hoạch số 45/KH-UBND ngày 12 tháng 02 năm 2026 của Ủy ban nhân dân phường Bến Ngự về công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026;',
    ],
    lead: 'Trường Tiểu học Mai Xuân xây dựng Kế hoạch thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026 như sau:',
    sections: [
      section('I', 'Mục đích, yêu cầu', [], [
        section('1', 'Mục đích', bullets(
          'Nâng cao nhận thức, trách nhiệm của cán bộ quản lý, giáo viên, nhân viên, học sinh và cha mẹ học sinh về bình đẳng giới; thu hẹp khoảng cách giới trong các hoạt động của nhà trường.',
          'Phòng ngừa, phát hiện và xử lý kịp thời các hành vi bạo lực trên cơ sở giới, bạo lực học đường và xâm hại trẻ em.',
        )),
        section('2', 'Yêu cầu', bullets(
          'Nội dung, hình thức hoạt động phù hợp với lứa tuổi học sinh tiểu học, gắn với nhiệm vụ năm học 2025-2026 và năm học 2026-2027.',
          'Phân công rõ người, rõ việc, rõ thời gian, rõ sản phẩm; báo cáo đúng hạn.',
        )),
      ], 'purpose'),
      section('II', 'Chỉ tiêu', [
        text('Phấn đấu đến hết tháng 12 năm 2026:'),
        text('100% cán bộ quản lý, giáo viên, nhân viên được phổ biến Luật Bình đẳng giới và Nghị định số 125/2021/NĐ-CP ngày 28/12/2021 của Chính phủ quy định xử phạt vi phạm hành chính trong lĩnh vực bình đẳng giới.', '-'),
        text('Ít nhất 90% học sinh khối 4, khối 5 được học các tiết có lồng ghép nội dung về giới, cụ thể:', '-', [
          text('Học kỳ II năm học 2025-2026: từ 05 tiết trở lên;', '+'),
          text('Học kỳ I năm học 2026-2027: từ 07 tiết trở lên.', '+'),
        ]),
        text('Tỷ lệ nữ trong quy hoạch cán bộ quản lý đạt từ 50% trở lên.', '-'),
      ], [], 'objectives'),
      section('III', 'Nhiệm vụ và giải pháp', [], [
        section('1', 'Công tác lãnh đạo, chỉ đạo', [], [
          section('a', 'Kiện toàn Ban Vì sự tiến bộ của phụ nữ', bullets(
            'Rà soát, kiện toàn Ban Vì sự tiến bộ của phụ nữ khi có thay đổi về nhân sự; ban hành quy chế hoạt động, phân công nhiệm vụ cho từng thành viên.',
            'Họp định kỳ mỗi quý một lần để đánh giá kết quả, tháo gỡ khó khăn, vướng mắc.',
          )),
          section('b', 'Lồng ghép mục tiêu bình đẳng giới trong kế hoạch giáo dục nhà trường', [
            text('Các tổ chuyên môn đưa nội dung về giới, phòng ngừa bạo lực trên cơ sở giới vào kế hoạch dạy học của tổ; Phó Hiệu trưởng phụ trách chuyên môn phê duyệt trước ngày 20 tháng 3 năm 2026.'),
          ]),
        ]),
        section('2', 'Công tác truyền thông, giáo dục', [], [
          section('a', 'Đối với cán bộ quản lý, giáo viên, nhân viên', bullets(
            'Phổ biến chủ trương của Đảng, chính sách, pháp luật của Nhà nước về bình đẳng giới tại các buổi sinh hoạt chuyên môn, họp hội đồng sư phạm, trên cổng thông tin điện tử của nhà trường.',
            'Tổ chức tọa đàm nhân ngày Quốc tế Phụ nữ 08-3, ngày Phụ nữ Việt Nam 20-10.',
          )),
          section('b', 'Đối với học sinh và cha mẹ học sinh', bullets(
            'Tổ chức Hội thi “Em yêu sự công bằng”, diễn đàn “Điều em muốn nói” cho học sinh khối 4, khối 5; tư vấn tâm lý học đường mỗi tuần 02 buổi.',
            'Ký cam kết với cha mẹ học sinh về phòng, chống bạo lực gia đình; giới thiệu Tổng đài quốc gia bảo vệ trẻ em 111.',
          )),
        ]),
        section('3', 'Phân công nhiệm vụ', [
          text('Các nhiệm vụ trọng tâm, người chủ trì và thời hạn hoàn thành như bảng sau:'),
          { table: { head: [['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian', 'Sản phẩm']], rows: ASSIGNMENTS.map((row, index) => [String(index + 1), ...row]) } },
        ]),
        section('4', 'Kiểm tra, giám sát', [
          text('Mỗi học kỳ tiến hành ít nhất một đợt tự kiểm tra; kết quả là căn cứ để đánh giá, xếp loại viên chức và bình xét thi đua cuối năm học.'),
        ]),
      ]),
      section('IV', 'Kinh phí thực hiện', [
        text('Tổng kinh phí dự kiến 20.200.000 đồng (Hai mươi triệu hai trăm nghìn đồng), từ nguồn chi thường xuyên của nhà trường, nguồn công đoàn và nguồn xã hội hóa hợp pháp; chi tiết tại Phụ lục I kèm theo.'),
      ], [], 'budget'),
      section('V', 'Tổ chức thực hiện', [], [
        section('1', 'Ban Vì sự tiến bộ của phụ nữ', bullets(
          'Tham mưu Hiệu trưởng triển khai, đôn đốc, kiểm tra việc thực hiện Kế hoạch này.',
          'Tổng hợp báo cáo 6 tháng gửi trước ngày 28 tháng 5 năm 2026, báo cáo năm gửi trước ngày 01 tháng 12 năm 2026 theo mẫu tại Phụ lục II.',
        )),
        section('2', 'Tổ trưởng chuyên môn, Tổng phụ trách Đội', [
          text('Xây dựng kế hoạch chi tiết của tổ, của Liên đội; tổ chức thực hiện và báo cáo kết quả về Ban Vì sự tiến bộ của phụ nữ trước ngày 20 hằng tháng.'),
        ]),
      ], 'organisation'),
      section('Phụ lục I', 'Dự toán kinh phí thực hiện kế hoạch năm 2026', [
        { table: {
          head: [
            ['TT', 'Nội dung chi', 'Dự toán (đồng)', '', '', 'Nguồn kinh phí', 'Thời gian'],
            ['', '', 'Số lượng', 'Đơn giá', 'Thành tiền', '', ''],
          ],
          rows: [['A. Hoạt động truyền thông, tập huấn'], ...BUDGET.slice(0, 3), ['B. Hoạt động hỗ trợ'], ...BUDGET.slice(3), ['', 'Tổng cộng', '', '', '20.200.000', '', '']],
        } },
        text('Bằng chữ: Hai mươi triệu hai trăm nghìn đồng.'),
      ], [], 'appendix'),
      { ...section('Phụ lục II', 'Theo dõi tiến độ thực hiện các nhiệm vụ trọng tâm', [
        { table: {
          head: [['TT', 'Nhiệm vụ', 'Người chủ trì', 'Tháng 3', 'Tháng 4', 'Tháng 5', 'Tháng 9', 'Tháng 10', 'Tháng 11', 'Tháng 12', 'Ghi chú']],
          rows: Array.from({ length: 24 }, (_, index) => [String(index + 1), ASSIGNMENTS[index % 5]?.[0] ?? '', ASSIGNMENTS[index % 5]?.[1] ?? '', ...Array.from({ length: 7 }, (_, month) => ((index + month) % 3 === 0 ? 'x' : '')), '']),
        } },
      ], [], 'appendix'), landscape: true },
    ],
    closing: 'Trên đây là Kế hoạch thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026 của Trường Tiểu học Mai Xuân. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các tổ, bộ phận báo cáo Hiệu trưởng (qua Ban Vì sự tiến bộ của phụ nữ) để xem xét, giải quyết./.',
    recipients: ['UBND phường Bến Ngự (để b/c)', 'Ban VSTBPN phường (để b/c)', 'Các tổ chuyên môn, bộ phận (để t/h)', 'Cổng thông tin điện tử của trường', 'Lưu: VT, BVSTBPN'],
    signer: { authority: 'KT. HIỆU TRƯỞNG', position: 'PHÓ HIỆU TRƯỞNG', name: 'Trần Thị Ngọc Lan' },
  })
}

/** An official letter to several addressees, on one page. */
export function sampleLetter(): DocumentModel {
  return sampleDocument({
    header: sampleHeader({
      parentIssuer: 'UBND TỈNH HẢI LÂM',
      issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      number: '1204',
      symbol: 'SGDĐT-TCCB',
      place: 'Hải Lâm',
      date: '2026-10-09',
      docType: 'Công văn',
      title: 'Hướng dẫn tổ chức Tháng hành động vì bình đẳng giới năm 2026',
      addressees: ['Ủy ban nhân dân các xã, phường', 'Các trường trung học phổ thông, trung tâm giáo dục thường xuyên', 'Các đơn vị trực thuộc Sở'],
    }),
    lead: 'Thực hiện Kế hoạch số 210/KH-UBND ngày 25 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh về Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2026, Sở Giáo dục và Đào tạo hướng dẫn các đơn vị triển khai một số nội dung sau:',
    sections: [
      section('1', 'Chủ đề và thời gian', bullets('Chủ đề: Bảo đảm an sinh xã hội, tăng quyền năng và tạo cơ hội cho phụ nữ và trẻ em gái.', 'Thời gian: từ ngày 15 tháng 11 đến hết ngày 15 tháng 12 năm 2026.')),
      section('2', 'Nội dung trọng tâm', bullets('Treo băng rôn, khẩu hiệu tại trụ sở; đăng tin, bài trên cổng thông tin điện tử.', 'Tổ chức ít nhất một hoạt động giáo dục cho học sinh về phòng, chống bạo lực học đường.')),
    ],
    closing: 'Đề nghị các đơn vị nghiêm túc triển khai và báo cáo kết quả về Sở trước ngày 20 tháng 12 năm 2026./.',
    recipients: ['Như trên', 'UBND tỉnh (để b/c)', 'Giám đốc, các Phó Giám đốc Sở', 'Lưu: VT, TCCB'],
    signer: { authority: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', name: 'Lê Hoàng Minh' },
  })
}

/** A decision of a head, with articles. */
export function sampleDecision(): DocumentModel {
  const article = (number: number, own: string): Section => ({ ...section(`Điều ${number}`, '', [text(own)]), runIn: true })
  return sampleDocument({
    header: sampleHeader({ number: '58', symbol: 'QĐ-THMX', date: '2026-02-09', docType: 'Quyết định', title: 'Về việc kiện toàn Ban Vì sự tiến bộ của phụ nữ Trường Tiểu học Mai Xuân' }),
    preamble: [
      'Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006',
      'Căn cứ Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Điều lệ Trường tiểu học',
      'Theo đề nghị của Chủ tịch Công đoàn trường',
    ],
    sections: [
      { ...section('Điều 1', '', [text('Kiện toàn Ban Vì sự tiến bộ của phụ nữ Trường Tiểu học Mai Xuân gồm các ông, bà có tên sau:'),
        text('Bà Trần Thị Ngọc Lan, Phó Hiệu trưởng - Trưởng ban;', '1.'), text('Ông Phan Văn Hậu, Chủ tịch Công đoàn - Phó Trưởng ban;', '2.'), text('Bà Đỗ Thị Quế, Tổ trưởng tổ Văn phòng - Ủy viên, thư ký.', '3.')]), runIn: true },
      article(2, 'Ban Vì sự tiến bộ của phụ nữ có nhiệm vụ tham mưu, giúp Hiệu trưởng xây dựng và tổ chức thực hiện kế hoạch hoạt động hằng năm; chế độ làm việc theo quy chế do Trưởng ban ban hành.'),
      article(3, 'Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 41/QĐ-THMX ngày 12 tháng 9 năm 2024.'),
      article(4, 'Các tổ chuyên môn, bộ phận và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.'),
    ],
    recipients: ['Như Điều 4', 'UBND phường (để b/c)', 'Lưu: VT'],
    signer: { authority: null, position: 'Hiệu trưởng', name: 'Nguyễn Thị Thu Hà' },
  })
}

/** A proposal to a superior, not numbered and not dated yet. */
export function sampleProposal(): DocumentModel {
  return sampleDocument({
    header: sampleHeader({
      parentIssuer: 'UBND THÀNH PHỐ HỒ CHÍ MINH',
      issuer: 'TRƯỜNG TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG NGUYỄN THỊ MINH TÂM',
      number: null, symbol: 'TTr-THCSTHPTNTMT', place: 'Thành phố Hồ Chí Minh', date: '2026',
      docType: 'Tờ trình',
      title: 'Về việc đề nghị hỗ trợ kinh phí tổ chức các hoạt động truyền thông về bình đẳng giới, phòng ngừa và ứng phó với bạo lực trên cơ sở giới cho học sinh và cha mẹ học sinh năm học 2026-2027',
      addressees: ['Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh'],
    }),
    lead: 'Trường kính trình Sở Giáo dục và Đào tạo xem xét, hỗ trợ kinh phí với các nội dung sau:',
    sections: [section('1', 'Sự cần thiết', [text('Năm học 2025-2026 nhà trường đã tư vấn cho 146 lượt học sinh.')]), section('2', 'Kinh phí đề nghị', [text('Số tiền: 48.000.000 đồng.')])],
    closing: 'Trường kính trình Sở xem xét, quyết định',
    recipients: ['Như trên', 'Lưu: VT'],
    signer: { authority: 'Q. HIỆU TRƯỞNG', position: null, name: 'Võ Quốc Bảo' },
  })
}

/** Five levels of sections without labels. */
export function sampleDeepPlan(): DocumentModel {
  const grow = (level: number, path: string): Section =>
    section(null, `Nội dung cấp ${level} nhánh ${path}`, level >= 4 ? bullets(`Việc cần làm của nhánh ${path}, hoàn thành trước ngày 30 tháng 6 năm 2026.`) : [], level < 5 ? [grow(level + 1, `${path}.1`), ...(level < 4 ? [grow(level + 1, `${path}.2`)] : [])] : [])
  return sampleDocument({ lead: 'Nhà trường xây dựng kế hoạch như sau:', sections: [grow(1, '1'), grow(1, '2')], closing: 'Trên đây là Kế hoạch của nhà trường.', signer: { authority: null, position: 'HIỆU TRƯỞNG', name: 'Nguyễn Thị Thu Hà' }, recipients: ['Lưu: VT'] })
}
