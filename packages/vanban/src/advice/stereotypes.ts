import { adviceOn, type Advice, type Draft } from './text.ts'

interface Wording {
  readonly pattern: RegExp
  readonly severity: Advice['severity']
  /** Why it is one-sided, in words that explain and do not blame. */
  readonly why: string
  /** In its place, where one word does. */
  readonly right?: string
}

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu')

/**
 * Wording that ties a sex to a place, a duty or a nature (Law on Gender Equality 73/2006/QH11, article 5 on gender
 * prejudice; article 10 forbids to spread it). A hint with its reason: the writer decides.
 */
const WORDINGS: readonly Wording[] = [
  { pattern: word('phái yếu|phái đẹp'), severity: 'warning', why: 'Cách gọi này gắn phụ nữ với sự yếu đuối hoặc ngoại hình.', right: 'phụ nữ' },
  { pattern: word('phái mạnh|đấng mày râu|cánh mày râu'), severity: 'warning', why: 'Cách gọi này gắn nam giới với sức mạnh và quyền lực.', right: 'nam giới' },
  { pattern: word('đàn bà'), severity: 'warning', why: 'Từ này mang sắc thái coi thường trong văn bản.', right: 'phụ nữ' },
  { pattern: word('gái mại dâm'), severity: 'warning', why: 'Luật dùng “người bán dâm”, không phân biệt giới.', right: 'người bán dâm' },
  { pattern: word('(?:pê|bê) đê|đồng bóng'), severity: 'warning', why: 'Từ này xúc phạm người đồng tính, người chuyển giới.' },
  { pattern: word('thiên chức'), severity: 'warning', why: 'Coi việc sinh con, chăm con là bổn phận trời sinh của riêng phụ nữ; nên nói rõ việc gì và ai cùng làm.' },
  { pattern: word('công,? dung,? ngôn,? hạnh'), severity: 'warning', why: 'Chuẩn mực cũ chỉ đặt ra cho phụ nữ.' },
  { pattern: word('trụ cột (?:của )?gia đình'), severity: 'info', why: 'Nếu chỉ nói về nam giới thì xem phụ nữ là người phụ thuộc; có thể viết “cùng gánh vác gia đình”.' },
  { pattern: word('giỏi việc (?:nước|trường|nhà nước|công sở),? đảm việc nhà'), severity: 'info', why: 'Tên phong trào có thể giữ nguyên; khi tự viết, tránh đặt việc nhà lên vai riêng phụ nữ.' },
  { pattern: word('hậu phương vững chắc|hy sinh thầm lặng|hi sinh thầm lặng'), severity: 'info', why: 'Dễ ngầm hiểu phụ nữ phải lùi lại phía sau.' },
  { pattern: word('nữ công gia chánh'), severity: 'info', why: 'Gắn việc nhà với nữ; nên mời cả nam và gọi là “kỹ năng sống, chăm sóc gia đình”.' },
  { pattern: word('(?:nữ|phụ nữ|chị em|bạn gái|em gái)(?: [\\p{L},]+){0,8} (?:nấu ăn|cắm hoa|nội trợ|trang điểm|may vá|thêu thùa)'), severity: 'info', why: 'Hoạt động chỉ dành cho nữ theo khuôn mẫu giới; nên mời cả nam tham gia.' },
  { pattern: word('(?:nam|bạn trai|em trai)(?: [\\p{L},]+){0,6} (?:mạnh mẽ|bảo vệ phái|che chở)'), severity: 'info', why: 'Gắn nam giới với sức mạnh, che chở; nên nói về tôn trọng và chia sẻ.' },
  { pattern: word('(?:phụ nữ|nữ sinh|học sinh nữ|em gái|bạn gái)(?: [\\p{L},]+){0,4} (?:phải|cần|nên) (?:biết )?(?:dịu dàng|nết na|thùy mị|giữ gìn trinh tiết|ngoan hiền|đoan trang)'), severity: 'warning', why: 'Đặt cho nữ một khuôn mẫu tính cách mà nam không bị đòi hỏi.' },
  { pattern: word('(?:do|vì|bởi)(?: [\\p{L},]+){0,6} (?:ăn mặc hở hang|ăn mặc thiếu kín đáo|đi đêm về hôm|đi chơi khuya)'), severity: 'warning', why: 'Đổ lỗi cho người bị hại; trách nhiệm thuộc về người gây bạo lực.' },
  { pattern: word('nam tính hơn|ra dáng đàn ông|yếu đuối như con gái|khóc như con gái'), severity: 'warning', why: 'So sánh hạ thấp một giới.' },
]

/** One-sided wording about women or men, with the reason and, where one word does, a better one. */
export function checkStereotypes({ paragraphs }: Draft): readonly Advice[] {
  return paragraphs.flatMap((paragraph) =>
    WORDINGS.flatMap(({ pattern, severity, why, right }) =>
      [...paragraph.text.matchAll(pattern)].map((match) =>
        adviceOn(paragraph, { code: 'gender-stereotype', severity, start: match.index, end: match.index + match[0].length, note: why, ...(right === undefined ? {} : { right }) }),
      ),
    ),
  )
}
