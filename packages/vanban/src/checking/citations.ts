import type { Finding, Severity } from '../model.ts'
import type { Cited } from '../reading/citations.ts'
import { typeOfSymbol, typesOfSymbol } from '../reading/document-types.ts'
import { fold, likeness } from '../vietnamese.ts'
import type { Subject } from './page-evidence.ts'
import { asPrinted } from './printed-date.ts'

/** Citations that lack an element, contradict each other or are not written as Decree 30 asks. */
export function checkCitations(subject: Subject): readonly Finding[] {
  const numbered = subject.cited.filter((citation) => citation.symbol !== null && citation.number !== null && !isOwn(citation, subject))
  const first = firstOfEach(numbered)
  return [...first.flatMap(missingElements), ...firstBy(numbered, (citation) => citation.printed).flatMap(format), ...conflicts(first, numbered), ...blanks(subject)]
}

function isOwn(citation: Cited, { model: { header } }: Subject): boolean {
  return header.symbol !== null && citation.symbol === header.symbol && citation.number === header.number
}

function firstBy(cited: readonly Cited[], keyOf: (citation: Cited) => string): readonly Cited[] {
  const seen = new Set<string>()
  return cited.filter((citation) => {
    const key = keyOf(citation)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const firstOfEach = (cited: readonly Cited[]): readonly Cited[] => firstBy(cited, (citation) => `${citation.number}/${citation.symbol}`)

/** The citation with its date as it stands in the text. */
const quoteOf = (citation: Cited): string => citation.paragraph.slice(citation.start, Math.min(citation.end, citation.start + 90)).trim()

/** A document is cited in full where it is first named. Laws need neither issuer nor date. */
function missingElements(citation: Cited): readonly Finding[] {
  if (/^(?:Luật|Bộ luật|Pháp lệnh)$/u.test(citation.type)) return []
  const severity: Severity = citation.role === 'basis' ? 'warning' : 'info'
  const found: Finding[] = []
  const add = (element: string, what: string): void => {
    found.push({ code: `citation-missing-${element}`, severity, quote: quoteOf(citation), note: `Không ghi ${what} của văn bản được viện dẫn.` })
  }
  if (citation.date === null) add('date', 'ngày ban hành')
  if (citation.issuer === null) add('issuer', 'cơ quan ban hành')
  if (citation.subject === null) add('subject', 'trích yếu')
  return found
}

function format(citation: Cited): readonly Finding[] {
  const { printed } = citation
  const found: Finding[] = []
  const named = fold(printed).startsWith(fold(citation.type))
  if (named && !/(?:^|\s)số\s*:?\s*\d/iu.test(printed) && !/^(?:Luật|Bộ luật)/u.test(citation.type)) found.push({ code: 'citation-format', severity: 'info', quote: printed, note: 'Thiếu chữ “số” trước số văn bản.' })
  if (/\d\s*[-/]\s+\S|\d\s+[-/]\s*\S|\p{Lu}\s+[-–]|[-–]\s+\p{Lu}/u.test(printed.replace(/^.*?(?=\d)/u, ''))) {
    found.push({ code: 'citation-format', severity: 'info', quote: printed, note: 'Có dấu cách trong số, ký hiệu.' })
  }
  const kinds = typesOfSymbol(citation.symbol ?? '')
  const type = fold(citation.type)
  if (named && kinds.length > 0 && !kinds.some((kind) => type.startsWith(fold(kind)) || fold(kind).startsWith(type)) && /[-/]/.test(citation.symbol ?? '')) {
    found.push({ code: 'citation-type-mismatch', severity: 'warning', quote: printed, note: `Ký hiệu là của ${(typeOfSymbol(citation.symbol ?? '') ?? 'loại khác').toLowerCase()}, không phải ${citation.type.toLowerCase()}.` })
  }
  return found
}

const parts = (symbol: string | null): string => fold(symbol ?? '').split(/[-/]/).map((part) => part.replace(/[^a-z0-9]/g, '')).sort().join(' ')

/** The same document named with another number, symbol or date. */
function conflicts(first: readonly Cited[], all: readonly Cited[]): readonly Finding[] {
  const found: Finding[] = []
  first.forEach((citation, i) => {
    for (const other of first.slice(0, i)) {
      const sameDay = citation.date !== null && citation.date === other.date
      const datesAgree = sameDay || citation.date === null || other.date === null
      if (citation.number === other.number && citation.symbol !== other.symbol && fold(citation.type) === fold(other.type)) {
        const alike = parts(citation.symbol) === parts(other.symbol) || (sameDay && likeness(citation.symbol ?? '', other.symbol ?? '') >= 0.7)
        if (alike && datesAgree) found.push({ code: 'citation-symbol-conflict', severity: 'error', quote: citation.printed, note: `Nơi khác ghi ${other.number}/${other.symbol}.` })
      } else if (citation.symbol === other.symbol && sameDay && sameSubject(citation, other)) {
        found.push({ code: 'citation-number-conflict', severity: 'error', quote: citation.printed, note: `Nơi khác ghi ${other.number}/${other.symbol}.` })
      }
    }
    const again = all.find((other) => other.number === citation.number && other.symbol === citation.symbol && citation.date !== null && other.date !== null && other.date !== citation.date && other.date.length === citation.date.length && sameIssuer(citation, other))
    if (again) found.push({ code: 'citation-date-conflict', severity: 'error', quote: quoteOf(again), note: `Nơi khác ghi ngày ${asPrinted(citation.date ?? '')}.` })
  })
  return found
}

const sameSubject = (a: Cited, b: Cited): boolean => a.subject !== null && b.subject !== null && likeness(a.subject, b.subject) > 0.85
/** Bodies of one rank share symbols: 16/KH-UBND of two communes are two plans. */
const sameIssuer = (a: Cited, b: Cited): boolean => a.issuer === null || b.issuer === null || likeness(a.issuer, b.issuer) > 0.7

/** “Kế hoạch số /KH-SGDĐT ngày tháng 5 năm 2026”: the number of a basis is left blank. */
function blanks({ cited, model: { header } }: Subject): readonly Finding[] {
  return cited
    .filter((citation) => citation.symbol !== null && citation.number === null && citation.symbol !== header.symbol)
    .map((citation) => ({ code: 'empty-placeholder', severity: 'warning' as const, quote: citation.printed, note: 'Số của văn bản được viện dẫn để trống.' }))
}
