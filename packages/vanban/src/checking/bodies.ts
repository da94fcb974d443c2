import type { Finding } from '../model.ts'
import { fold } from '../vietnamese.ts'
import { citeParagraph } from '../reading/citations.ts'
import { paragraphsOf, quoteAround, type Subject } from './page-evidence.ts'

/** Bodies that no longer exist, and words of a higher body that a school has copied. */
export function checkBodies(subject: Subject): readonly Finding[] {
  return [...abolished(subject), ...scope(subject)]
}

/** The district level and its bodies, and the commune-level town, ended on this day. */
const DISTRICTS_ENDED = '2025-07-01'
const DISTRICT =
  /(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Phòng GDĐT|Phòng GD&ĐT|Phòng Giáo dục và Đào tạo)(?:\s+(?:các\s+)?(?:huyện|quận|thị xã))?(?=[\s,.;:]|$)|(?:cấp|các)\s+huyện(?=[\s,.;:]|$)|(?:quận|huyện),\s*(?:thị xã|huyện|quận)|thị trấn(?=[\s,.;:]|$)/gu
const HISTORICAL = /trước (?:đây|khi|sáp nhập)|\(cũ\)|nguyên là|sáp nhập/iu

function isDistrict(words: string): boolean {
  return /huyện|quận|thị xã|thị trấn|^Phòng/u.test(words)
}

function abolished(subject: Subject): readonly Finding[] {
  const issued = subject.model.header.date
  if (issued === null || issued.slice(0, 7) < DISTRICTS_ENDED.slice(0, 7)) return []
  const seen = new Set<string>()
  return paragraphsOf(subject).flatMap((text) => {
    if (HISTORICAL.test(text)) return []
    const taken = citeParagraph(text, false)
    return [...text.matchAll(DISTRICT)].flatMap((match) => {
      const [words] = match
      const inCitation = taken.some(({ start, subjectEnd }) => match.index >= start && match.index < subjectEnd)
      if (!isDistrict(words) || inCitation || seen.has(fold(words))) return []
      seen.add(fold(words))
      return [{ code: 'abolished-body', severity: 'warning' as const, quote: quoteAround(text, match.index, match.index + words.length, 2, 2), note: 'Cấp huyện và thị trấn không còn từ ngày 01/7/2025.' }]
    })
  })
}

const STAFF_OF_DEPARTMENT = /(?:cán bộ|công chức|viên chức|người lao động|cơ quan|phòng ban)\s+(?:cơ quan\s+)?(?:của|thuộc)\s+Sở(?!\s*(?:\p{Lu}|GD))/u
const WIDER_TITLE = /(?:trong|của|toàn)\s+ngành\s+(?:Giáo dục|giáo dục|GD)[^.;:“”]{0,40}|tại các (?:cơ sở giáo dục|trường)[^.;:]{0,30}|trên địa bàn (?:tỉnh|thành phố|huyện|quận)\s+\p{Lu}[^.;:]{0,30}/u

function scope(subject: Subject): readonly Finding[] {
  const { header } = subject.model
  if (!/^(?:truong|nha truong)\b/.test(fold(header.issuer ?? ''))) return []
  const found: Finding[] = []
  const wide = WIDER_TITLE.exec(header.title ?? '')
  if (wide) found.push({ code: 'scope-mismatch', severity: 'warning', quote: wide[0].trim(), note: 'Tên văn bản của trường nêu phạm vi của cơ quan cấp trên.' })
  for (const text of paragraphsOf(subject)) {
    const match = STAFF_OF_DEPARTMENT.exec(text)
    if (match) found.push({ code: 'scope-mismatch', severity: 'warning', quote: quoteAround(text, match.index, match.index + match[0].length, 0, 4), note: 'Câu chép từ văn bản của Sở.' })
  }
  return found
}
