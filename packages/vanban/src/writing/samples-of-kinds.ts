import type { DocumentModel, Item, Section } from '../model.ts'
import { bullets, sampleDecision, sampleDocument, sampleHeader, sampleLetter, samplePlan, sampleProposal, section, text } from './samples.ts'

/** Invented documents of every kind that the product writes, for tests and for looking at. */
export const SAMPLES_OF_KINDS: Readonly<Record<string, () => DocumentModel>> = {
  'Kế hoạch': samplePlan,
  'Báo cáo': sampleReport,
  'Quyết định': sampleDecision,
  'Quyết định khen thưởng': sampleCommendation,
  'Công văn': sampleLetter,
  'Tờ trình': sampleProposal,
  'Thông báo': sampleNotice,
  'Biên bản': sampleMinutes,
  'Giấy mời': sampleInvitation,
  'Chương trình': sampleProgramme,
}

const RESULTS = [
  ['1', 'Buổi truyền thông', '8', '10', '12'],
  ['2', 'Lượt học sinh tham gia', '412', '536', '620'],
  ['3', 'Lượt cha mẹ học sinh tham gia', '150', '210', '285'],
] as const

const LEADERS = [
  ['2022', '33,3', '25'],
  ['2023', '33,3', '50'],
  ['2024', '50', '50'],
  ['2025', '66,7', '62,5'],
  ['2026', '66,7', '75'],
] as const

/** A report of a school to its superior with a table, two charts and an appendix. */
function sampleReport(): DocumentModel {
  return sampleDocument({
    header: sampleHeader({ number: '61', symbol: 'BC-THMX', date: '2026-12-01', docType: 'Báo cáo', title: 'Kết quả công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026', addressees: ['Ủy ban nhân dân phường Bến Ngự'] }),
    lead: 'Thực hiện Công văn số 905/UBND-VX ngày 12 tháng 11 năm 2026 của Ủy ban nhân dân phường Bến Ngự về việc báo cáo kết quả công tác bình đẳng giới năm 2026, Trường Tiểu học Mai Xuân báo cáo như sau:',
    sections: [
      section('I', 'Kết quả thực hiện', [], [
        section('1', 'Công tác truyền thông', [
          text('Kết quả các hoạt động truyền thông trong ba năm như sau:'),
          { table: { head: [['TT', 'Nội dung', 'Năm 2024', 'Năm 2025', 'Năm 2026']], rows: RESULTS.map((row) => [...row]) }, chart: { kind: 'bar', title: 'Biểu đồ 1. Hoạt động truyền thông, 2024-2026' } },
        ]),
        section('2', 'Tỷ lệ nữ tham gia lãnh đạo, quản lý', [
          { table: { head: [['Năm', 'Nữ trong Ban Giám hiệu (%)', 'Nữ tổ trưởng chuyên môn (%)']], rows: LEADERS.map(([year, ...row]) => [`Năm ${year}`, ...row]) }, chart: { kind: 'line', title: 'Biểu đồ 2. Tỷ lệ nữ tham gia lãnh đạo, quản lý' } },
        ]),
      ], 'other'),
      section('II', 'Tồn tại, hạn chế', bullets('Kinh phí dành cho công tác còn ít.', 'Sự tham gia của cha mẹ học sinh nam chưa nhiều.'), [], 'other'),
      section('III', 'Phương hướng, nhiệm vụ năm 2027', bullets('Tiếp tục lồng ghép nội dung về giới trong các môn học, hoạt động giáo dục.', 'Phối hợp với Trạm Y tế phường tập huấn cho 100% giáo viên.')),
    ],
    closing: 'Trên đây là báo cáo kết quả công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026 của Trường Tiểu học Mai Xuân./.',
    recipients: ['Như trên', 'Công đoàn trường', 'Lưu: VT, BVSTBPN'],
    signer: { authority: null, position: 'HIỆU TRƯỞNG', name: 'Nguyễn Thị Thu Hà' },
  })
}

const COMMENDED = [
  ['1', 'Tập thể tổ 4-5', 'Lồng ghép tốt nội dung về giới trong dạy học'],
  ['2', 'Bà Đỗ Thị Quế', 'Tổ chức tốt Hội thi “Em yêu sự công bằng”'],
  ['3', 'Ông Phan Văn Hậu', 'Vận động cha mẹ học sinh nam tham gia chăm sóc con'],
] as const

/** A decision that commends, with its list in an appendix. */
function sampleCommendation(): DocumentModel {
  const list: Item = { table: { head: [['TT', 'Tập thể, cá nhân', 'Thành tích']], rows: COMMENDED.map((row) => [...row]) } }
  return {
    ...sampleDecision(),
    header: sampleHeader({ number: '73', symbol: 'QĐ-THMX', date: '2026-11-18', docType: 'Quyết định', title: 'Về việc khen thưởng tập thể, cá nhân có thành tích trong công tác bình đẳng giới năm 2026' }),
    preamble: ['Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', 'Căn cứ Quy chế thi đua, khen thưởng của nhà trường', 'Theo đề nghị của Hội đồng Thi đua - Khen thưởng nhà trường'],
    sections: [
      article(1, 'Tặng Giấy khen của Hiệu trưởng cho 01 tập thể và 02 cá nhân có thành tích xuất sắc trong công tác bình đẳng giới năm 2026 (có danh sách kèm theo).'),
      article(2, 'Mức thưởng kèm theo Giấy khen thực hiện theo Quy chế chi tiêu nội bộ của nhà trường.'),
      article(3, 'Các tổ chuyên môn, bộ phận Kế toán, tập thể và cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.'),
      section('Phụ lục', 'Danh sách tập thể, cá nhân được khen thưởng', [list], [], 'appendix'),
    ],
    recipients: ['Như Điều 3', 'Lưu: VT'],
  }
}

function article(number: number, own: string): Section {
  return { ...section(`Điều ${number}`, '', [text(own)], [], 'other'), runIn: true }
}

function sampleNotice(): DocumentModel {
  return sampleDocument({
    header: sampleHeader({ parentIssuer: 'UBND TỈNH HẢI LÂM', issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', issuerName: 'Sở Giáo dục và Đào tạo', number: '77', symbol: 'TB-SGDĐT', place: 'Hải Lâm', date: '2026-03-12', docType: 'Thông báo', title: 'Kết luận của Giám đốc Sở tại hội nghị triển khai công tác bình đẳng giới năm 2026' }),
    lead: 'Sau khi nghe báo cáo của Phòng Tổ chức cán bộ và ý kiến thảo luận của các đơn vị, Giám đốc Sở kết luận như sau:',
    sections: [
      section('1', 'Đánh giá chung', [text('Các đơn vị đã hoàn thành kế hoạch năm 2025; một số trường có cách làm hay về truyền thông cho cha mẹ học sinh.')], [], 'other'),
      section('2', 'Nhiệm vụ thời gian tới', bullets('Phòng Tổ chức cán bộ tổng hợp kế hoạch của các đơn vị trước ngày 31 tháng 3 năm 2026.', 'Các đơn vị rà soát quy tắc ứng xử, bổ sung nội dung phòng, chống quấy rối tình dục.')),
    ],
    closing: 'Văn phòng Sở thông báo để các đơn vị biết, thực hiện./.',
    recipients: ['Các đơn vị trực thuộc', 'Giám đốc, các Phó Giám đốc (để b/c)', 'Lưu: VT'],
    signer: { authority: 'TL. GIÁM ĐỐC', position: 'CHÁNH VĂN PHÒNG', name: 'Đỗ Văn Mơ' },
  })
}

/** Minutes, signed by the secretary on the left and the chair on the right. */
function sampleMinutes(): DocumentModel {
  return sampleDocument({
    header: sampleHeader({ number: '9', symbol: 'BB-THMX', date: '2026-03-12', docType: 'Biên bản', title: 'Họp Ban Vì sự tiến bộ của phụ nữ quý I năm 2026' }),
    situation: [
      'Thời gian bắt đầu: 14 giờ 00 phút, ngày 12 tháng 3 năm 2026.',
      'Địa điểm: Phòng họp Trường Tiểu học Mai Xuân.',
      'Thành phần tham dự: 09 thành viên Ban Vì sự tiến bộ của phụ nữ.',
      'Chủ trì: Bà Trần Thị Ngọc Lan, Phó Hiệu trưởng, Trưởng ban.',
      'Thư ký: Bà Đỗ Thị Quế, Tổ trưởng tổ Văn phòng.',
    ],
    lead: 'Nội dung cuộc họp:',
    sections: [
      section('1', 'Đánh giá công tác quý I', bullets('Đã hoàn thành 02 buổi truyền thông cho học sinh khối 4, khối 5.', 'Chưa tổ chức được buổi tư vấn cho cha mẹ học sinh.'), [], 'other'),
      section('2', 'Kết luận của người chủ trì', bullets('Công đoàn trường tổ chức tọa đàm trước ngày 26 tháng 3 năm 2026.', 'Tổ Văn phòng hoàn thành báo cáo quý I.'), [], 'other'),
    ],
    closing: 'Cuộc họp kết thúc vào 15 giờ 30 phút, ngày 12 tháng 3 năm 2026; biên bản đã được đọc cho các thành viên dự họp cùng nghe và thống nhất./.',
    recipients: ['Thành viên Ban VSTBPN', 'Lưu: VT, hồ sơ'],
    secretary: { authority: null, position: 'THƯ KÝ', name: 'Đỗ Thị Quế' },
    signer: { authority: null, position: 'CHỦ TRÌ', name: 'Trần Thị Ngọc Lan' },
  })
}

function sampleInvitation(): DocumentModel {
  return sampleDocument({
    header: sampleHeader({ number: '28', symbol: 'GM-THMX', date: '2026-10-12', docType: 'Giấy mời', title: 'Dự tọa đàm kỷ niệm ngày Phụ nữ Việt Nam 20-10' }),
    sections: [
      section(null, '', [
        text('Trường Tiểu học Mai Xuân trân trọng kính mời: Bà Lê Thị Hồng, Chủ tịch Hội Liên hiệp Phụ nữ phường Bến Ngự.'),
        text('Tới dự: Tọa đàm “Phụ nữ ngành Giáo dục với chuyển đổi số”.'),
        text('Chủ trì: Bà Nguyễn Thị Thu Hà, Hiệu trưởng.'),
        text('Thời gian: 08 giờ 00 phút, ngày 19 tháng 10 năm 2026.'),
        text('Địa điểm: Hội trường Trường Tiểu học Mai Xuân, phường Bến Ngự.'),
      ], [], 'other'),
    ],
    closing: 'Rất mong Bà đến dự đúng giờ để tọa đàm thành công tốt đẹp./.',
    recipients: ['Như trên', 'Lưu: VT'],
    signer: { authority: null, position: 'HIỆU TRƯỞNG', name: 'Nguyễn Thị Thu Hà' },
  })
}

const SCHEDULE = [
  ['07 giờ 30 - 08 giờ 00', 'Đón tiếp đại biểu', 'Tổ Văn phòng'],
  ['08 giờ 00 - 08 giờ 15', 'Tuyên bố lý do, giới thiệu đại biểu', 'Tổng phụ trách Đội'],
  ['08 giờ 15 - 09 giờ 00', 'Diễn đàn “Điều em muốn nói”', 'Học sinh khối 4, khối 5'],
  ['09 giờ 00 - 10 giờ 30', 'Hội thi “Em yêu sự công bằng”', 'Ban tổ chức, Ban giám khảo'],
  ['10 giờ 30 - 11 giờ 00', 'Công bố kết quả, trao giải, bế mạc', 'Hiệu trưởng'],
] as const

function sampleProgramme(): DocumentModel {
  return sampleDocument({
    header: sampleHeader({ number: '3', symbol: 'CTr-THMX', date: '2026-11-09', docType: 'Chương trình', title: 'Ngày hội “Em yêu sự công bằng” năm 2026' }),
    sections: [
      section('I', 'Thời gian, địa điểm', bullets('Thời gian: ngày 20 tháng 11 năm 2026.', 'Địa điểm: sân Trường Tiểu học Mai Xuân.'), [], 'schedule'),
      section('II', 'Nội dung chương trình', [{ table: { head: [['Thời gian', 'Nội dung', 'Thực hiện']], rows: SCHEDULE.map((row) => [...row]) } }], [], 'schedule'),
    ],
    closing: 'Trên đây là Chương trình Ngày hội “Em yêu sự công bằng” năm 2026 của Trường Tiểu học Mai Xuân./.',
    recipients: ['Các tổ chuyên môn', 'Ban đại diện cha mẹ học sinh', 'Lưu: VT'],
    signer: { authority: 'KT. HIỆU TRƯỞNG', position: 'PHÓ HIỆU TRƯỞNG', name: 'Trần Thị Ngọc Lan' },
  })
}
