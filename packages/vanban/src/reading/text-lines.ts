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
const STANDS_ALONE = /^(?:số\s*:|số ký hiệu|kính gửi|nơi nhận\s*:|cộng h[oò]a xã hội|độc lập|đảng cộng sản|t[lm]\.|kt\.|tuq\.|v\/v|trích yếu|\p{L}[\p{L}\s]{1,30},\s*ngày\b.{0,30}\bnăm\b)/iu

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
}

export function measure(lines: readonly Line[]): Layout {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const at = (share: number): number => lengths[Math.floor(share * (lengths.length - 1))] ?? 0
  const width = at(0.9)
  const nearlyFull = lengths.filter((length) => length >= 0.75 * width).length
  const wrapped = lengths.length >= 8 && at(0.97) <= 130 && width >= 40 && nearlyFull / lengths.length >= 0.3
  const gaps = lines.slice(1).filter((line) => line.gap > 0).length / Math.max(1, lines.length - 1)
  const deep = lines.filter((line) => line.indent >= 2).length / Math.max(1, lines.length)
  return { wrapped, width, blankEverywhere: gaps > 0.8, blankBetween: gaps > 0.08 && gaps <= 0.8, indented: wrapped && deep >= 0.12 }
}

/** The least indent around a line: that of the lines which continue a paragraph. */
function baseIndent(lines: readonly Line[], at: number): number {
  const own = lines[at]?.indent ?? 0
  let above = own
  let below = own
  for (let i = at; i > 0 && i > at - 5 && (lines[i]?.gap ?? 0) < 3; i -= 1) above = Math.min(above, lines[i - 1]?.indent ?? above)
  for (let i = at + 1; i < lines.length && i <= at + 5 && (lines[i]?.gap ?? 0) < 3; i += 1) below = Math.min(below, lines[i]?.indent ?? below)
  // A new page may have another margin: the nearer of the two counts.
  return Math.max(above, below)
}

/** The next line's first word would still have found room. */
function endsEarly(line: Line, next: Line, limit: number): boolean {
  const firstWord = next.text.split(' ', 1)[0] ?? ''
  return line.text.length + 1 + firstWord.length < limit
}

/** The sign at the head of the line is a piece of the sentence before it: “2026” + “- 2030”, “Lao động” + “- Thương binh”. */
function runsOver(line: Line, before: Line, ended: boolean, layout: Layout): boolean {
  if (/^\d/.test(line.text)) return /\s(?:số|ngày|khoản|[Đđ]iều|[Mm]ục|tháng|năm|[Dd]ự án|[Bb]ảng|lớp|khối|khóa|quý)$/u.test(before.text)
  if (ended || !/^[-–—]\s?/.test(line.text)) return false
  if (/^[-–—]\s?[\d\p{Ll}]/u.test(line.text)) return true
  return layout.blankBetween && line.gap === 0 && !endsEarly(before, line, 0.75 * layout.width)
}

/** Whether a new paragraph begins at `lines[i]`; `first` is the line with which the present one began. */
export function beginsParagraph(lines: readonly Line[], i: number, layout: Layout, first: number): boolean {
  const line = lines[i]
  const before = lines[i - 1]
  if (!line || !before) return true
  const { text } = line
  if (line.afterRule || !layout.wrapped) return true
  if (DOCUMENT_TYPE.test(text) || DOCUMENT_TYPE.test(before.text)) return true
  if (STANDS_ALONE.test(text) || RECIPIENTS_HEAD.test(text)) return true
  // A hyphen at the end of a line is part of a symbol: “131/CĐ-” + “TTg”.
  if (/\p{Lu}-$/u.test(before.text)) return false
  const ended = ENDS_SENTENCE.test(before.text)
  if (opensUnit(text)) return !runsOver(line, before, ended, layout)
  if (STARTS_LOWER.test(text) && !ended) return false
  if (ended && OPENS_CLAUSE.test(text)) return true
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
