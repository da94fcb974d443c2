import type { SectionKind } from '../model.ts'
import { fold, isUpperCase, likeness } from '../vietnamese.ts'

/** Titles of whole parts; the first that fits. Matched against the folded title. */
const TOP: readonly (readonly [RegExp, SectionKind])[] = [
  [/^(?:cac )?(?:noi dung|nhiem vu|giai phap)|^doi tuong.*noi dung/, 'tasks'],
  [/trach nhiem (?:to chuc )?thuc hien|trach nhiem cua/, 'organisation'],
  [/tieu chi|tieu chuan|khen thuong/, 'other'],
  [/^(?:doi tuong|pham vi|dia ban|dia diem|thanh phan|quy mo)/, 'other'],
  [/^(?:muc dich|y nghia)/, 'purpose'],
  [/^(?:yeu cau|nguyen tac)/, 'requirements'],
  [/^(?:quan diem.{0,20}muc tieu|muc tieu|cac muc tieu|chi tieu|cac chi tieu)/, 'objectives'],
  [/^(?:kinh phi|nguon kinh phi|nguon von|du toan|nguon luc|du kien kinh phi|kinh phi,)/, 'budget'],
  [/^(?:thoi gian|lich trinh|tien do|lo trinh|chuong trinh ngay|lich )/, 'schedule'],
  [/^(?:che do (?:thong tin )?,?\s*bao cao|ket qua|ket luan|danh gia|thuc trang|tinh hinh|dac diem|khai quat|ton tai|han che|kien nghi|de xuat|bai hoc|co so|can cu)/, 'other'],
  [/(?:to chuc|trien khai) thuc hien|phan cong|trach nhiem|to chuc trien khai|^to chuc$/, 'organisation'],
  [/nhiem vu|noi dung|giai phap|hoat dong|hinh thuc|bien phap|cong viec/, 'tasks'],
  [/muc tieu|chi tieu/, 'objectives'],
  [/^(?:bao dam|dam bao).{0,20}kinh phi/, 'budget'],
]

/** Titles of parts within a part; whole headings only, all others take the kind of the part they stand in. */
const INNER: readonly (readonly [RegExp, SectionKind])[] = [
  [/^(?:ve )?muc dich(?:, y nghia)?$/, 'purpose'],
  [/^(?:ve )?(?:yeu cau|nguyen tac)(?: chung| thuc hien)?$/, 'requirements'],
  [/^(?:cac )?(?:muc tieu|chi tieu)(?: (?:chung|cu the|tong quat|chu yeu|phan dau|den nam \d+|nam \d+))*$/, 'objectives'],
  [/^(?:ve |nguon )?kinh phi(?: thuc hien)?$/, 'budget'],
  [/^(?:ve )?(?:thoi gian|lich trinh|tien do|lo trinh)(?: (?:thuc hien|to chuc|hoan thanh|trien khai|va dia diem|, dia diem))*$/, 'schedule'],
  [/^(?:ve )?(?:to chuc thuc hien|trach nhiem thuc hien|phan cong (?:nhiem vu|trach nhiem|thuc hien))$/, 'organisation'],
  [/^(?:ve )?(?:nhiem vu|giai phap|nhiem vu(?:,| va) giai phap|nhiem vu trong tam)(?: (?:chu yeu|cu the|chung))?$/, 'tasks'],
]

/** The usual headings, to know a heading that a scanner has garbled. */
const USUAL: readonly (readonly [string, SectionKind])[] = [
  ['MỤC ĐÍCH, YÊU CẦU', 'purpose'],
  ['MỤC TIÊU', 'objectives'],
  ['CHỈ TIÊU PHẤN ĐẤU', 'objectives'],
  ['NỘI DUNG', 'tasks'],
  ['NỘI DUNG PHỐI HỢP', 'tasks'],
  ['NỘI DUNG THỰC HIỆN', 'tasks'],
  ['NHIỆM VỤ TRỌNG TÂM', 'tasks'],
  ['NHIỆM VỤ VÀ GIẢI PHÁP', 'tasks'],
  ['KINH PHÍ THỰC HIỆN', 'budget'],
  ['PHÂN CÔNG TRÁCH NHIỆM', 'organisation'],
  ['TỔ CHỨC THỰC HIỆN', 'organisation'],
  ['KẾT QUẢ THỰC HIỆN', 'other'],
]

function likelyKind(title: string): SectionKind | null {
  const [best] = USUAL.map(([usual, kind]) => ({ kind, like: likeness(title, usual) })).sort((a, b) => b.like - a.like)
    // In small letters a garbled heading must be liker: any few words are a little like one of these.
  return best && best.like >= (isUpperCase(title.replace(/[^\p{L}]/gu, '')) ? 0.6 : 0.75) ? best.kind : null
}

/** The kind of a part by its heading; `parent` is that of the part around it, null at the top. */
export function kindOf(title: string, parent: SectionKind | null): SectionKind {
  const folded = fold(title).replace(/[“”"().:;]+/g, ' ').replace(/\s+/g, ' ').trim()
  const table = parent === null || parent === 'appendix' ? TOP : INNER
  const found = table.find(([pattern]) => pattern.test(folded))
  if (found) return found[1]
  return parent ?? likelyKind(title) ?? 'other'
}
