import type { LegalBasis } from '@songhanh/vanban/model'
import type { PlainDate } from './days.ts'

/** A document that a plan stands on. */
export interface PlanBasis {
  /** “Thực hiện” for what is carried out (the superior's plan), “Căn cứ” for the rest. */
  readonly relation: 'Căn cứ' | 'Thực hiện'
  /** “Luật”, “Kế hoạch” … */
  readonly type: string
  readonly number: string | null
  readonly symbol: string | null
  readonly date: PlainDate | null
  readonly issuer: string | null
  readonly subject: string | null
}

/**
 * The clause of the preamble: type, number, symbol, date, issuer, subject; of laws the name and date alone.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.b
 */
export function basisClause(basis: PlanBasis): string {
  const date = basis.date === null ? '' : ` ngày ${printLongDate(basis.date)}`
  if (/^(luật|bộ luật|pháp lệnh)$/iu.test(basis.type)) {
    const name = basis.subject ?? basis.type
    const named = name.toLowerCase().startsWith(basis.type.toLowerCase()) ? name : `${basis.type} ${name}`
    return `${basis.relation} ${named}${date}`
  }
  const number = basis.number === null ? '' : ` số ${basis.number}${basis.symbol === null ? '' : `/${basis.symbol}`}`
  const issuer = basis.issuer === null ? '' : ` của ${basis.issuer}`
  return `${basis.relation} ${basis.type}${number}${date}${issuer}${subjectPhrase(basis.subject)}`
}

/** “28 tháng 5 năm 2026”; days under 10 and the months 1 and 2 get a zero. */
export function printLongDate(day: PlainDate): string {
  const month = Number(day.slice(5, 7))
  return `${day.slice(8, 10)} tháng ${month <= 2 ? `0${month}` : month} năm ${day.slice(0, 4)}`
}

export function asLegalBasis(basis: PlanBasis): LegalBasis {
  const { type, number, symbol, date, issuer, subject } = basis
  return { type, number, symbol, date, issuer, subject, role: 'basis', occurrences: 1 }
}

function subjectPhrase(subject: string | null): string {
  if (subject === null) return ''
  if (/^(ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi)/iu.test(subject)) return ` ${subject}`
  return /^(về|v\/v)\s/iu.test(subject) ? ` ${subject.replace(/^v\/v/iu, 'về')}` : ` về ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`
}
