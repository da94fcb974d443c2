import { fold, squeeze } from '../vietnamese.ts'

/** Bodies and persons that are given duties, and where their name ends in a sentence. */

const HEADS =
  'ban|bgh|bch|btv|btt|sở|phòng|trường|nhà trường|các|ubnd|hđnd|ủy ban|uỷ ban|ubmttq|ub mttq|mttq|hội|đoàn|liên đoàn|công đoàn|chi bộ|chi đoàn|liên đội|tổng phụ trách|tổ|hiệu trưởng|hiệu phó|phó|giáo viên|gvcn|gv|cb|cbgv|cbql|cán bộ|nhân viên|viên chức|bí thư|chủ tịch|thủ trưởng|giám đốc|chánh|trưởng|văn phòng|thanh tra|công an|báo|đài|mặt trận|trung tâm|kho bạc|bảo hiểm|viện|tòa án|toà án|thường trực|thường vụ|đơn vị|cơ quan|học sinh|phụ huynh|cha mẹ|bộ phận|kế toán|thư viện|bộ|lãnh đạo|đồng chí|đ/c|tiểu ban|thành viên|người|doanh nghiệp|cục|chi cục|vụ|chi nhánh|ngân hàng|điện lực|quân đội|tập thể|cá nhân|địa phương|cấp ủy|cấp uỷ|đảng ủy|đảng uỷ|tổng|y tế|cựu chiến binh|khối|lớp|khoa|huyện|xã|phường|thành đoàn|tỉnh đoàn|mỗi|chính quyền|thành phố|tỉnh'.split('|')
const HEAD = new RegExp(`^(?:${HEADS.join('|')})(?:\\s|,|$|:|\\.)`, 'u')
/** For a page that has lost its diacritics. */
const BARE_HEAD = new RegExp(`^(?:${HEADS.map(fold).join('|')})(?:\\s|,|$|:|\\.)`)
const NO_PARTY =
  /^(?:to chuc (?!doan the|dang |cong doan|chinh tri|xa hoi|khac|thanh vien|,)|ban hanh|bao cao|bao dam|bo tri|bo sung|hoi nghi|hoi thao|truong hop|phong(?:,? chong| ngua| trao)|cac (?:noi dung|nhiem vu|giai phap|hoat dong|hinh thuc|van ban|bien phap|chi tieu|muc tieu|chuong trinh|ke hoach)|nguoi dan|tong (?:ket|hop|so)|khoi luong|quan (?:ly|triet|tam)|doan ket|co quan (?:thuc hien|chu tri|phoi hop|thuong truc :)|don vi (?:thuc hien|chu tri|phoi hop)|vien (?:tro|dan)|doi (?:tuong|moi)|thanh phan|thanh lap|bo may|to trinh|dai (?:hoa|bieu)|moi nam|hoi (?:dong thi|thi )|lop (?:tap huan|boi duong)|vien phi)/
/** “Giáo viên …” without its marks opens like “giao …”. */
const BARE_REQUEST = /^(?:kinh )?(?:de nghi|giao cho|doi voi|yeu cau|phan cong|trach nhiem cua|phat huy vai tro cua)\s+/i
const REQUEST = /^(?:đề nghị|giao(?: cho)?|đối với|yêu cầu|phân công|kính đề nghị|trách nhiệm của|phát huy vai trò của)\s+/iu

/** Verbs and phrases that begin what the party has to do. */
const DUTY =
  'chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|chủ trì|thường xuyên|tham mưu|xây dựng|tổ chức|triển khai|thực hiện|căn cứ|theo dõi|theo chức năng|hướng dẫn|đôn đốc|kiểm tra|kiện toàn|củng cố|sắp xếp|nghiên cứu|tăng cường|bố trí|báo cáo|phổ biến|tuyên truyền|chỉ đạo|tiếp tục|chủ động|khẩn trương|nghiêm túc|tổng hợp|phân công|phối hợp|quan tâm|rà soát|lồng ghép|quán triệt|đẩy mạnh|cung cấp|tạo điều kiện|trên cơ sở|cùng với|phát huy|vận động|giám sát|lập|hỗ trợ|đảm bảo|bảo đảm|tiếp nhận|phát động|giúp|làm|nắm|kịp thời|định kỳ|đăng ký|quản lý|cử|thành lập|hoàn thành|duy trì|đề xuất|trực tiếp|phụ trách|tham gia|đưa|thông tin|nâng cao|gửi|trình|in ấn|chuẩn bị|biên soạn|nhắc nhở|giáo dục học sinh|có kế hoạch|có văn bản|dựa|là (?:cơ quan|đơn vị|đầu mối)'
const DUTY_START = new RegExp(`(?:^|\\s|,\\s)(?:${DUTY})(?=\\s|,|$)`, 'gu')
const ASSIGNED = /(?:được (?:giao|phân công|yêu cầu|cử)|được)\s*$/u
/** “đơn vị chủ trì”, “giáo viên phụ trách Đoàn”: the verb says which one. */
const SAYS_WHICH = /(?:cơ quan|đơn vị|bộ phận|ban|đoàn|tổ|chức năng|giáo viên|đồng chí|cán bộ|người|nhân viên|chuyên viên|chủ tịch|phó)\s*$/iu
const MAY_SAY_WHICH = /chủ trì|thực hiện|phối hợp|phụ trách|làm|quản lý|giám sát|tham mưu|hướng dẫn|chỉ đạo|tổ chức|tham gia|trực tiếp|kiểm tra/u

/** The text has lost its diacritics, at least on its first line: of three words one has a mark. */
const isBare = (text: string): boolean => !/[\u00c0-\u1ef9]/.test(text.split(' ', 3).join(' '))

/** “Đề nghị Ủy ban nhân dân xã” → “Ủy ban nhân dân xã”. */
export function withoutRequest(text: string): string {
  const whole = squeeze(text)
  return whole.replace(isBare(whole) ? BARE_REQUEST : REQUEST, '').replace(/[\s:.;,]+$/u, '')
}

const NO_ADDRESSEE = /^(?:những\s|các\s)?(?:vụ việc|vấn đề|trường hợp|khiếu nại|tố cáo|kiến nghị|nội dung|việc|công tác|hồ sơ|đơn)(?:[\s,]|$)/iu

/** The words begin with a body or a person. */
export function namesParty(text: string): boolean {
  const party = withoutRequest(text)
  const folded = fold(party)
  return (isBare(party) ? BARE_HEAD.test(folded) : HEAD.test(party.toLocaleLowerCase('vi'))) && (!NO_PARTY.test(folded) || /^Tổ chức \p{Lu}/u.test(party)) && /^\p{Lu}/u.test(squeeze(text))
}

/** A heading that is nothing but the name of a party. */
export function isPartyHeading(title: string): boolean {
  const party = withoutRequest(title)
  if (/^đối với\s/iu.test(title) || (isBare(title) && /^doi voi\s/i.test(title))) return !/\sthì\s/u.test(title) && !NO_ADDRESSEE.test(party)
  return namesParty(title) && party.length <= 400
}

export interface SubjectAndDuty {
  readonly party: string
  readonly duty: string
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

const LONGEST_PARTY = 200

/** “Sở Nội vụ chịu trách nhiệm …” → the party and what it does; null when the sentence does not open with a party. */
export function splitSubject(sentence: string): SubjectAndDuty | null {
  const whole = squeeze(sentence)
  if (/^đối với\s/iu.test(whole)) return null
  // “Ban Thường trực yêu cầu các tổ chức …”: the duty is that of the second party.
  const asked = /^[^.;:]{4,140}?\s(?:yêu cầu|đề nghị)\s+(?=\p{Lu}|các\s)/u.exec(whole)
  const text = asked && namesParty(whole) ? capitalised(whole.slice(asked[0].length)) : whole
  if (!namesParty(text)) return null
  const from = squeeze(text).length - squeeze(text).replace(REQUEST, '').length
  const window = text.slice(from, from + LONGEST_PARTY)
  for (const match of window.matchAll(DUTY_START)) {
    const before = window.slice(0, match.index)
    if (/tổ chức/u.test(match[0]) && /(?:các|những|một số|và|,)\s*$/iu.test(before)) continue
    if (MAY_SAY_WHICH.test(match[0]) && SAYS_WHICH.test(before.trimEnd())) continue
    if (before.trim() === '' || /[(][^)]*$/.test(before)) continue
    if (MAY_SAY_WHICH.test(match[0]) && ASSIGNED.test(before.trimEnd())) continue
    const party = before.replace(/[\s,:]+$/u, '').trim()
    if (party.split(' ').length < 1 || /[.;]\s/.test(party)) return null
    return { party, duty: text.slice(from + match.index).replace(/^[\s,]+/, '') }
  }
  return null
}
