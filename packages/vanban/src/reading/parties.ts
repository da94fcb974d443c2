import { fold, squeeze } from '../vietnamese.ts'

/** Bodies and persons that are given duties, and where their name ends in a sentence. */

const HEADS =
  /^(?:ban|bgh|bch|btv|btt|so|phong|truong|nha truong|cac|nhung|ubnd|hdnd|uy ban|ubmttq|hoi|hdt|doan|lien doan|cong doan|chi bo|chi doan|lien doi|tong phu trach|to|hieu truong|pho|giao vien|gvcn|gv|cb|cbgv|cbql|can bo|nhan vien|vien chuc|bi thu|chu tich|thu truong|giam doc|chanh|van phong|thanh tra|cong an|bao|dai|mat tran|trung tam|kho bac|bao hiem|vien|toa an|thuong truc|don vi|co quan|hoc sinh|phu huynh|cha me|bo phan|ke toan|thu vien|bo|lanh dao|dong chi|d\/c|tieu ban|thanh vien|nguoi|doanh nghiep|cuc|chi cuc|vu|thuong vu|chi nhanh|ngan hang|dien luc|quan|bo chi huy|bi thu|tap the|ca nhan|dia phuong|cap uy|dang uy|thuong truc|tong|bo phan|y te|cuu chien binh|hieu pho|khoi|lop|khoa|vien|phong|huyen|xa|thanh doan|tinh doan|moi)(?:\s|,|$|:|\.)/
const NO_PARTY =
  /^(?:to chuc (?!doan|dang|cong doan|chinh tri|xa hoi|khac|thanh vien|,)|ban hanh|bao cao|bao dam|bo tri|bo sung|hoi nghi|hoi thao|truong hop|phong(?:,? chong| ngua| trao)|cac (?:noi dung|nhiem vu|giai phap|hoat dong|hinh thuc|van ban|bien phap|chi tieu|muc tieu|chuong trinh|ke hoach)|nguoi dan|tong (?:ket|hop|so)|khoi luong|quan (?:ly|triet|tam)|doan ket|co quan (?:thuc hien|chu tri|phoi hop|thuong truc :)|don vi (?:thuc hien|chu tri|phoi hop)|vien (?:tro|dan)|doi (?:tuong|moi)|thanh phan|thanh lap|bo may|to trinh|dai (?:hoa|bieu)|moi nam|hoi (?:dong thi|thi )|lop (?:tap huan|boi duong)|vien phi)/
const REQUEST = /^(?:đề nghị|giao(?: cho)?|đối với|yêu cầu|phân công|kính đề nghị|trách nhiệm của|phát huy vai trò của)\s+/iu

/** Verbs and phrases that begin what the party has to do. */
const DUTY =
  'chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|chủ trì|thường xuyên|tham mưu|xây dựng|tổ chức|triển khai|thực hiện|căn cứ|theo dõi|theo chức năng|hướng dẫn|đôn đốc|kiểm tra|tăng cường|bố trí|báo cáo|phổ biến|tuyên truyền|chỉ đạo|tiếp tục|chủ động|khẩn trương|nghiêm túc|tổng hợp|phân công|phối hợp|quan tâm|rà soát|lồng ghép|quán triệt|đẩy mạnh|cung cấp|tạo điều kiện|trên cơ sở|cùng với|phát huy|vận động|giám sát|lập|hỗ trợ|đảm bảo|bảo đảm|tiếp nhận|phát động|giúp|làm|nắm|kịp thời|định kỳ|đăng ký|quản lý|cử|thành lập|hoàn thành|duy trì|đề xuất|trực tiếp|phụ trách|tham gia|đưa|thông tin|nâng cao|gửi|trình|in ấn|chuẩn bị|biên soạn|nhắc nhở|giáo dục học sinh|có kế hoạch|có văn bản|dựa|là đầu mối'
const DUTY_START = new RegExp(`(?:^|\\s|,\\s)(?:${DUTY})(?=\\s|,|$)`, 'gu')
const ASSIGNED = /(?:được (?:giao|phân công|yêu cầu|cử)|cơ quan|đơn vị|bộ phận|được|các tổ chức|Ban|chức năng|giáo viên|đồng chí|cán bộ|người|nhân viên)\s*$/u

/** “Đề nghị Ủy ban nhân dân xã” → “Ủy ban nhân dân xã”. */
export function withoutRequest(text: string): string {
  return squeeze(text).replace(REQUEST, '').replace(/[\s:.;,]+$/u, '')
}

/** The words begin with a body or a person. */
export function namesParty(text: string): boolean {
  const party = withoutRequest(text)
  const folded = fold(party)
  // Words that only look like a body without their marks: sơ kết, số liệu, đoạn, bàn.
  if (/^(?:sơ|số|đoạn|bàn|bán|bản|hỏi|tô|bỏ|bố|viên)(?:\s|$)/iu.test(party)) return false
  return HEADS.test(folded) && !NO_PARTY.test(folded) && /^\p{Lu}/u.test(squeeze(text))
}

/** A heading that is nothing but the name of a party. */
export function isPartyHeading(title: string): boolean {
  const party = withoutRequest(title)
  if (/^(?:đối với)\s/iu.test(title)) return true
  return namesParty(title) && party.length <= 260
}

export interface SubjectAndDuty {
  readonly party: string
  readonly duty: string
}

const LONGEST_PARTY = 200

/** “Sở Nội vụ chịu trách nhiệm …” → the party and what it does; null when the sentence does not open with a party. */
export function splitSubject(sentence: string): SubjectAndDuty | null {
  const text = squeeze(sentence)
  if (!namesParty(text)) return null
  const body = withoutRequest(text)
  const from = squeeze(text).length - squeeze(text).replace(REQUEST, '').length
  const window = text.slice(from, from + LONGEST_PARTY)
  for (const match of window.matchAll(DUTY_START)) {
    const before = window.slice(0, match.index)
    if (before.trim() === '' || ASSIGNED.test(before.trimEnd()) || /[(][^)]*$/.test(before)) continue
    const party = before.replace(/[\s,:]+$/u, '').trim()
    if (party.split(' ').length < 1 || /[.;]\s/.test(party)) return null
    return { party, duty: text.slice(from + match.index).replace(/^[\s,]+/, '') }
  }
  return body.length < 0 ? null : null
}
