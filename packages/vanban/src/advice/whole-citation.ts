import { findNumbered } from '../reading/citation-grammar.ts'
import { evidenceOfEntry, registeredAs, type RegisteredDocument } from './register.ts'
import type { WholeCitation } from './tell-once.ts'

/** A longer quote was cut: what comes after it is not known. */
const LONGEST_QUOTE = 90

/** How the register would cite the document that a quote names. */
export function wholeFrom(register: readonly RegisteredDocument[]): WholeCitation {
  return (quote, withTitle) => {
    const [citation] = quote.length < LONGEST_QUOTE ? findNumbered(quote) : []
    if (!citation || citation.number === null || citation.symbol === null) return null
    const entry = registeredAs(register, citation.number, citation.symbol)
    return !entry || entry.date === null ? null : { words: inFull(entry, entry.date, withTitle), evidence: evidenceOfEntry(entry) }
  }
}

/** Titles that say what the document does follow the issuer without “về”. */
const DOES = /^(?:quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|xử phạt|triển khai|ngăn chặn|tăng cường|đẩy mạnh)/iu
/** What stays capital within a sentence. */
const NAMES = /^(?:Luật|Chiến lược|Chương trình|Đề án|Kế hoạch|Hệ thống chỉ tiêu)\s/u

/** “Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư”. */
function inFull({ type, number, symbol, issuer, title }: RegisteredDocument, date: string, withTitle: boolean): string {
  const [year = '', month = '', day = ''] = date.split('-')
  // Days below 10 and months 1 and 2 have their zero, as on the line of the place.
  const printedMonth = Number(month) < 3 ? month : String(Number(month))
  const named = NAMES.test(title) ? title : title.charAt(0).toLocaleLowerCase('vi') + title.slice(1)
  const about = !withTitle ? '' : DOES.test(title) ? ` ${named}` : ` về ${named}`
  return `${type} số ${number}/${symbol} ngày ${day} tháng ${printedMonth} năm ${year} của ${issuer}${about}`
}
