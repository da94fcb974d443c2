import type { Signer } from '@songhanh/vanban/model'
import type { UnitKind } from './roles.ts'
import { fold } from './wording.ts'

const LEVELS: readonly (readonly [string, string])[] = [
  ['trung hoc pho thong', 'THPT'],
  ['trung hoc co so', 'THCS'],
  ['tieu hoc', 'TH'],
  ['mam non', 'MN'],
  ['mau giao', 'MG'],
  ['giao duc thuong xuyen', 'GDTX'],
  ['giao duc nghe nghiep', 'GDNN'],
  ['dan toc noi tru', 'DTNT'],
  ['dan toc ban tru', 'DTBT'],
  ['trung tam', ''],
  ['pho thong', ''],
  ['uy ban nhan dan', 'UBND'],
  ['so giao duc va dao tao', 'SGDĐT'],
]

/**
 * A proposal for the abbreviation in a unit's document symbols: “Trường THPT Sông Hồng” → `THPTSH`. The head of the unit
 * decides; this stands in until it is set. Departments and communes print their office alone: `SGDĐT`, `UBND`.
 */
export function abbreviationOf(name: string): string {
  const letters = new Map(name.normalize('NFC').split(/\s+/).map((word) => [fold(word), word]))
  let rest = ` ${fold(name)} `
  const found: { readonly at: number; readonly text: string }[] = []
  for (const [words, short] of LEVELS) {
    const at = rest.indexOf(` ${words} `)
    if (at < 0) continue
    found.push({ at, text: short })
    rest = `${rest.slice(0, at)} ${'\u0000'.repeat(words.length)} ${rest.slice(at + words.length + 2)}`
  }
  if (found.some(({ text }) => text === 'UBND' || text === 'SGDĐT')) return found[0]?.text ?? ''
  for (const match of rest.matchAll(/[a-z0-9]+/g)) {
    const word = letters.get(match[0]) ?? match[0]
    if (/^(truong|so|va|cac)$/.test(match[0])) continue
    found.push({ at: match.index, text: /^[\p{Lu}\d]{2,}$/u.test(word) ? word : word.charAt(0).toUpperCase() })
  }
  return found.sort((a, b) => a.at - b.at).map(({ text }) => text).join('')
}

/** Who signs the plan of a unit of this kind, without a name. */
export function signerOf(kind: UnitKind): Signer {
  if (kind === 'commune') return { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: null }
  if (kind === 'department' || kind === 'continuing') return { authority: null, position: 'GIÁM ĐỐC', name: null }
  return { authority: null, position: 'HIỆU TRƯỞNG', name: null }
}

/** Lines of “Nơi nhận”, the file copy last. */
export function recipientsOf(kind: UnitKind, parentName: string | null): readonly string[] {
  const superior = parentName === null ? [] : [`${parentName} (để b/c)`]
  if (kind === 'commune') {
    return [...superior, 'Thường trực Đảng ủy, HĐND (để b/c)', 'Chủ tịch, các Phó Chủ tịch UBND', 'Các phòng, đơn vị, đoàn thể (để t/h)', 'Các trường trên địa bàn (để t/h)', 'Lưu: VT, VHXH']
  }
  if (kind === 'department') {
    return [...superior, 'Giám đốc, các Phó Giám đốc Sở', 'Các phòng, Công đoàn ngành (để t/h)', 'UBND các xã, phường (để p/h)', 'Các trường, đơn vị trực thuộc (để t/h)', 'Lưu: VT, TCCB']
  }
  const leaders = kind === 'continuing' ? 'Ban Giám đốc' : 'Ban giám hiệu'
  return [...superior, leaders, 'Ban Vì sự tiến bộ của phụ nữ, các tổ, đoàn thể (để t/h)', 'Trang thông tin điện tử', 'Lưu: VT, Ban VSTBPN']
}

/** The last paragraph. */
export function closingOf(kind: UnitKind, name: string, subject: string): string {
  const plan = `Trên đây là Kế hoạch ${subject} của ${name}; phân công, thời gian, sản phẩm của từng nhiệm vụ nêu tại Phụ lục kèm theo.`
  if (kind === 'department') return `${plan} Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở (qua Phòng Tổ chức - Cán bộ) để được hướng dẫn, giải quyết./.`
  if (kind === 'commune') return `${plan} Đề nghị các phòng, đơn vị, đoàn thể và các trường nghiêm túc thực hiện; khó khăn, vướng mắc phản ánh về Phòng Văn hóa - Xã hội để tổng hợp, giải quyết./.`
  const head = kind === 'continuing' ? 'Giám đốc' : 'Hiệu trưởng'
  return `${plan} Các tổ, bộ phận, cá nhân nghiêm túc thực hiện; khó khăn, vướng mắc báo cáo ${head} (qua Ban Vì sự tiến bộ của phụ nữ) để xem xét, giải quyết./.`
}
