import { isUpperCase } from '../vietnamese.ts'
import { opensUnit, readBullet } from './labels.ts'

/** A line of plain text as it stands on the page. */
export interface Line {
  /** With the private marks of bold. */
  readonly marked: string
  readonly text: string
  readonly indent: number
  /** Blank lines before it. */
  readonly gap: number
  /** A rule, a page number or a table stands before it. */
  readonly afterRule: boolean
}

const ENDS_SENTENCE = /[.;:!?…][”")\]]?$/u
const STARTS_LOWER = /^[\p{Ll}]/u
const DOCUMENT_TYPE = /^(?:KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|CÔNG VĂN|HƯỚNG DẪN|CHƯƠNG TRÌNH|TỜ TRÌNH|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|PHƯƠNG ÁN|BIÊN BẢN|NGHỊ QUYẾT)\b[\p{Lu}\s]{0,40}:?$/u
/** “Nơi nhận”, also as a scanner garbles it: “No"inh~n”. */
export const RECIPIENTS_HEAD = /^n[oơ0][^\p{L}\s]?i?\s{0,2}nh\S{1,2}n\s*(?::|$)/iu
const STANDS_ALONE = /^(?:số\s*:|số ký hiệu|kính gửi|nơi nhận\s*:|\[\d{1,3}\]|cộng h[oò]a xã hội|độc lập|đảng cộng sản|t[lm]\.|kt\.|tuq\.|v\/v|trích yếu|\p{L}[\p{L}\s]{1,30},\s*ngày\b.{0,30}\bnăm\b)/iu

/** The first words of a basis. */
const OPENS_BASIS = /^(?:Căn cứ|Thực hiện|Theo)\s+(?:các\s+)?(?:Luật|Bộ luật|Nghị|Quyết định|Kế hoạch|Chỉ thị|Công văn|Thông|Hướng dẫn|Chương trình|Kết luận)/u
const OPENS_CLAUSE = /^(?:Căn cứ|Thực hiện|Theo đề nghị|Trên đây|Trong quá trình)\s/u

/** How the text is broken into lines. */
export interface Layout {
  /** Lines are broken at the width of the page, not at the end of the paragraph. */
  readonly wrapped: boolean
  /** Letters of a full line. */
  readonly width: number
  /** A blank line after every line says nothing. */
  readonly blankEverywhere: boolean
  /** Blank lines stand between paragraphs. */
  readonly blankBetween: boolean
  /** The first line of a paragraph is indented. */
  readonly indented: boolean
  /**
   * What a line and the next word would need at least for the word to go below: read off the sentences that certainly go on.
   * Null where lines end too unevenly to tell.
   */
  readonly tightest: number | null
  /** Lines of the letterhead, which stand one by one. */
  readonly head: number
}

/** Lines that go on in lower case right below one without an end. */
function countBroken(lines: readonly Line[], acrossBlanks = false): number {
  return lines.filter((line, i) => i > 0 && (acrossBlanks || line.gap === 0) && STARTS_LOWER.test(line.text) && !ENDS_SENTENCE.test(lines[i - 1]?.text ?? '') && !opensUnit(line.text)).length
}

const SURE_CASES = 12

/** Lines that break in the middle of a sentence had no room for the next word. */
function tightestBreak(lines: readonly Line[], width: number): number | null {
  const needed = lines.flatMap((line, i) => {
    const before = lines[i - 1]
    const goesOn = before !== undefined && line.gap === 0 && STARTS_LOWER.test(line.text) && !opensUnit(line.text) && !ENDS_SENTENCE.test(before.text)
    return goesOn ? [before.text.length + 1 + firstWordOf(line).length] : []
  })
  const least = needed.sort((a, b) => a - b)[Math.floor(needed.length * 0.03)]
  return least === undefined || needed.length < SURE_CASES || least < 0.9 * width ? null : least
}

const firstWordOf = (line: Line): string => line.text.split(' ', 1)[0] ?? ''

export function measure(lines: readonly Line[]): Layout {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const at = (share: number): number => lengths[Math.floor(share * (lengths.length - 1))] ?? 0
  const width = at(0.9)
  const nearlyFull = lengths.filter((length) => length >= 0.75 * width).length
  const gaps = lines.slice(1).filter((line) => line.gap > 0).length / Math.max(1, lines.length - 1)
  const blankEverywhere = gaps > 0.8
  const isBroken = countBroken(lines, blankEverywhere) >= Math.max(3, 0.05 * lines.length)
  // Where every line stands apart, only sentences that go on below tell that lines were broken.
  const full = isBroken || (!blankEverywhere && nearlyFull / Math.max(1, lengths.length) >= 0.3)
  const wrapped = lengths.length >= 8 && at(0.97) <= 130 && width >= 40 && full
  const deep = lines.filter((line) => line.indent >= 2).length / Math.max(1, lines.length)
  const tightest = wrapped ? tightestBreak(lines, width) : null
  return { wrapped, width, tightest, blankEverywhere, blankBetween: gaps > 0.08 && gaps <= 0.8, indented: wrapped && deep >= 0.12, head: Math.max(0, lines.slice(0, 20).findIndex((line) => DOCUMENT_TYPE.test(line.text))) }
}

/** The commonest indent around a line: that of the lines which continue a paragraph. Blank stretches part pages. */
function baseIndent(lines: readonly Line[], at: number): number {
  const counts = new Map<number, number>()
  const count = (line: Line | undefined): void => {
    if (line && line.indent < 30) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1)
  }
  count(lines[at])
  for (let i = at; i > 0 && i > at - 8 && (lines[i]?.gap ?? 0) < 3; i -= 1) count(lines[i - 1])
  for (let i = at + 1; i < lines.length && i <= at + 8 && (lines[i]?.gap ?? 0) < 3; i += 1) count(lines[i])
  const [base] = [...counts].sort(([left, many], [right, others]) => others - many || left - right)
  return base?.[0] ?? 0
}

/** The next line's first word would still have found room. */
function endsEarly(line: Line, next: Line, limit: number): boolean {
  return line.text.length + 1 + firstWordOf(next).length < limit
}

/** The sign at the head of the line is a piece of the sentence before it: “2026” + “- 2030”, “Lao động” + “- Thương binh”. */
function runsOver(line: Line, before: Line, ended: boolean, layout: Layout): boolean {
  if (/^\d/.test(line.text)) return /\s(?:số|ngày|khoản|[Đđ]iều|[Mm]ục|tháng|năm|[Dd]ự án|[Bb]ảng|lớp|khối|khóa|quý)$/u.test(before.text)
  if (ended || !/^[-–—]\s?/.test(line.text)) return false
  if (line.gap > 0 && !layout.blankEverywhere) return false
  if (/^[-–—]\s?\d/.test(line.text)) return /\d$/.test(before.text)
  if (/^[-–—]\s?\p{Ll}/u.test(line.text)) return true
  return layout.blankBetween && line.gap === 0 && !endsEarly(before, line, 0.75 * layout.width)
}

/** Whether a new paragraph begins at `lines[i]`; `first` is the line with which the present one began. */
export function beginsParagraph(lines: readonly Line[], i: number, layout: Layout, first: number): boolean {
  const line = lines[i]
  const before = lines[i - 1]
  if (!line || !before) return true
  const { text } = line
  if (line.afterRule || !layout.wrapped) return true
  if (i < layout.head && !STARTS_LOWER.test(text)) return true
  if (DOCUMENT_TYPE.test(text) || DOCUMENT_TYPE.test(before.text)) return true
  if (STANDS_ALONE.test(text) || RECIPIENTS_HEAD.test(text)) return true
  // A hyphen at the end of a line is part of a symbol: “131/CĐ-” + “TTg”.
  if (/\p{Lu}-$/u.test(before.text)) return false
  const ended = ENDS_SENTENCE.test(before.text)
  if (opensUnit(text)) return !runsOver(line, before, ended, layout)
  if (STARTS_LOWER.test(text) && !ended) return false
  if (OPENS_BASIS.test(text) || (ended && OPENS_CLAUSE.test(text))) return true
  // Who decides, in capitals below the title.
  if (isUpperCase(text) && /^\p{Lu}{2,} \p{Lu}{2,} /u.test(text) && !isUpperCase(before.text)) return true
  // A title in capitals, then the text.
  if (isUpperCase(before.text) && before.text.length > 12 && !isUpperCase(text) && !/^[\d(]/.test(text)) return true
  if (layout.tightest !== null && /^[\p{Lu}“"]/u.test(text) && endsEarly(before, line, layout.tightest)) return true
  if (layout.indented && line.indent < 30) {
    const base = baseIndent(lines, i)
    if (line.indent > base + 1) return true
    if (ended && line.indent === before.indent && endsEarly(before, line, 0.7 * layout.width) && !STARTS_LOWER.test(text)) return true
    if (line.indent === base && before.indent > base + 12 && !STARTS_LOWER.test(text)) return true
    return false
  }
  if (layout.blankBetween) {
    if (line.gap > 0) return true
    if (STARTS_LOWER.test(text)) return false
    // Converted web pages break the first line of a paragraph early: only a later short line tells its end.
    return before.text.length < (ended ? 0.7 : 0.6) * layout.width && (ended || first < i - 1)
  }
  if (ended) return endsEarly(before, line, 0.86 * layout.width)
  return endsEarly(before, line, 0.75 * layout.width) && /^[\p{Lu}“"(]/u.test(text)
}

/** In a list of recipients every line stands alone, but for what runs over. */
export function continuesRecipient(line: Line, before: Line): boolean {
  if (readBullet(line.text) || STANDS_ALONE.test(before.text) || !readBullet(before.text)) return false
  return /^(?:\p{Ll}|\((?!\d+\)\s|đã k))/iu.test(line.text) ? !/^\p{Lu}/u.test(line.text) : /[,(-]$/u.test(before.text)
}

/** Joins two pieces of a line that was broken; a symbol that was broken at its hyphen gets no space. */
export function joinBroken(left: string, right: string): string {
  const tight = /\p{Lu}[-–][\ue001\s]*$/u.test(left) && /^[\ue000]?\p{Lu}/u.test(right)
  return tight ? `${left.trimEnd()}${right.trimStart()}` : `${left.trimEnd()} ${right.trimStart()}`
}
