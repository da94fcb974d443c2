import { asPrinted } from '../checking/printed-date.ts'
import { fold, likeness } from '../vietnamese.ts'
import type { Advice, Draft } from './text.ts'

/** A document of the field as the register knows it. Data that a user corrects, never a rule. */
export interface RegisteredDocument {
  readonly type: string
  readonly number: string
  /** Without the number: “NQ-CP”, “2025/NĐ-CP”; null for a document that is cited by its title. */
  readonly symbol: string
  readonly date: string | null
  readonly issuer: string
  readonly title: string
  /** First and last day in force; null: not known, still in force. */
  readonly from: string | null
  readonly until: string | null
  /** Number and symbol of what took its place. */
  readonly replacedBy: string | null
  /** Where this was read and how sure it is; the day on which somebody last looked. */
  readonly source: string
  readonly sure: 'verified' | 'seen' | 'recalled'
  readonly checkedOn: string
}

/** Number and symbol as they are compared: “30/2020/nd-cp”. */
export const referenceKey = (number: string, symbol: string): string => `${fold(number).replace(/^0+(?=\d)/, '')}/${fold(symbol)}`.replace(/\s/g, '').replace(/[–—]/g, '-')

/** The entry of a number and symbol, wherever the year is counted to: “30” + “2020/NĐ-CP” or “30/2020” + “NĐ-CP”. */
export function registeredAs(register: readonly RegisteredDocument[], number: string, symbol: string): RegisteredDocument | undefined {
  const key = referenceKey(number, symbol)
  return register.find((entry) => referenceKey(entry.number, entry.symbol) === key)
}

/** Where the register has an entry from, in brackets behind what it says. */
export function evidenceOfEntry({ source, checkedOn, sure }: RegisteredDocument): string {
  return `${source}, xem ngày ${asPrinted(checkedOn)}${sure === 'verified' ? '' : ', cần đối chiếu bản gốc'}`
}

/** Citations beside the register: a document that had ended, a date or issuer that is not its own, a number that is another's. */
export function checkAgainstRegister({ model, cited }: Draft, register: readonly RegisteredDocument[]): readonly Advice[] {
  const known = new Map(register.map((entry) => [referenceKey(entry.number, entry.symbol), entry]))
  const seen = new Set<string>()
  return cited.flatMap((citation): Advice[] => {
    const { number, symbol, printed, place } = citation
    if (number === null || symbol === null || seen.has(printed)) return []
    seen.add(printed)
    const entry = known.get(referenceKey(number, symbol))
    if (!entry) return misnumbered(citation, register)
    const evidence = evidenceOfEntry(entry)
    const found: Advice[] = []
    if (citation.date !== null && entry.date !== null && citation.date.length === 10 && citation.date !== entry.date) {
      found.push({ code: 'citation-date-conflict', severity: entry.sure === 'verified' ? 'error' : 'warning', quote: printed, note: `Văn bản này ban hành ngày ${asPrinted(entry.date)}; ở đây ghi ngày ${asPrinted(citation.date)} (${evidence}).`, place })
    }
    if (citation.issuer !== null && likeness(citation.issuer, entry.issuer) < 0.5) {
      found.push({ code: 'citation-issuer-conflict', severity: 'warning', quote: printed, note: `Cơ quan ban hành là ${entry.issuer} (${evidence}).`, place })
    }
    if (citation.role === 'basis' && entry.until !== null && model.header.date !== null && entry.until < model.header.date) {
      const instead = entry.replacedBy === null ? 'chưa thấy văn bản thay thế' : `được thay bằng ${entry.replacedBy}`
      found.push({ code: 'expired-basis', severity: 'warning', quote: printed, note: `Hết hiệu lực sau ngày ${asPrinted(entry.until)}, ${instead} (${evidence}).`, place })
    }
    return found
  })
}

/** The same symbol, day and title as a registered document, under another number. */
function misnumbered({ number, symbol, date, subject, printed, place }: Draft['cited'][number], register: readonly RegisteredDocument[]): Advice[] {
  const twin = register.find((entry) => fold(entry.symbol) === fold(symbol ?? '') && entry.date !== null && entry.date === date && subject !== null && likeness(subject, entry.title) > 0.7)
  if (!twin) return []
  return [{ code: 'citation-number-conflict', severity: twin.sure === 'verified' ? 'error' : 'warning', quote: printed, note: `Văn bản ngày ${asPrinted(twin.date!)} có số ${twin.number}, không phải ${number} (${twin.source}).`, proposal: printed.replace(number!, twin.number), place }]
}
