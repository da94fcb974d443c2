import { fold, isUpperCase, squeeze } from '../vietnamese.ts'
import { isText, type Entry } from './flow.ts'
import { RANKS, readBullet, readLabel } from './labels.ts'
import { readTypeLine } from './document-types.ts'
import { RECIPIENTS_HEAD } from './text-lines.ts'

/** What stands between the title and the first section. */
export interface Preamble {
  /** The clauses of the basis as printed, in order. */
  readonly clauses: readonly string[]
  readonly lead: string | null
  /** Paragraphs that are neither: how things stand, why the plan is needed. */
  readonly other: readonly string[]
  /** The body that “xây dựng/ban hành kế hoạch”. */
  readonly issuer: string | null
  readonly next: number
}

const ORG_START =
  'Trường|Nhà trường|UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Sở|Ban|Phòng|Bộ|Tiểu ban|Liên đoàn|Tổng Liên đoàn|Công đoàn|Đoàn|Hội|Chi bộ|Đảng ủy|Đảng uỷ|Thành ủy|Tỉnh ủy|Trung tâm|Cục|Vụ|Viện|Học viện|Đại học|Văn phòng|Chủ tịch|Hiệu trưởng|Giám đốc|Công an|Tổ|Thường trực|Chính phủ|Thủ tướng|Mặt trận|Liên ngành|Thành Đoàn|Tỉnh Đoàn|Huyện|Xã|Phường'
const ISSUES = 'xây dựng|ban hành|triển khai|báo cáo|yêu cầu|đề nghị|hướng dẫn|phát động|thông báo|thống nhất|tổ chức|lập|quyết định|kế hoạch thực hiện|trình'
const ISSUER = new RegExp(`^((?:${ORG_START})(?!\\s+hành)[^;:“"]{0,160}?)\\s+(?:(?:${ISSUES})(?=\\s|$))`, 'u')
const CLAUSE = /^(?:căn cứ|thực hiện|theo |tiếp tục thực hiện|triển khai (?:thực hiện )?(?:kế hoạch|quyết định|chỉ thị|nghị|công văn|chương trình)|xét |được sự|theo đề nghị|trên cơ sở)/iu
const LEAD = /(?:như sau|sau đây|dung sau|cụ thể sau|dưới đây|(?:cụ thể|là))\s*[:.]?\s*$|:\s*$/iu

/** The place in a paragraph where the sentence of the issuer begins; null when there is none. */
function issuerSentenceAt(paragraph: string): { readonly at: number; readonly issuer: string } | null {
  const starts = [0, ...[...paragraph.matchAll(/[;.,:]\s+(?=\p{Lu})/gu)].map((match) => match.index + match[0].length)]
  let found: { at: number; issuer: string } | null = null
  for (const at of starts) {
    const match = ISSUER.exec(paragraph.slice(at, at + 260))
    if (!match || /(?:^|\s)số\s*\d|\sngày\s/u.test(match[1] ?? '')) continue
    const issuer = squeeze(match[1] ?? '').replace(/[\s,]+(?:đã|sẽ|tiếp tục|kính|trân trọng)$/u, '')
    if (issuer.split(' ').length <= 24) found ??= { at, issuer }
  }
  return found
}

const TOP_LABELS = new Set<number>([RANKS.part, RANKS.chapter, RANKS.group, RANKS.upper, RANKS.roman, RANKS.article, RANKS.decimal])

function opensBody(text: string): boolean {
  const label = readLabel(text)
  return label !== null && TOP_LABELS.has(label.rank)
}

const startsBody = (entry: Entry | undefined): boolean => isText(entry) && (opensBody(entry.text) || readBullet(entry.text) !== null)

/** The basis, the sentence that introduces the body, and the issuer that it names. */
export function readPreamble(entries: readonly Entry[], from: number): Preamble {
  const clauses: string[] = []
  const other: string[] = []
  let lead: string | null = null
  let issuer: string | null = null
  let next = from
  let afterClause = from
  let otherBeforeClause = 0
  for (; next < entries.length; next += 1) {
    const entry = entries[next]
    if (!isText(entry) || opensBody(entry.text) || RECIPIENTS_HEAD.test(entry.text)) break
    const { text } = entry
    // A heading without a number, or the first bullet: the body has begun.
    if (readBullet(text) || (lead !== null && clauses.length > 0)) break
    if (readTypeLine(text)?.rest === '' || isUpperCase(text)) {
      if (lead !== null || (clauses.length === 0 && !readTypeLine(text) && issuerSentenceAt(text))) break
      continue
    }
    if (/^nội dung\s*:$/iu.test(text)) continue
    const sentence = issuerSentenceAt(text)
    const isClause = CLAUSE.test(text) || (/;$/.test(text) && !/^(?:để|nhằm|sau|do|trong)\s/iu.test(text))
    if (sentence && LEAD.test(text)) {
      const before = text.slice(0, sentence.at).replace(/[\s,]+$/, '')
      if (before !== '') (CLAUSE.test(before) ? clauses : other).push(before)
      lead = text.slice(sentence.at)
      issuer = sentence.issuer
    } else if (isClause && !LEAD.test(text)) {
      clauses.push(text)
    } else if (LEAD.test(text)) {
      if (CLAUSE.test(text) && clauses.length === 0) clauses.push(text)
      else lead = text
    } else if (sentence && startsBody(entries[next + 1]) && /(?<!đã )(?:ban hành|xây dựng|phát động)/u.test(text.slice(sentence.at, sentence.at + 220))) {
      const before = text.slice(0, sentence.at).replace(/[\s,]+$/, '')
      if (before !== '') (CLAUSE.test(before) ? clauses : other).push(before)
      lead = text.slice(sentence.at)
      issuer = sentence.issuer
    } else {
      other.push(text)
    }
    if (isClause && clauses.at(-1) === text) {
      afterClause = next + 1
      otherBeforeClause = other.length
    }
    if (lead !== null) {
      next += 1
      break
    }
  }
  // Without a lead the body begins after the last clause.
  return lead === null ? { clauses, lead, other: other.slice(0, otherBeforeClause), issuer, next: afterClause } : { clauses, lead, other, issuer, next }
}

/** Pieces of a clause, one per document or fact, without “Căn cứ”. */
export function pieces(clause: string): readonly string[] {
  return clause
    .split(/;\s*/)
    .map((piece) => squeeze(piece).replace(/^(?:căn cứ(?: vào)?|thực hiện|tiếp tục thực hiện|theo)\s+/iu, '').replace(/[\s.;,:]+$/, ''))
    .filter((piece, i) => piece !== '' && fold(piece) !== 'va' && (i === 0 || /^\p{Lu}/u.test(piece)))
}
