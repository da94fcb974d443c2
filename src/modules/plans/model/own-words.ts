import type { UnitKind } from './roles.ts'
import { unitWords } from '../templates/answers.ts'
import { withoutCitations } from './wording.ts'

const LONGEST = 220

/** Verbs with which a duty begins once whom it is addressed to is taken off. */
const VERBS =
  'xây dựng|tổ chức|triển khai|thực hiện|phối hợp|rà soát|bố trí|phân công|tuyên truyền|kiện toàn|lồng ghép|quan tâm|chủ động|tăng cường|đẩy mạnh|cử|báo cáo|chuẩn bị|tham gia|tạo điều kiện|bảo đảm|đảm bảo|căn cứ|nâng cao|duy trì|phát động|tiếp tục|nghiêm túc|hưởng ứng|theo dõi|lập|đưa|tham mưu'

const ADDRESS = new RegExp(
  `^(?:(?:đề nghị|yêu cầu|chỉ đạo|giao|hướng dẫn|đôn đốc|chỉ đạo và hướng dẫn)\\s+)?(?:thủ trưởng |hiệu trưởng |ban [^,;]{0,40}? )?các (?:đơn vị|trường|cơ sở|nhà trường|phòng)[^;.]{0,80}?\\s(?=(?:${VERBS})(?:\\s|$))`,
  'iu',
)
const DIRECTING = new RegExp(`^(?:đề nghị|yêu cầu|chỉ đạo|giao|hướng dẫn|đôn đốc)\\s+(?:việc\\s+)?(?=(?:${VERBS})\\s)`, 'iu')
const FLOURISH = /^(?:(?:tiếp tục|đẩy mạnh|tích cực|chủ động|không ngừng|thường xuyên|nghiêm túc)(?: và)?\s+)+/iu
const ABOUT_ALL = /(?:các (?:đơn vị|cơ sở giáo dục|nhà trường|trường học|trường)(?: trực thuộc| thuộc phạm vi quản lý| trên địa bàn)?|toàn ngành|của ngành|(?:của )?sở, ngành)/giu
const AREA = /\s*(?:trên địa bàn|trong phạm vi) (?:toàn )?(?:tỉnh|thành phố)(?: [A-ZĐ]\S*)*/gu

const STARTS_WITH_VERB = new RegExp(`^(?:${VERBS}|đầu tư|cung cấp|cập nhật|hỗ trợ|đánh giá|đổi mới|mở rộng|khuyến khích|bồi dưỡng|tập huấn|kiểm tra|giám sát)(?:\\s|,)`, 'iu')

/**
 * What a point of a superior's plan comes to in the unit: told of itself, not “chỉ đạo các trường …”, in one sentence
 * that names where the point stands.
 *
 * @param labelPath  of the point, `II.4 – gạch 5`; the heading is named
 */
export function inOwnWords(text: string, labelPath: string, kind: UnitKind): string {
  const { unit } = unitWords(kind)
  const isOffice = kind === 'commune' || kind === 'department'
  const plain = (withoutCitations(text) || text).replace(/\s+/g, ' ').trim()
  const own = isOffice ? plain : toldOfOneself(plain, unit)
  const matter = firstSentence(own.replace(FLOURISH, ''))
  const begin = STARTS_WITH_VERB.test(matter) ? capital(matter) : `Triển khai nội dung ${matter.charAt(0).toLowerCase()}${matter.slice(1)}`
  const place = begin.includes(unit) ? '' : ` tại ${unit}`
  return `${begin}${place}, theo mục ${labelPath.split(' – ')[0]} kế hoạch của cấp trên.`
}

function toldOfOneself(text: string, unit: string): string {
  return text
    .replace(ADDRESS, '')
    .replace(DIRECTING, '')
    .replace(ABOUT_ALL, (found) => (/^của/iu.test(found) ? `của ${unit}` : unit))
    .replace(AREA, '')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Up to the end of the first sentence; a long one is cut behind a comma or between words. */
function firstSentence(text: string): string {
  const end = text.search(/[.;:](?:\s|$)/)
  const sentence = (end > 20 ? text.slice(0, end) : text.replace(/[.;:]+$/, '')).trim()
  if (sentence.length <= LONGEST) return sentence
  const cut = sentence.slice(0, LONGEST)
  const at = cut.lastIndexOf(',') > LONGEST / 2 ? cut.lastIndexOf(',') : cut.lastIndexOf(' ')
  return cut.slice(0, at).trim()
}
