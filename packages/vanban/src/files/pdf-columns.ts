import { NATIONAL_TITLE } from './layout-table.ts'
import { centreOf, cutBefore, lineOf, partsOf, type Line } from './pdf-lines.ts'

/** Lines of a page in two columns side by side: a letterhead, or recipients and signer. */
export interface Columns {
  readonly left: readonly Line[]
  readonly right: readonly Line[]
  /** Index of the first and past the last line of the page that belong to the columns. */
  readonly from: number
  readonly to: number
  /** Recipients and signer at the foot of a page may go on overleaf. */
  readonly isClosing: boolean
}

const RECIPIENTS = /^N[ơƠ][iI]\s*nh[ậẬ]n\b/u
const AUTHORITY = /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}/u
const DOCUMENT_TYPE =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|CHỈ THỊ|HƯỚNG DẪN|CHƯƠNG TRÌNH|NGHỊ QUYẾT|BIÊN BẢN|QUY CHẾ|QUY ĐỊNH|CÔNG ĐIỆN|PHƯƠNG ÁN|ĐỀ ÁN)\b/u
const BODY_START = /^(?:Kính gửi|Căn cứ|Thực hiện|Điều \d|[IVX]+\.\s)/u
const MOTTO = /Độc\s*lập\s*[-–]\s*Tự\s*do\s*[-–]\s*Hạnh\s*phúc/iu
const LETTERHEAD_LINES = 14

/**
 * All column blocks of a page, from the top; they do not overlap.
 *
 * @param goesOn the page before ended amid recipients and signer
 */
export function columnsOf(lines: readonly Line[], width: number, goesOn = false): Columns[] {
  const found: Columns[] = []
  if (goesOn && /^[-–]\s?\p{L}/u.test(lines[0]?.text ?? '') && (lines[0]?.x2 ?? width) < width * 0.6) {
    found.push({ ...closingFrom(lines, 0, width), from: 0 })
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined || at < (found.at(-1)?.to ?? 0)) continue
    const columns = letterheadAt(lines, at, width) ?? closingAt(lines, at, width)
    if (columns !== null) found.push({ ...columns, from: Math.max(columns.from, found.at(-1)?.to ?? 0) })
  }
  return found
}

/**
 * The letterhead whose national title stands on line `at`: issuer and number at the left, title and date at the right.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục I, sơ đồ bố trí các thành phần thể thức
 */
function letterheadAt(lines: readonly Line[], at: number, width: number): Columns | null {
  const titleLine = lines[at]
  if (titleLine === undefined || !NATIONAL_TITLE.test(titleLine.text)) return null
  const titleX = titleStart(titleLine)
  if (titleX < width * 0.3) return null
  const [beside, title] = cutBefore(titleLine, titleX - 0.01)
  if (title === null) return null
  const rightCentre = centreOf(title)
  const left: Line[] = []
  const right: Line[] = []
  let from = at
  // The issuer may begin a line above the title.
  while (from > 0 && at - from < 3) {
    const above = lines[from - 1]
    if (above === undefined || above.x2 > titleX || titleLine.y - above.y > above.size * 4) break
    left.unshift(above)
    from -= 1
  }
  if (beside !== null) left.push(beside)
  right.push(title)
  const leftCentre = () => (left.length > 0 ? left.reduce((sum, line) => sum + centreOf(line), 0) / left.length : titleX / 2)
  let to = at + 1
  for (; to < lines.length && to - at < LETTERHEAD_LINES; to += 1) {
    const line = lines[to]
    const before = lines[to - 1]
    if (line === undefined || before === undefined) break
    const isData = /^(?:Số|V\/v)\b|ngày|tháng/u.test(line.text)
    if (!isData && line.y - before.y > line.size * 3.2) break
    const halves = halvesOf(line, titleX, leftCentre(), rightCentre, width)
    if (halves === null) break
    if (halves[0] !== null) left.push(halves[0])
    if (halves[1] !== null) right.push(halves[1])
  }
  return { left, right, from, to, isClosing: false }
}

/** Where the national title begins on its line; the issuer may stand before it at any distance. */
function titleStart(line: Line): number {
  for (const item of line.items.filter(({ text }) => text.trim() !== '')) {
    const rest = lineOf(line.items.filter((other) => other.x >= item.x), line.page)
    if (rest === null) break
    if (/^(?:CỘNG|ĐẢNG)\s/iu.test(rest.text) && NATIONAL_TITLE.test(rest.text) && !/\S.*CỘNG\s+H/u.test(rest.text.slice(5))) return item.x
  }
  return partsOf(line, 0.8).at(-1)?.x ?? line.x
}

/** A line under the title as its left and right half; null when it belongs to the text below. */
function halvesOf(
  line: Line,
  titleX: number,
  leftCentre: number,
  rightCentre: number,
  width: number,
): readonly [Line | null, Line | null] | null {
  if (BODY_START.test(line.text)) return null
  const parts = partsOf(line, 0.8)
  const motto = MOTTO.test(line.text) ? parts.find((part) => MOTTO.test(part.text)) : undefined
  if (parts.length > 1 || (motto !== undefined && motto.x < titleX - 40)) return cutNearest(line, parts, titleX)
  if (DOCUMENT_TYPE.test(line.text)) return null
  const centre = centreOf(line)
  const fromMiddle = Math.abs(centre - width / 2 - 10)
  const isInMiddle = fromMiddle < Math.abs(centre - leftCentre) && fromMiddle < Math.abs(centre - rightCentre)
  const crosses = line.x < titleX - 20 && line.x2 > titleX + 20
  if (crosses && !(Math.abs(centre - rightCentre) < 12)) return null
  if (isInMiddle && !/ngày|tháng/u.test(line.text)) return null
  return Math.abs(centre - leftCentre) < Math.abs(centre - rightCentre) ? [line, null] : [null, line]
}

/** Cuts a line at the gap nearest to where the right column begins; null when no gap is near it. */
function cutNearest(line: Line, parts: readonly Line[], titleX: number): readonly [Line | null, Line | null] | null {
  const [nearest] = parts.slice(1).toSorted((one, other) => Math.abs(one.x - titleX) - Math.abs(other.x - titleX))
  if (nearest === undefined || Math.abs(nearest.x - titleX) > 110) {
    if ((parts[0]?.x ?? 0) > titleX - 40) return [null, line]
    return line.x2 < titleX ? [line, null] : null
  }
  return cutBefore(line, nearest.x - 0.01)
}

/** Recipients at the left, signer at the right; or two signers beside each other. */
function closingAt(lines: readonly Line[], at: number, width: number): Columns | null {
  const line = lines[at]
  if (line === undefined) return null
  const parts = partsOf(line, 1)
  const first = parts[0]
  if (first === undefined || first.x > width * 0.45) return null
  const isRecipients = RECIPIENTS.test(first.text)
  if (!isRecipients && !areTwoSigners(parts, width)) return null
  const { left, right, to } = closingFrom(lines, at, width)
  let from = at
  const highest = isRecipients ? Math.max(0, at - 3) : at
  while (from > highest) {
    const above = lines[from - 1]
    const isSigner = above !== undefined && above.x > width * 0.4 && (AUTHORITY.test(above.text) || above.text === above.text.toLocaleUpperCase('vi'))
    if (!isSigner) break
    right.unshift(above)
    from -= 1
  }
  if (!isRecipients && (right.length === 0 || to - at < 2)) return null
  return { left, right, from, to, isClosing: true }
}

function closingFrom(lines: readonly Line[], at: number, width: number) {
  const left: Line[] = []
  const right: Line[] = []
  let to = at
  for (; to < lines.length; to += 1) {
    const next = lines[to]
    if (next === undefined) break
    const halves = closingHalves(next, width)
    const isNewPart = to > at + 1 && (DOCUMENT_TYPE.test(next.text) || /^(?:PHỤ LỤC|Phụ lục)\b/u.test(next.text)) && isCentred(next, width)
    if (halves === null || isNewPart) break
    if (halves[0] !== null) left.push(halves[0])
    if (halves[1] !== null) right.push(halves[1])
  }
  return { left, right, to, isClosing: true }
}

function areTwoSigners(parts: readonly Line[], width: number): boolean {
  const [one, other] = parts
  if (parts.length !== 2 || one === undefined || other === undefined) return false
  const isTitle = (part: Line) => part.text.length > 5 && part.text === part.text.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(part.text)
  return isTitle(one) && isTitle(other) && one.x2 < width * 0.55 && other.x > width * 0.45 && other.x - one.x2 > one.size * 2
}

const isCentred = (line: Line, width: number) => Math.abs(centreOf(line) - width / 2) < 25

function closingHalves(line: Line, width: number): readonly [Line | null, Line | null] | null {
  const parts = partsOf(line, 1)
  const right = parts.slice(1).find((part) => part.x > width * 0.4)
  if (right !== undefined && (parts[0]?.x ?? 0) < width * 0.4) return cutBefore(line, right.x - 0.01)
  if (line.x > width * 0.42) return [null, line]
  if (line.x2 > width * 0.62) return null
  return [line, null]
}
