import type { SystemId } from './systems.ts'
import { fold, withoutCitations } from './wording.ts'

interface Topic {
  readonly name: string
  readonly nameEn: string
  readonly systems: readonly SystemId[]
  /** Phrases that speak of the topic; compared without diacritics, whole syllables. */
  readonly cues: readonly string[]
}

/** What the plans of the field are about. Closed: a line has one of these topics or none. */
export const topics = {
  law_communication: {
    name: 'Truyền thông, phổ biến chính sách, pháp luật',
    nameEn: 'Communication of policy and law',
    systems: ['S7'],
    cues: ['tuyên truyền', 'truyền thông', 'phổ biến', 'phổ biến giáo dục pháp luật', 'quán triệt', 'nâng cao nhận thức', 'luật bình đẳng giới', 'phản bác', 'thông tin sai lệch', 'sinh hoạt dưới cờ', 'bảng tin', 'mạng xã hội', 'thông điệp', 'ngày pháp luật', 'sản phẩm truyền thông', 'tờ rơi', 'phát thanh'],
  },
  action_month: {
    name: 'Tháng hành động vì bình đẳng giới',
    nameEn: 'Action Month for gender equality',
    systems: ['S8'],
    cues: ['tháng hành động vì bình đẳng giới', 'tháng hành động', 'hưởng ứng tháng hành động', 'phát động tháng hành động', '15 11', '15 12', 'xóa bỏ bạo lực đối với phụ nữ'],
  },
  observances: {
    name: 'Các ngày kỷ niệm, đợt cao điểm',
    nameEn: 'Observances and peaks of the year',
    systems: ['S8'],
    cues: ['ngày quốc tế phụ nữ', 'quốc tế phụ nữ', 'ngày phụ nữ việt nam', 'phụ nữ việt nam 20 10', 'ngày quốc tế hạnh phúc', 'quốc tế hạnh phúc', 'đợt cao điểm', 'ngày lễ', 'ngày kỷ niệm', 'kỉ niệm ngày', 'kỷ niệm ngày', 'ngày quốc tế trẻ em gái', '8 3', '20 10', '20 3'],
  },
  june_months: {
    name: 'Tháng 6: gia đình, trẻ em, phòng, chống bạo lực gia đình',
    nameEn: 'June: family, children, domestic violence',
    systems: ['S8'],
    cues: ['tháng hành động quốc gia', 'phòng chống bạo lực gia đình', 'bạo lực gia đình', 'tháng hành động vì trẻ em', 'ngày gia đình việt nam', 'gia đình việt nam', '28 6', 'giá trị gia đình', 'hôn nhân và gia đình', 'quốc tế thiếu nhi'],
  },
  curriculum: {
    name: 'Lồng ghép giới trong hoạt động giáo dục',
    nameEn: 'Integration into teaching and activities',
    systems: ['S9'],
    cues: ['lồng ghép giảng dạy', 'lồng ghép nội dung', 'vào chương trình', 'bài học', 'tiết học', 'môn học', 'hoạt động trải nghiệm', 'hoạt động giáo dục', 'hoạt động ngoại khóa', 'giảng dạy', 'dạy học', 'chương trình giảng dạy', 'giáo dục giới tính', 'trò chơi', 'không phân biệt giới tính', 'lồng ghép vào việc giảng dạy', 'góc chơi', 'kế hoạch bài dạy'],
  },
  materials: {
    name: 'Tài liệu, học liệu về giới',
    nameEn: 'Teaching materials',
    systems: ['S9'],
    cues: ['tài liệu', 'học liệu', 'sách báo', 'tủ sách', 'thư viện', 'ấn phẩm', 'tài nguyên', 'sách giáo khoa', 'định kiến giới trong tài liệu'],
  },
  health: {
    name: 'Sức khỏe giới tính, sức khỏe sinh sản, thể lực',
    nameEn: 'Health, reproductive health',
    systems: ['S9'],
    cues: ['sức khỏe sinh sản', 'chăm sóc sức khỏe', 'sức khỏe giới tính', 'thể lực', 'tầm vóc', 'y tế trường học', 'tuổi dậy thì', 'phát triển thể chất', 'vệ sinh kinh nguyệt'],
  },
  self_protection: {
    name: 'Kỹ năng tự bảo vệ của trẻ em, học sinh',
    nameEn: 'Self-protection skills',
    systems: ['S13'],
    cues: ['tự bảo vệ', 'kỹ năng sống', 'kỹ năng tự bảo vệ', 'phòng chống xâm hại', 'tai nạn thương tích', 'kỹ năng phòng tránh', 'xâm hại tình dục', 'quy tắc bàn tay', 'đồ lót'],
  },
  online_safety: {
    name: 'An toàn trên môi trường mạng',
    nameEn: 'Online safety',
    systems: ['S7', 'S13'],
    cues: ['môi trường mạng', 'không gian mạng', 'trên mạng', 'bắt nạt qua mạng', 'bắt nạt trực tuyến', 'an toàn trực tuyến', 'kỷ nguyên số', 'lừa đảo trực tuyến'],
  },
  parents_men_boys: {
    name: 'Thu hút cha mẹ, nam giới, trẻ em trai',
    nameEn: 'Parents, men and boys',
    systems: ['S7'],
    cues: ['nam giới', 'trẻ em trai', 'cha mẹ trẻ', 'phụ huynh', 'cha mẹ học sinh', 'ban đại diện', 'học sinh nam', 'nam phụ huynh', 'người có uy tín', 'hội thảo phụ huynh', 'cha mẹ học viên'],
  },
  sex_ratio: {
    name: 'Giảm mất cân bằng giới tính khi sinh',
    nameEn: 'Sex ratio at birth',
    systems: ['S7'],
    cues: ['mất cân bằng giới tính', 'giới tính khi sinh', 'giới tính thai nhi', 'lựa chọn giới tính', 'ngày dân số'],
  },
  training: {
    name: 'Tập huấn, bồi dưỡng năng lực',
    nameEn: 'Training and capacity',
    systems: ['S10'],
    cues: ['tập huấn', 'bồi dưỡng', 'đào tạo', 'bồi dưỡng nghiệp vụ', 'hội thảo', 'tọa đàm', 'nâng cao năng lực', 'lớp tập huấn', 'khóa bồi dưỡng', 'kiến thức giới', 'kỹ năng truyền thông', 'kỹ năng lồng ghép', 'cử cán bộ'],
  },
  women_cadre: {
    name: 'Công tác cán bộ nữ',
    nameEn: 'Women cadre',
    systems: ['S11'],
    cues: ['cán bộ nữ', 'công tác cán bộ nữ', 'nữ cán bộ', 'cán bộ quản lý nữ', 'quy hoạch', 'bổ nhiệm', 'tạo nguồn', 'nữ lãnh đạo', 'lãnh đạo quản lý', 'vị trí lãnh đạo', 'tham gia lãnh đạo', 'cấp ủy nhiệm kỳ', 'nguồn cấp ủy', 'tỷ lệ nữ', 'thăng tiến', 'nữ thạc sĩ', 'trình độ chuẩn', 'nữ tham gia quản lý', 'nguồn nhân lực nữ', 'đội ngũ nhà giáo'],
  },
  women_network: {
    name: 'Mạng lưới nữ lãnh đạo, quản lý',
    nameEn: 'Women leaders’ network',
    systems: ['S11', 'S21'],
    cues: ['mạng lưới', 'nhóm phụ nữ', 'hoạt động kết nối', 'nhóm nữ', 'vườn ươm', 'kết nối nhằm chia sẻ'],
  },
  women_policies: {
    name: 'Chính sách đối với lao động nữ',
    nameEn: 'Policies for women workers',
    systems: ['S12'],
    cues: ['chính sách ưu tiên', 'thai sản', 'quyền lợi', 'lao động nữ', 'quyền lợi ích hợp pháp', 'chăm lo', 'linh hoạt giờ làm', 'nuôi con nhỏ', 'chính sách riêng', 'chế độ chính sách', 'khám sức khỏe', 'nữ cán bộ công chức viên chức', 'là nữ', 'cân bằng giữa công việc', 'nữ công', 'chính sách hỗ trợ phụ nữ'],
  },
  safe_school: {
    name: 'Trường học an toàn, phòng, chống bạo lực học đường',
    nameEn: 'Safe school, prevention of violence',
    systems: ['S13'],
    cues: ['bạo lực học đường', 'an toàn lành mạnh thân thiện', 'môi trường giáo dục an toàn', 'trường học thân thiện', 'trường học an toàn', 'xâm hại trẻ em', 'phòng chống bạo lực', 'lớp học độc lập', 'môi trường học tập', 'phòng ngừa và ứng phó với bạo lực', 'phòng ngừa ứng phó với bạo lực'],
  },
  code_of_conduct: {
    name: 'Quy tắc ứng xử, văn hóa học đường',
    nameEn: 'Code of conduct',
    systems: ['S13'],
    cues: ['quy tắc ứng xử', 'văn hóa ứng xử', 'đạo đức nhà giáo', 'ứng xử', 'văn hóa học đường', 'kỷ luật tích cực'],
  },
  counselling: {
    name: 'Tư vấn học đường, công tác xã hội',
    nameEn: 'School counselling',
    systems: ['S13'],
    cues: ['tư vấn học đường', 'tư vấn tâm lý', 'phòng tư vấn', 'tổ tư vấn', 'sức khỏe tinh thần', 'công tác xã hội', 'hỗ trợ tâm lý', 'tư vấn viên'],
  },
  incident: {
    name: 'Tiếp nhận, xử lý, chuyển tuyến vụ việc',
    nameEn: 'Incident handling and referral',
    systems: ['S14'],
    cues: ['vụ việc', 'xác minh', 'nạn nhân', 'người bị bạo lực', 'quấy rối', 'can thiệp', 'tố giác', 'báo tin', 'bảo vệ hỗ trợ', 'mua bán người', 'trường hợp khẩn cấp', 'đột xuất', 'cơ quan chức năng', 'tiếp nhận thông tin', 'hành vi xâm hại', 'các vụ bạo lực', 'giải quyết xử lý'],
  },
  services: {
    name: 'Đường dây nóng, địa chỉ tin cậy, dịch vụ hỗ trợ',
    nameEn: 'Hotlines, trusted addresses, services',
    systems: ['S14', 'S7'],
    cues: ['đường dây nóng', 'tổng đài', 'địa chỉ tin cậy', 'nhà tạm lánh', 'ngôi nhà ánh dương', 'dịch vụ hỗ trợ', 'kênh tiếp nhận', 'hộp thư', '111'],
  },
  violations: {
    name: 'Xử lý vi phạm về bình đẳng giới',
    nameEn: 'Violations of gender-equality law',
    systems: ['S14', 'S18'],
    cues: ['xử lý vi phạm', 'vi phạm hành chính', 'xử phạt', 'vi phạm về bình đẳng giới', 'vi phạm pháp luật'],
  },
  support_needy: {
    name: 'Hỗ trợ phụ nữ, trẻ em có hoàn cảnh khó khăn',
    nameEn: 'Support to people in need',
    systems: ['S15'],
    cues: ['hoàn cảnh khó khăn', 'đặc biệt khó khăn', 'hoàn cảnh đặc biệt', 'thăm hỏi', 'động viên', 'mồ côi', 'người khuyết tật', 'hộ nghèo', 'cận nghèo', 'học bổng', 'không nơi nương tựa', 'hỗ trợ phụ nữ và trẻ em', 'an sinh'],
  },
  equal_education: {
    name: 'Bình đẳng trong tiếp cận giáo dục',
    nameEn: 'Equal education',
    systems: ['S24'],
    cues: ['hoàn thành chương trình', 'dân tộc thiểu số', 'cơ hội học tập', 'công bằng', 'học tập suốt đời', 'tiếp cận giáo dục', 'bỏ học', 'tảo hôn', 'trẻ em trai và trẻ em gái', 'trẻ em trai và gái', 'phổ cập', 'xã hội học tập', 'hướng nghiệp', 'lựa chọn nghề nghiệp', 'bé trai và bé gái', 'chuyên cần'],
  },
  movements: {
    name: 'Phong trào thi đua, cuộc vận động',
    nameEn: 'Emulation movements',
    systems: ['S16'],
    cues: ['phong trào thi đua', 'phong trào', 'thi đua', 'cuộc vận động', 'giỏi việc trường', 'đảm việc nhà', 'gia đình văn hóa', 'đổi mới sáng tạo', 'chỉ thị số 05'],
  },
  clubs_models: {
    name: 'Hội thi, câu lạc bộ, mô hình',
    nameEn: 'Contests, clubs, models',
    systems: ['S16'],
    cues: ['câu lạc bộ', 'mô hình', 'cuộc thi', 'hội thi', 'sân khấu hóa', 'thi tìm hiểu', 'văn nghệ', 'diễn đàn', 'triển lãm', 'nhân rộng', 'giao lưu giữa các mô hình'],
  },
  commendation: {
    name: 'Khen thưởng, biểu dương, điển hình',
    nameEn: 'Commendation and role models',
    systems: ['S17'],
    cues: ['khen thưởng', 'biểu dương', 'tôn vinh', 'thành tích xuất sắc', 'điển hình', 'gương', 'tấm gương', 'người tốt việc tốt', 'điển hình tiên tiến'],
  },
  inspection: {
    name: 'Kiểm tra, giám sát, tự kiểm tra',
    nameEn: 'Inspection and supervision',
    systems: ['S18'],
    cues: ['kiểm tra', 'giám sát', 'thanh tra', 'đoàn kiểm tra', 'tự kiểm tra', 'kiểm tra giám sát', 'nội dung kiểm tra', 'đôn đốc', 'kiểm tra đánh giá'],
  },
  survey: {
    name: 'Khảo sát, lấy ý kiến phản hồi',
    nameEn: 'Surveys and feedback',
    systems: ['S19'],
    cues: ['khảo sát', 'ý kiến phản hồi', 'thu thập ý kiến', 'phản hồi', 'lấy ý kiến', 'phiếu hỏi', 'mức độ nhận thức'],
  },
  budget: {
    name: 'Kinh phí thực hiện',
    nameEn: 'Budget',
    systems: ['S20'],
    cues: ['kinh phí', 'dự toán', 'ngân sách', 'nguồn tài trợ', 'xã hội hóa', 'nguồn lực', 'quyết toán', 'trang thiết bị', 'nguồn chi thường xuyên', 'cân đối kinh phí', 'nguồn hợp pháp'],
  },
  cooperation: {
    name: 'Phối hợp, hợp tác, giao lưu',
    nameEn: 'Cooperation and exchange',
    systems: ['S21'],
    cues: ['phối hợp', 'chương trình hợp tác', 'hợp tác quốc tế', 'giao lưu', 'chia sẻ kinh nghiệm', 'học hỏi kinh nghiệm', 'quy chế phối hợp', 'các tổ chức', 'liên ngành', 'đoàn thể'],
  },
  reporting: {
    name: 'Chế độ thông tin, báo cáo',
    nameEn: 'Periodic reports',
    systems: ['S22'],
    cues: ['báo cáo', 'báo cáo định kỳ', 'chế độ thông tin báo cáo', 'báo cáo kết quả', 'sơ kết', 'tổng kết', 'thông tin báo cáo', 'gửi báo cáo', 'báo cáo 06 tháng', 'báo cáo 6 tháng', 'báo cáo cuối năm', 'vướng mắc'],
  },
  consolidation: {
    name: 'Tổng hợp báo cáo của cấp dưới',
    nameEn: 'Consolidation of subordinates’ reports',
    systems: ['S23'],
    cues: ['tổng hợp báo cáo', 'tổng hợp kết quả', 'tổng hợp chung', 'đơn vị chưa báo cáo', 'tổng hợp tham mưu', 'đôn đốc các đơn vị'],
  },
  statistics: {
    name: 'Số liệu tách theo giới tính, chỉ tiêu',
    nameEn: 'Sex-disaggregated data, targets',
    systems: ['S5'],
    cues: ['số liệu', 'tách theo giới', 'phân tách theo giới tính', 'cơ sở dữ liệu', 'cập nhật thông tin dữ liệu', 'thống kê', 'chỉ tiêu', 'mục tiêu', 'chỉ số', 'theo dõi chỉ tiêu'],
  },
  strategy: {
    name: 'Thực hiện chiến lược, chương trình, đề án',
    nameEn: 'Strategies and programmes',
    systems: ['S3', 'S5'],
    cues: ['chiến lược quốc gia', 'chiến lược', 'chương trình kế hoạch liên quan', 'đề án', 'kế hoạch hành động', 'chương trình mục tiêu quốc gia', 'các chương trình kế hoạch', 'lồng ghép vào các kế hoạch', 'lồng ghép vấn đề bình đẳng giới', 'văn bản quy phạm pháp luật'],
  },
  directives: {
    name: 'Văn bản chỉ đạo, căn cứ pháp lý',
    nameEn: 'Directive documents',
    systems: ['S3'],
    cues: ['văn bản hướng dẫn', 'văn bản chỉ đạo', 'các văn bản', 'căn cứ pháp lý', 'danh mục văn bản', 'bám sát các văn bản', 'bám sát chỉ đạo', 'theo dõi văn bản'],
  },
  plan_making: {
    name: 'Xây dựng, ban hành kế hoạch',
    nameEn: 'Making the plan',
    systems: ['S4'],
    cues: ['xây dựng kế hoạch', 'ban hành kế hoạch', 'xây dựng và ban hành', 'xây dựng ban hành kế hoạch', 'cụ thể hóa', 'kế hoạch năm', 'điều chỉnh kế hoạch', 'kế hoạch triển khai', 'triển khai kế hoạch', 'xây dựng nội dung nhiệm vụ'],
  },
  assignment: {
    name: 'Phân công, đầu mối',
    nameEn: 'Assignment and focal persons',
    systems: ['S6'],
    cues: ['phân công', 'phân công nhiệm vụ', 'đầu mối', 'phân công rõ', 'giao nhiệm vụ', 'rõ trách nhiệm', 'mạng lưới cán bộ', 'theo dõi đôn đốc'],
  },
  leadership: {
    name: 'Lãnh đạo, chỉ đạo, trách nhiệm người đứng đầu',
    nameEn: 'Leadership and responsibility',
    systems: ['S4', 'S6'],
    cues: ['sự lãnh đạo', 'lãnh đạo chỉ đạo', 'cấp ủy', 'chính quyền', 'người đứng đầu', 'trách nhiệm của', 'vai trò trách nhiệm', 'đề cao vai trò', 'quản lý nhà nước', 'chi bộ'],
  },
  committee: {
    name: 'Ban Vì sự tiến bộ của phụ nữ',
    nameEn: 'Committee for the advancement of women',
    systems: ['S2'],
    cues: ['kiện toàn', 'kiện toàn ban', 'ban vì sự tiến bộ', 'ban vstbpn', 'thành lập ban', 'củng cố', 'thành viên ban', 'hoạt động của ban', 'thay đổi về nhân sự', 'quy chế hoạt động'],
  },
  publication: {
    name: 'Công khai, đăng tải, kiểm duyệt nội dung',
    nameEn: 'Publication and review of content',
    systems: ['S25', 'S7'],
    cues: ['công khai', 'đăng tải', 'cổng thông tin điện tử', 'trang thông tin điện tử', 'website', 'đưa tin', 'bài viết', 'tin bài', 'rà soát các nội dung trước khi đăng', 'đăng bài', 'kiểm duyệt', 'công bố kế hoạch'],
  },
  official_form: {
    name: 'Thể thức, lưu hồ sơ',
    nameEn: 'Official form and filing',
    systems: ['S26'],
    cues: ['thể thức', 'nghị định số 30', 'chữ ký số', 'lưu hồ sơ', 'hồ sơ minh chứng', 'lưu trữ', 'hồ sơ'],
  },
  units: {
    name: 'Rà soát đơn vị, đầu mối sau sắp xếp',
    nameEn: 'Units and focal points after reorganisation',
    systems: ['S1'],
    cues: ['sắp xếp đơn vị', 'sau sắp xếp', 'sáp nhập', 'danh sách đơn vị', 'đổi tên', 'đơn vị hành chính', 'giải thể'],
  },
} as const satisfies Record<string, Topic>

export type TopicId = keyof typeof topics

export const TOPIC_IDS = Object.keys(topics) as readonly TopicId[]

export interface TopicScore {
  readonly topic: TopicId
  /** Relative weight; the best topic of a text is comparable within that text only. */
  readonly score: number
}

/** Cues that begin within the first words weigh most, those of the first line more than the rest. */
const OPENING = { characters: 45, factor: 3 }
const HEAD = { characters: 110, factor: 1.4 }

/** Each further cue of a topic adds this share of the one before: a list of ten examples is not ten times the matter. */
const DIMINISHING = 0.65

interface Cue {
  readonly phrase: string
  readonly topic: TopicId
  /** A phrase of several syllables weighs more than one of its parts. */
  readonly weight: number
}

/** Cue phrases, folded, by their first syllable. */
const CUES: ReadonlyMap<string, readonly Cue[]> = cuesByFirstSyllable()

function cuesByFirstSyllable(): ReadonlyMap<string, readonly Cue[]> {
  const groups = new Map<string, Cue[]>()
  for (const topic of TOPIC_IDS) {
    for (const phrase of topics[topic].cues.map(fold)) {
      const syllables = phrase.split(' ')
      const first = syllables[0] ?? ''
      const cue = { phrase: `${phrase} `, topic, weight: (1 + syllables.length) / 2 }
      groups.set(first, [...(groups.get(first) ?? []), cue])
    }
  }
  return groups
}

/**
 * How strongly a text speaks of each topic, strongest first; topics without any cue are left out.
 *
 * Documents that are only cited do not count, unless the text is nothing but citations. Cues at the beginning weigh more.
 */
export function scoreTopics(text: string): readonly TopicScore[] {
  const own = scoresIn(withoutCitations(text))
  const scores = own.size > 0 ? own : scoresIn(text)
  return [...scores]
    .map(([topic, score]) => ({ topic, score }))
    .sort((a, b) => b.score - a.score || TOPIC_IDS.indexOf(a.topic) - TOPIC_IDS.indexOf(b.topic))
}

/** The topics of a text, strongest first: those at least half as strong as the strongest, three at most. */
export function topicsOf(text: string): readonly TopicId[] {
  const scores = scoreTopics(text)
  const best = scores[0]?.score ?? 0
  return scores.filter((entry) => entry.score >= best / 2).slice(0, 3).map((entry) => entry.topic)
}

function scoresIn(text: string): Map<TopicId, number> {
  const folded = `${fold(text)} `
  const gains = new Map<TopicId, number[]>()
  const found = new Set<Cue>()
  for (let at = 0; at < folded.length; at = folded.indexOf(' ', at) + 1) {
    for (const cue of CUES.get(folded.slice(at, folded.indexOf(' ', at))) ?? []) {
      if (found.has(cue) || !folded.startsWith(cue.phrase, at)) continue
      found.add(cue)
      const factor = at < OPENING.characters ? OPENING.factor : at < HEAD.characters ? HEAD.factor : 1
      const weights = gains.get(cue.topic) ?? []
      weights.push(cue.weight * factor)
      gains.set(cue.topic, weights)
    }
  }
  const scores = new Map<TopicId, number>()
  for (const [topic, weights] of gains) {
    const ordered = weights.sort((a, b) => b - a)
    scores.set(topic, ordered.reduce((sum, weight, rank) => sum + weight * DIMINISHING ** rank, 0))
  }
  return scores
}
