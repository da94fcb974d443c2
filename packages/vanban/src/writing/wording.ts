import type { Header, Signer } from '../model.ts'

/** Room to write a number by hand; no-break spaces, since others would be gathered into one. */
const BLANK = '\u00a0'.repeat(5)

/**
 * “Số: 05/KH-THTB”: numbers below 10 with a zero before them; room to write the number when it has none yet. Null when
 * the document has neither number nor symbol.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3
 */
export function numberLine(number: string | null, symbol: string | null): string | null {
  if (number === null && symbol === null) return null
  const padded = number === null ? BLANK : /^\d$/u.test(number) ? `0${number}` : number
  return symbol === null ? `Số: ${padded}` : `Số: ${padded}/${symbol}`
}

/**
 * “ngày 05 tháng 02 năm 2026”: days below 10 and the months 1 and 2 with a zero before them; parts that the ISO date
 * does not have stay blank, to be filled by hand.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4
 */
export function longDate(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-')
  const months = month === undefined ? BLANK : Number(month) <= 2 ? month.padStart(2, '0') : String(Number(month))
  return `ngày ${day === undefined ? BLANK : day.padStart(2, '0')} tháng ${months} năm ${year ? year : BLANK}`
}

/** “Thạch Bàn, ngày … tháng … năm …”. */
export function placeAndDate(place: string | null, date: string | null): string {
  return place === null ? longDate(date) : `${place}, ${longDate(date)}`
}

/** Ends the items of a list: `;` after each, `.` after the last; punctuation that was there is replaced. */
export function punctuated(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${withoutEnd(line)}${index === lines.length - 1 ? '.' : ';'}`)
}

/** The last words of a document end with `./.`. */
export function closed(text: string): string {
  return `${withoutEnd(text.replace(/\.?\s*\/\s*\.?$/u, ''))}./.`
}

/**
 * “(Kèm theo Kế hoạch số 15/KH-THTB ngày 12 tháng 3 năm 2026 của Trường Tiểu học Thạch Bàn)”. The issuer is left out
 * when its name within a sentence is not known: capitals of a letterhead do not tell it.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1
 */
export function referenceLine(header: Header): string {
  const kind = header.docType ?? 'Văn bản'
  const number = numberLine(header.number, header.symbol)?.replace('Số: ', ' số ') ?? ''
  const issuer = header.issuerName ?? (isCapitals(header.issuer ?? '') ? null : header.issuer)
  return `(Kèm theo ${kind}${number} ${longDate(header.date)}${issuer ? ` của ${issuer}` : ''})`
}

/**
 * Who decides, above the bases of a decision: the head of the issuer, or the issuer itself where a collective signs.
 * Null when the signer does not tell.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2 and 1.3
 */
export function decider(header: Header, signer: Signer | null): string | null {
  if (header.decider !== undefined) return header.decider
  const lines = signerLines(signer)
  const issuer = header.issuer?.toLocaleUpperCase('vi') ?? null
  if (issuer === null || lines.length === 0) return null
  if (lines.some((line) => line.startsWith('TM.'))) return issuer
  const head = (lines[0] ?? '').replace(/^(KT|TL|TUQ|Q)\.\s*/u, '')
  return head.startsWith('PHÓ ') ? null : `${head} ${issuer}`
}

/** The lines above the signature, in capitals: “KT. HIỆU TRƯỞNG”, “PHÓ HIỆU TRƯỞNG”. */
export function signerLines(signer: Signer | null): readonly string[] {
  if (signer === null) return []
  const authority = signer.authority?.split(/\s*;\s*/u) ?? []
  return [...authority, ...(signer.position === null ? [] : [signer.position])]
    .filter((line) => line !== '')
    .map((line) => line.toLocaleUpperCase('vi').replace(/^(TM|KT|TL|TUQ|Q)\.\s*/u, '$1. '))
}

/** Whether a text has letters and all of them are capitals. */
export function isCapitals(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toLocaleUpperCase('vi')
}

function withoutEnd(text: string): string {
  return text.replace(/[\s;.,]+$/u, (end) => /\.{3,}/u.exec(end)?.[0] ?? '')
}
