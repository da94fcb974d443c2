import { printDay } from './days.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { UnitKind } from './roles.ts'

export interface FrameUnit {
  readonly name: string
  readonly kind: UnitKind | null
  readonly parentName: string | null
  readonly place: string | null
}

export interface FrameDirective {
  /** “Kế hoạch số 45/KH-SGDĐT” and the rest of the citation. */
  readonly numberText: string | null
  readonly issuedOn: string | null
  readonly issuer: string
  readonly title: string
}

/** The abstract of the yearly plan. */
export function titleOfPlan(year: number): string {
  return `Công tác vì sự tiến bộ của phụ nữ và bình đẳng giới năm ${year}`
}

/**
 * What surrounds a new plan, to be mended by its writer.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6 (căn cứ), II.7 (chữ ký), II.9 (nơi nhận)
 */
export function defaultFrame(unit: FrameUnit, year: number, directive: FrameDirective | null): PlanFrame {
  const basis = directive ? [basisOn(directive)] : []
  return {
    docTitle: titleOfPlan(year),
    preamble: ['Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006', ...basis, `Căn cứ nhiệm vụ năm ${year} và tình hình thực tế của đơn vị`],
    lead: `${unit.name} xây dựng Kế hoạch ${lowerFirst(titleOfPlan(year))} như sau:`,
    closing: `Trên đây là Kế hoạch ${lowerFirst(titleOfPlan(year))} của ${unit.name}. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các bộ phận, cá nhân phản ánh kịp thời về Ban Vì sự tiến bộ của phụ nữ để xem xét, giải quyết.`,
    recipients: recipientsOf(unit),
    signer: { authority: null, position: positionOf(unit.kind), name: null },
    place: unit.place,
  }
}

function basisOn({ numberText, issuedOn, issuer, title }: FrameDirective): string {
  const number = numberText ? ` số ${numberText}` : ''
  const day = issuedOn ? ` ngày ${printDay(issuedOn)}` : ''
  return `Thực hiện Kế hoạch${number}${day} của ${issuer} về ${lowerFirst(title)}`
}

function recipientsOf({ kind, parentName }: FrameUnit): string[] {
  const above = parentName ? [`${parentName} (để báo cáo)`] : []
  if (kind === 'department') return [...above, 'Lãnh đạo Sở', 'Các phòng thuộc Sở', 'Ủy ban nhân dân các xã, phường', 'Các trường, đơn vị trực thuộc', 'Lưu: VT, TCCB']
  if (kind === 'commune') return [...above, 'Thường trực Đảng ủy, Hội đồng nhân dân', 'Các trường trên địa bàn', 'Lưu: VT, VHXH']
  return [...above, 'Ban giám hiệu', 'Các tổ, bộ phận, đoàn thể', 'Lưu: VT, Ban VSTBPN']
}

/** The title of the head who signs. */
function positionOf(kind: UnitKind | null): string {
  if (kind === null) return 'BỘ TRƯỞNG'
  if (kind === 'department' || kind === 'continuing') return 'GIÁM ĐỐC'
  return kind === 'commune' ? 'CHỦ TỊCH' : 'HIỆU TRƯỞNG'
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
