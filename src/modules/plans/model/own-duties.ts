import { addresseeOf } from './addressees.ts'
import type { UnitKind } from './roles.ts'
import { fold } from './wording.ts'

/**
 * Why a point of a superior's plan is the superior's own duty: it names the superior or one of its offices as the doer,
 * or is an inspection of its units, which only who has units below can carry out.
 */
export type OwnDuty = { readonly why: 'named'; readonly party: string } | { readonly why: 'inspects' }

/** Who may stand at the beginning as the doer. A room of the superior is told from “Phòng, chống …” by its name. */
const DOER =
  /^(?:[Gg]iao |[Pp]hân công )?((?:Sở|Bộ)(?: Giáo dục (?:và|&) Đào tạo| GD ?(?:&|và)? ?ĐT)?|Văn phòng Sở|Thanh tra Sở|Lãnh đạo Sở|Công đoàn (?:ngành|Giáo dục)[^,;:.]{0,40}?|(?:Các )?[Pp]hòng (?:\p{Lu}{2,}|Tổ chức|Chính trị|Giáo dục|Công tác|Kế hoạch|Hành chính|Quản lý|Khảo thí|Nghiệp vụ|chuyên môn|chức năng|Văn hóa)[^,;:.]{0,60}?|(?:Thường trực |Tổ thư ký |(?:Các )?[Tt]hành viên (?:của )?)?Ban (?:Vì|vì) sự tiến bộ (?:của )?[Pp]hụ nữ (?:ngành|Ngành|Sở)[^,;:.]{0,60}?|(?:Các )?(?:Vụ|Cục) [^,;:.]{0,60}?|(?:UBND|Ủy ban nhân dân) (?:xã|phường|đặc khu)[^,;:.]{0,40}?)\s*[:,]?\s+(?:chủ trì|tổ chức|tham mưu|phối hợp|xây dựng|ban hành|hướng dẫn|kiểm tra|giám sát|thanh tra|theo dõi|đôn đốc|tổng hợp|chỉ đạo|sẽ|có trách nhiệm|là đầu mối|làm đầu mối|thực hiện|triển khai|bố trí|tiếp nhận|thành lập|trình|báo cáo|định kỳ|hằng (?:năm|quý)|tiếp tục)(?=\s|[,.;:]|$)/u

const UNITS = '(?:cac|mot so|tung|moi|nhung) (?:truong|nha truong|don vi(?! bau cu| hanh chinh| tinh)|co so giao duc|co so gd|phong (?:gd|giao duc))'
const LEADING = '(?:tiep tuc|tang cuong|chu dong|thuong xuyen|dinh ky|tich cuc|kip thoi|hang nam|hang quy|xay dung ke hoach|va|to chuc|cac doan|doan|thanh lap|phoi hop|lanh dao)'
const ACTS = '(?:chi dao|huong dan|don doc|nhac nho|yeu cau|kiem tra|giam sat|thanh tra|giao)'

/** “Chỉ đạo các trường lắp đặt …”: what units are told to do is theirs, whoever tells them. */
const TELLS = new RegExp(`\\b(?:chi dao|huong dan|don doc|yeu cau|nhac nho|giao|phat dong|van dong) ${UNITS}\\b`)
/** “Kiểm tra các đơn vị về …”, “Tổ chức các đoàn kiểm tra hoạt động … ở các trường …” */
const INSPECTS = new RegExp(`^(?:${LEADING} )*(?:kiem tra|giam sat|thanh tra)(?: (?:va )?${ACTS})* (?:.{0,90}?\\b(?:o|tai|cua|doi voi) )?${UNITS}\\b`)

/**
 * Whether a point is the superior's own, seen from a subordinate.
 *
 * @param issuer  who issued the plan: the same “Sở” is the superior in its own plan and an addressee in the Ministry's
 * @param kind    of the subordinate; one that has units below itself inspects them as well. Null: a school
 */
export function ownDutyOf(text: string, issuer: string | null, kind: UnitKind | null = null): OwnDuty | null {
  const folded = fold(text)
  const party = DOER.exec(text.trim().normalize('NFC'))?.[1]?.trim()
  if (TELLS.test(folded)) return null
  if (party !== undefined && isIssuers(party, fold(issuer ?? ''))) return { why: 'named', party }
  const hasUnitsBelow = kind === 'commune' || kind === 'department'
  return !hasUnitsBelow && INSPECTS.test(folded) ? { why: 'inspects' } : null
}

function isIssuers(party: string, issuer: string): boolean {
  const folded = fold(party)
  const isMinistry = /^bo giao duc|\bbo gd/.test(issuer)
  const isCommune = /\b(ubnd|uy ban nhan dan) (xa|phuong|dac khu)\b|^(xa|phuong|dac khu)\b/.test(issuer)
  if (/^so\b/.test(folded)) return !isMinistry && !isCommune
  if (/^(ubnd|uy ban)/.test(folded) || /^phong van hoa/.test(folded)) return isCommune
  if (/^(bo|vu|cac vu|cuc|cac cuc)\b/.test(folded)) return isMinistry
  return !isCommune && (addresseeOf(party) === 'superior' || /^(ban vi|thuong truc|to thu ky|thanh vien|cac thanh vien|phong|cac phong|lanh dao so)/.test(folded))
}
