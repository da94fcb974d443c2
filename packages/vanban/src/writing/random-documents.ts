import fc from 'fast-check'
import type { Assignment, Deadline, DocumentModel, Header, Item, LegalBasis, Observance, Section, SectionKind, Signer, Table, Target, TextItem } from '../model.ts'

/**
 * Random documents of every kind that the product writes, for properties of writer and reader together. Each is as a
 * reader would give it back: numbers of two digits, headings in capitals where they are printed so, lists with their
 * punctuation, and every citation, target, deadline and assignment planted in the text stands in its field.
 */
export const randomDocuments: fc.Arbitrary<DocumentModel> = fc
  .constantFrom('Kế hoạch', 'Báo cáo', 'Quyết định', 'Công văn', 'Tờ trình', 'Thông báo', 'Biên bản', 'Giấy mời', 'Chương trình')
  .chain(documentOf)

interface Office {
  readonly parent: string | null
  readonly issuer: string
  readonly code: string
  readonly place: string
  readonly signers: readonly Signer[]
}

const NAMES = ['Nguyễn Thị Thu Hà', 'Trần Văn Minh', 'Lê Hoàng Yến', 'Đỗ Thị Quế', 'Phan Văn Hậu', 'Võ Quốc Bảo', 'Đặng Ngọc Ánh', 'Hồ Thị Mỹ Duyên'] as const

const OFFICES: readonly Office[] = [
  school('UBND PHƯỜNG BẾN NGỰ', 'TRƯỜNG TIỂU HỌC MAI XUÂN', 'THMX', 'Bến Ngự'),
  school('ỦY BAN NHÂN DÂN XÃ BẾN TRĂNG', 'TRƯỜNG TRUNG HỌC CƠ SỞ BẾN TRĂNG', 'THCSBT', 'Bến Trăng'),
  school('SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI LÂM', 'TRƯỜNG TRUNG HỌC PHỔ THÔNG NGUYỄN THỊ MINH TÂM', 'THPTNTMT', 'Hải Lâm'),
  {
    parent: 'ỦY BAN NHÂN DÂN TỈNH HẢI LÂM', issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', code: 'SGDĐT', place: 'Hải Lâm',
    signers: [signer(null, 'GIÁM ĐỐC'), signer('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'), signer('TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG')],
  },
  {
    parent: null, issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG BẾN NGỰ', code: 'UBND', place: 'Bến Ngự',
    signers: [signer('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'), signer('TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH')],
  },
]

function school(parent: string, issuer: string, code: string, place: string): Office {
  return { parent, issuer, code, place, signers: [signer(null, 'HIỆU TRƯỞNG'), signer('KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG')] }
}

function signer(authority: string | null, position: string): Signer {
  return { authority, position, name: null }
}

const ABBREVIATIONS: Readonly<Record<string, string>> = { 'Kế hoạch': 'KH', 'Báo cáo': 'BC', 'Quyết định': 'QĐ', 'Tờ trình': 'TTr', 'Thông báo': 'TB', 'Biên bản': 'BB', 'Giấy mời': 'GM', 'Chương trình': 'CTr' }

const TITLES: Readonly<Record<string, readonly string[]>> = {
  'Kế hoạch': ['Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026', 'Tổ chức Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2026'],
  'Báo cáo': ['Kết quả công tác bình đẳng giới năm 2026', 'Sơ kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ 6 tháng đầu năm 2026'],
  'Quyết định': ['Về việc kiện toàn Ban Vì sự tiến bộ của phụ nữ', 'Về việc khen thưởng tập thể, cá nhân có thành tích trong công tác bình đẳng giới năm 2026'],
  'Công văn': ['hướng dẫn tổ chức Tháng hành động vì bình đẳng giới năm 2026', 'báo cáo kết quả công tác bình đẳng giới'],
  'Tờ trình': ['Về việc phê duyệt kinh phí công tác bình đẳng giới năm 2026'],
  'Thông báo': ['Kết luận của Giám đốc Sở tại hội nghị triển khai công tác bình đẳng giới năm 2026', 'Về việc thay đổi thời gian tổ chức hội thi'],
  'Biên bản': ['Họp Ban Vì sự tiến bộ của phụ nữ quý I năm 2026'],
  'Giấy mời': ['Dự tọa đàm kỷ niệm ngày thành lập Công đoàn trường'],
  'Chương trình': ['Ngày hội “Em yêu sự công bằng” năm 2026'],
}

const LEADS: Readonly<Record<string, string>> = {
  'Kế hoạch': 'Nhà trường xây dựng Kế hoạch thực hiện như sau:',
  'Báo cáo': 'Nhà trường báo cáo kết quả thực hiện như sau:',
  'Công văn': 'Đề nghị các đơn vị triển khai một số nội dung sau:',
  'Tờ trình': 'Kính trình xem xét, quyết định các nội dung sau:',
  'Thông báo': 'Giám đốc Sở kết luận như sau:',
  'Chương trình': 'Ban Tổ chức xây dựng Chương trình như sau:',
}

const CLOSINGS: Readonly<Record<string, string>> = {
  'Biên bản': 'Cuộc họp kết thúc vào 15 giờ 30 phút cùng ngày./.',
  'Giấy mời': 'Rất mong đại biểu đến dự đúng giờ./.',
}

const SITUATIONS: Readonly<Record<string, readonly string[]>> = {
  'Biên bản': ['Thời gian bắt đầu: 14 giờ 00 phút, ngày 12 tháng 3 năm 2026.', 'Địa điểm: Phòng hội đồng.', 'Thành phần tham dự: 09 thành viên của Ban.'],
}
const INVITATION = ['Trân trọng kính mời: Bà Lê Thị Hồng, Chủ tịch Hội Liên hiệp Phụ nữ phường.', 'Thời gian: 08 giờ 00 phút.', 'Địa điểm: Hội trường của trường.'] as const

const RECIPIENTS = ['UBND phường (để b/c)', 'Ban VSTBPN phường (để b/c)', 'Các tổ chuyên môn, bộ phận (để t/h)', 'Cổng thông tin điện tử', 'Công đoàn trường', 'Giám đốc, các Phó Giám đốc', 'Các đơn vị trực thuộc'] as const
const ADDRESSEES = ['Ủy ban nhân dân phường Bến Ngự', 'Sở Giáo dục và Đào tạo Hải Lâm', 'Các trường trung học phổ thông, trung tâm giáo dục thường xuyên', 'Hội Liên hiệp Phụ nữ tỉnh'] as const

const two = (value: number): string => String(value).padStart(2, '0')
const days = fc.record({ year: fc.integer({ min: 2021, max: 2026 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
type Day = { readonly year: number; readonly month: number; readonly day: number }
const iso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`
const long = ({ year, month, day }: Day): string => `ngày ${two(day)} tháng ${month <= 2 ? two(month) : month} năm ${year}`

/** What a sentence of the text says, by field. */
interface Planted {
  readonly text: string
  readonly target?: Target
  readonly deadline?: Deadline
  readonly observance?: Observance
  readonly cited?: LegalBasis
}

const PLAIN: readonly string[] = [
  'Nâng cao nhận thức, trách nhiệm của cán bộ, giáo viên, học sinh và cha mẹ học sinh về bình đẳng giới; thu hẹp khoảng cách giới trong các hoạt động của nhà trường',
  'Phát hiện và xử lý kịp thời các hành vi bạo lực học đường, xâm hại trẻ em',
  'Rà soát quy tắc ứng xử, bổ sung nội dung phòng, chống quấy rối tình dục',
  'Đăng tin, bài trên cổng thông tin điện tử, bảng tin và trang mạng xã hội của đơn vị để phụ huynh và nhân dân cùng theo dõi, góp ý',
  'Lồng ghép nội dung về giới trong các môn học',
  'Phối hợp với y tế địa phương tư vấn tâm lý cho học sinh nữ vùng khó khăn',
]

const CHUNKS = [
  'nâng cao nhận thức', 'cán bộ quản lý, giáo viên', 'học sinh và cha mẹ học sinh', 'về bình đẳng giới', 'trong các hoạt động của nhà trường', 'thực chất, hiệu quả', 'phù hợp với lứa tuổi',
  'gắn với nhiệm vụ năm học', '“Em yêu sự công bằng”', '(qua tổ Văn phòng)', 'không phân biệt đối xử', 'an toàn, thân thiện', 'bạo lực trên cơ sở giới', 'vùng khó khăn', 'theo quy định của pháp luật',
  'trực tiếp và/hoặc trực tuyến', 'học tập - vui chơi', 'giai đoạn 2021-2030', 'lớp 4A, 4B', 'qua địa chỉ https://bengu.edu.vn', '24/7', 'dân tộc Ê Đê, Xơ Đăng', 'TP. Hải Lâm', 'STEM, AI', 'Ủy ban nhân dân phường',
] as const
const OPENERS = ['Tiếp tục', 'Tăng cường', 'Bảo đảm', 'Khuyến khích', 'Lựa chọn'] as const

/** Sentences of any length, so that lines end anywhere. */
const anyLength: fc.Arbitrary<Planted> = fc
  .record({ opener: fc.constantFrom(...OPENERS), chunks: fc.array(fc.constantFrom(...CHUNKS), { minLength: 1, maxLength: 14 }) })
  .map(({ opener, chunks }) => ({ text: `${opener} ${chunks.join(' ')}` }))
const plain: fc.Arbitrary<Planted> = fc.oneof(fc.constantFrom(...PLAIN).map((text) => ({ text })), anyLength)
const mentions: fc.Arbitrary<Planted> = fc.record({ number: fc.integer({ min: 10, max: 999 }), day: days }).map(({ number, day }) => ({
  text: `Thực hiện nghiêm Công văn số ${number}/SGDĐT-TCCB ${long({ ...day, year: 2025 })} của Sở Giáo dục và Đào tạo`,
  cited: { type: 'Công văn', number: String(number), symbol: 'SGDĐT-TCCB', date: iso({ ...day, year: 2025 }), issuer: 'Sở Giáo dục và Đào tạo', subject: null, role: 'mention', occurrences: 1 },
}))
const activities: fc.Arbitrary<Planted> = days.map((day) => ({
  text: `Hoàn thành việc kiện toàn các tổ tư vấn trước ${long({ ...day, year: 2026 })}`,
  deadline: { kind: 'activity', date: iso({ ...day, year: 2026 }), qualifier: 'before', text: '' },
}))
const observed: fc.Arbitrary<Planted> = fc.constantFrom(['ngày Phụ nữ Việt Nam', '20-10', '--10-20'], ['ngày Quốc tế Phụ nữ', '08-3', '--03-08']).map(([name = '', printed, date = '']) => ({
  text: `Tổ chức tọa đàm nhân ${name} ${printed}`,
  observance: { name, date },
  deadline: { kind: 'observance', date, qualifier: null, text: name },
}))
const targets: fc.Arbitrary<Planted> = fc.integer({ min: 11, max: 99 }).map((value) => ({
  text: `Ít nhất ${value}% giáo viên được tập huấn về bình đẳng giới`,
  target: { subject: 'giáo viên', op: '>=', value, unit: '%', period: null },
}))
const reports: fc.Arbitrary<Planted> = days.map((day) => ({
  text: `Báo cáo kết quả thực hiện về Ban Vì sự tiến bộ của phụ nữ trước ${long({ ...day, year: 2026 })}`,
  deadline: { kind: 'report', date: iso({ ...day, year: 2026 }), qualifier: 'before', text: '' },
}))

interface Body {
  readonly sections: readonly Section[]
  readonly planted: readonly Planted[]
  readonly assignments: readonly Assignment[]
}

/** Bullets with `;` between and `.` at the end. */
function bulletsOf(planted: readonly Planted[], marker = '-'): readonly TextItem[] {
  return planted.map((own, index) => ({ marker, text: `${own.text}${index === planted.length - 1 ? '.' : ';'}`, items: [] }))
}

const bullets = (kinds: fc.Arbitrary<Planted>): fc.Arbitrary<readonly Planted[]> => fc.uniqueArray(kinds, { minLength: 1, maxLength: 4, selector: (own) => own.text })

const HEADS: readonly (readonly [string, SectionKind])[] = [
  ['Công tác truyền thông, giáo dục', 'other'],
  ['Công tác lãnh đạo, chỉ đạo', 'other'],
  ['Hoạt động hỗ trợ học sinh', 'tasks'],
  ['Hoạt động phòng ngừa bạo lực học đường', 'tasks'],
]
const PARTIES = ['Phòng Tổ chức cán bộ', 'Công đoàn trường', 'Tổ trưởng chuyên môn', 'Ban Vì sự tiến bộ của phụ nữ'] as const

const cells = fc.constantFrom('Tuyên truyền trong sinh hoạt dưới cờ', 'Hiệu trưởng', 'Công đoàn', 'Tập huấn kỹ năng cho giáo viên chủ nhiệm và nhân viên y tế', 'Cả năm', 'Kế hoạch chi tiết')
const taskTables: fc.Arbitrary<Table> = fc.record({ rows: fc.array(fc.tuple(cells, cells, cells), { minLength: 2, maxLength: 40 }), grouped: fc.boolean() }).map(({ rows, grouped }) => ({
  head: [['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian']],
  rows: [...(grouped ? [['A. Hoạt động truyền thông']] : []), ...rows.map((row, index) => [String(index + 1), ...row])],
}))

const amounts = fc.integer({ min: 1, max: 99_000 }).map((value) => `${String(value).replace(/\B(?=(\d{3})+$)/gu, '.')}.000`)
/** Heads of two rows, amounts, empty cells, cells of several lines, a row of totals. */
const budgetTables: fc.Arbitrary<Table> = fc.array(fc.tuple(cells, fc.oneof(cells, fc.constant('- Một;\n- Hai.')), amounts, amounts, fc.constantFrom('', 'Công đoàn')), { minLength: 2, maxLength: 25 }).map((rows) => ({
  head: [['TT', 'Nội dung', 'Sản phẩm', 'Dự toán (đồng)', '', 'Nguồn'], ['', '', '', 'Đơn giá', 'Thành tiền', '']],
  rows: [...rows.map((row, index) => [String(index + 1), ...row]), ['', 'Tổng cộng', '', '', '1.234.000', '']],
}))
const tables: fc.Arbitrary<Table> = fc.oneof(taskTables, budgetTables)

const section = (label: string, title: string, kind: SectionKind, items: readonly Item[], children: readonly Section[] = []): Section => ({ label, title, kind, depth: 1, items, children: children.map(deeper) })
const deeper = (own: Section): Section => ({ ...own, depth: own.depth + 1, children: own.children.map(deeper) })
const LETTERS = 'abcdđe'

/** A part of tasks: “1. Title” with bullets, with points a), b) or with its text on the line. */
interface Task {
  readonly section: Section
  readonly planted: readonly Planted[]
  readonly assignments: readonly Assignment[]
}

const task: fc.Arbitrary<(label: string, kind?: SectionKind) => Task> = fc
  .record({ head: fc.constantFrom(...HEADS), shape: fc.constantFrom('bullets', 'points', 'nested', 'runIn'), one: bullets(plain), other: bullets(fc.oneof(plain, reports, mentions, activities, observed)) })
  .map(({ head: [title, own], shape, one, other }) => (label, kind = own) => {
    if (shape === 'bullets') return { section: section(label, title, kind, bulletsOf(other)), planted: other, assignments: [] }
    if (shape === 'nested') {
      const inner = bulletsOf(one, '+')
      return { section: section(label, title, kind, [{ marker: '-', text: 'Tổ chức các hoạt động sau:', items: inner }, ...bulletsOf(other)]), planted: other, assignments: [] }
    }
    if (shape === 'runIn') return { section: { ...section(label, title, kind, [{ marker: null, text: `${one[0]?.text}.`, items: [] }]), runIn: true }, planted: [], assignments: [] }
    const points = [['giáo viên', one], ['học sinh', other]] as const
    return { section: section(label, title, kind, [], points.map(([party, list], index) => section(LETTERS[index] ?? '', `Đối với ${party}`, kind, bulletsOf(list)))), planted: [...one, ...other], assignments: kind === 'tasks' ? points.map(([party, list]) => ({ party, duties: list.map((duty) => duty.text) })) : [] }
  })

const planBody: fc.Arbitrary<Body> = fc
  .record({
    purposes: bullets(plain),
    demands: bullets(plain),
    goals: bullets(fc.oneof(plain, targets)),
    isLedIn: fc.boolean(),
    tasks: fc.array(task, { minLength: 1, maxLength: 3 }),
    table: fc.option(tables),
    parties: fc.uniqueArray(fc.record({ party: fc.constantFrom(...PARTIES), duties: bullets(fc.oneof(plain, reports)) }), { minLength: 1, maxLength: 3, selector: (own) => own.party }),
    appendices: fc.array(fc.record({ table: tables, landscape: fc.boolean() }), { maxLength: 2 }),
  })
  .map(({ purposes, demands, goals, isLedIn, tasks, table, parties, appendices }) => {
    const made = tasks.map((own, index) => own(String(index + 1), 'tasks'))
    const schedule = table === null ? [] : [section(String(made.length + 1), 'Các nhiệm vụ trọng tâm', 'tasks', [{ table }])]
    return {
      sections: [
        section('I', 'MỤC ĐÍCH, YÊU CẦU', 'purpose', [], [section('1', 'Mục đích', 'purpose', bulletsOf(purposes)), section('2', 'Yêu cầu', 'requirements', bulletsOf(demands))]),
        { ...section('II', 'CHỈ TIÊU', 'objectives', bulletsOf(goals)), ...(isLedIn ? { leadIns: ['Đến hết năm học, nhà trường phấn đấu đạt các chỉ tiêu sau:'] } : {}) },
        section('III', 'NHIỆM VỤ VÀ GIẢI PHÁP', 'tasks', [], [...made.map((own) => own.section), ...schedule]),
        section('IV', 'TỔ CHỨC THỰC HIỆN', 'organisation', [], parties.map((own, index) => section(String(index + 1), own.party, 'organisation', bulletsOf(own.duties)))),
        ...appendices.map((own, index): Section => ({
          ...section(appendices.length === 1 ? 'Phụ lục' : `Phụ lục ${'I'.repeat(index + 1)}`, `PHÂN CÔNG NHIỆM VỤ ĐỢT ${index + 1}`, 'appendix', [{ table: own.table }]),
          landscape: own.landscape,
        })),
      ],
      planted: [...purposes, ...demands, ...goals, ...made.flatMap((own) => own.planted), ...parties.flatMap((own) => own.duties)],
      assignments: [...made.flatMap((own) => own.assignments), ...parties.map((own) => ({ party: own.party, duties: own.duties.map((duty) => duty.text) }))],
    }
  })

const listBody: fc.Arbitrary<Body> = fc.array(task, { minLength: 1, maxLength: 3 }).map((tasks) => {
  const made = tasks.map((own, index) => own(String(index + 1)))
  return { sections: made.map((own) => own.section), planted: made.flatMap((own) => own.planted), assignments: made.flatMap((own) => own.assignments) }
})

const reportBody: fc.Arbitrary<Body> = fc
  .record({ one: bullets(plain), other: bullets(plain), next: bullets(targets), table: tables, chart: fc.constantFrom('bar' as const, 'line' as const) })
  .map(({ one, other, next, table, chart }) => ({
    sections: [
      section('I', 'KẾT QUẢ THỰC HIỆN', 'other', [], [section('1', 'Công tác truyền thông', 'other', bulletsOf(one)), section('2', 'Số liệu', 'other', [{ table, chart: { kind: chart, title: 'Biểu đồ 1' } }])]),
      section('II', 'TỒN TẠI, HẠN CHẾ', 'other', bulletsOf(other)),
      section('III', 'PHƯƠNG HƯỚNG, NHIỆM VỤ', 'tasks', bulletsOf(next)),
    ],
    planted: [...one, ...other, ...next],
    assignments: [],
  }))

const decisionBody: fc.Arbitrary<Body> = fc.record({ members: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 5 }), isList: fc.boolean(), duties: fc.option(bullets(plain)), clause: anyLength }).map(({ members, isList, duties, clause }) => {
  const run = (number: number, text: string): Section => ({ ...section(`Điều ${number}`, text, 'other', [{ marker: null, text, items: [] }]), runIn: true })
  const list = members.map((name, index): TextItem => ({ marker: `${index + 1}.`, text: `Bà ${name}, giáo viên${index === members.length - 1 ? '.' : ';'}`, items: [] }))
  const first = isList ? section('Điều 1', 'Kiện toàn Ban gồm các ông, bà có tên sau', 'other', list) : run(1, 'Khen thưởng các tập thể, cá nhân có thành tích xuất sắc.')
  const points = (duties ?? []).map((duty, index, all): TextItem => ({ marker: `${LETTERS[index]})`, text: `${duty.text}${index === all.length - 1 ? '.' : ';'}`, items: [] }))
  const tasks = section('Điều 2', 'Nhiệm vụ của Ban', 'tasks', [], [
    section('1', 'Tham mưu, giúp Hiệu trưởng các việc sau', 'tasks', points),
    { ...section('2', clause.text, 'tasks', [{ marker: null, text: `${clause.text}.`, items: [] }]), runIn: true },
  ])
  const rest = duties === null ? [] : [tasks]
  return {
    sections: [first, ...rest, run(2 + rest.length, 'Quyết định này có hiệu lực kể từ ngày ký.'), run(3 + rest.length, 'Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.')],
    planted: [],
    assignments: [],
  }
})

/** Numbered paragraphs without headings, as short letters have them. */
const itemBody: fc.Arbitrary<Body> = fc.uniqueArray(fc.oneof(anyLength, reports), { minLength: 2, maxLength: 5, selector: (own) => own.text }).map((planted) => ({
  sections: [{ label: null, title: '', kind: 'other', depth: 1, items: planted.map((own, index) => ({ marker: `${index + 1}.`, text: `${own.text}.`, items: [] })), children: [] }],
  planted,
  assignments: [],
}))

const invitationBody: fc.Arbitrary<Body> = fc.constant({
  sections: [{ label: null, title: '', kind: 'other', depth: 1, items: INVITATION.map((text) => ({ marker: null, text, items: [] })), children: [] }],
  planted: [],
  assignments: [],
})

function bodyOf(kind: string): fc.Arbitrary<Body> {
  if (kind === 'Kế hoạch' || kind === 'Chương trình') return planBody
  if (kind === 'Báo cáo') return reportBody
  if (kind === 'Quyết định') return decisionBody
  if (kind === 'Giấy mời') return invitationBody
  return kind === 'Công văn' || kind === 'Thông báo' ? fc.oneof(listBody, itemBody) : listBody
}

interface Basis {
  readonly text: string
  readonly cited: LegalBasis
}

const BASES: readonly (readonly [type: string, symbol: string, issuer: string, subjects: readonly string[]])[] = [
  ['Nghị quyết', 'NQ-CP', 'Chính phủ', ['ban hành Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030']],
  ['Quyết định', 'QĐ-BGDĐT', 'Bộ trưởng Bộ Giáo dục và Đào tạo', ['ban hành Kế hoạch hành động vì sự tiến bộ của phụ nữ ngành Giáo dục', 'ban hành Quy tắc ứng xử trong trường học']],
  ['Kế hoạch', 'KH-UBND', 'Ủy ban nhân dân tỉnh Hải Lâm', ['công tác bình đẳng giới năm 2026']],
]

const bases: fc.Arbitrary<Basis> = fc
  .record({ base: fc.constantFrom(...BASES), pick: fc.nat(), number: fc.integer({ min: 10, max: 9999 }), day: days.map((day) => ({ ...day, year: Math.min(day.year, 2025) })) })
  .map(({ base: [type, symbol, issuer, subjects], pick, number, day }) => {
    const subject = subjects[pick % subjects.length] ?? ''
    const about = type === 'Kế hoạch' ? 'về ' : ''
    return {
      text: `Căn cứ ${type} số ${number}/${symbol} ${long(day)} của ${issuer} ${about}${subject}`,
      cited: { type, number: String(number), symbol, date: iso(day), issuer, subject, role: 'basis', occurrences: 1 },
    }
  })

function documentOf(kind: string): fc.Arbitrary<DocumentModel> {
  return fc
    .record({
      office: fc.constantFrom(...OFFICES),
      pick: fc.nat(),
      number: fc.option(fc.oneof(fc.integer({ min: 1, max: 1500 }).map(two), fc.constant('38a'))),
      day: days,
      dated: fc.constantFrom('day', 'day', 'day', 'month', 'year'),
      title: fc.constantFrom(...(TITLES[kind] ?? [])),
      addressees: fc.uniqueArray(fc.constantFrom(...ADDRESSEES), { minLength: 1, maxLength: 3 }),
      bases: fc.uniqueArray(bases, { maxLength: 4, selector: (own) => `${own.cited.number}/${own.cited.symbol}` }),
      recipients: fc.uniqueArray(fc.constantFrom(...RECIPIENTS), { minLength: 1, maxLength: 5 }),
      names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 }),
      body: bodyOf(kind),
    })
    .map(({ office, pick, number, day, dated, title, addressees, bases: cited, recipients, names, body }) => {
      const [name = null, other = null] = names
      const hasBases = kind !== 'Biên bản' && kind !== 'Giấy mời'
      const header: Header = {
        issuer: office.issuer,
        parentIssuer: office.parent,
        number,
        symbol: kind === 'Công văn' ? `${office.code}-TCCB` : `${ABBREVIATIONS[kind]}-${office.code}`,
        place: office.place,
        date: dated === 'day' ? iso({ ...day, year: 2026 }) : dated === 'month' ? `2026-${two(day.month)}` : '2026',
        docType: kind,
        title,
        ...(['Công văn', 'Tờ trình', 'Báo cáo'].includes(kind) ? { addressees: kind === 'Công văn' ? addressees : addressees.slice(0, 1) } : {}),
      }
      const signs = office.signers[pick % office.signers.length] ?? null
      const used = hasBases ? cited : []
      return {
        header,
        legalBases: [...used.map((own) => own.cited), ...body.planted.flatMap((own) => own.cited ?? [])],
        genericBases: [],
        preamble: used.map((own, index) => `${own.text}${index === used.length - 1 ? '.' : ';'}`),
        lead: LEADS[kind] ?? null,
        ...(SITUATIONS[kind] === undefined ? {} : { situation: SITUATIONS[kind] }),
        sections: body.sections,
        closing: kind === 'Quyết định' ? null : (CLOSINGS[kind] ?? `Trên đây là ${kind} ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}./.`),
        targets: body.planted.flatMap((own) => own.target ?? []),
        deadlines: body.planted.flatMap((own) => own.deadline ?? []),
        observances: body.planted.flatMap((own) => own.observance ?? []),
        assignments: body.assignments,
        recipients: [...recipients, 'Lưu: VT'],
        signer: kind === 'Biên bản' ? { authority: null, position: 'CHỦ TRÌ', name } : signs === null ? null : { ...signs, name },
        ...(kind === 'Biên bản' ? { secretary: { authority: null, position: 'THƯ KÝ', name: other } } : {}),
        findings: [],
      }
    })
}
