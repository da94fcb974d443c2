import type { SectionKind, Target } from '../model.ts'
import { fold, squeeze } from '../vietnamese.ts'
import { sentences, type Passage } from './walk.ts'

/** 90 %, 1.000 lượt, 2,1 con, 01 - 02 thiết chế; the lower figure of a span. */
const FIGURE = /(?<![\d/.,;\p{L}(-])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s?[-–]\s?\d+(?:,\d+)?)?\s*(%|phần trăm)?(?![\d/\p{L}]|[.,]\d)/gu
const NO_UNIT =
  /^(?:tuoi|nam|thang|ngay|gio|phut|tuan|quy|ky|hoc ky|khoa|dieu|khoan|muc|cua|va|la|den|tren|cho|trong|thu|hoac|tro|theo|tai|do|de|nay|noi dung|giai doan|buoc|cap|ro|nhom|so)(?:\s|$)/
const COUNTED =
  /^(?:luot|nguoi|hoat dong|lop|buoi|cuoc|hoi nghi|hoi thao|tin|bai|to roi|mo hinh|cau lac bo|truong|co so|don vi|thiet che|nha|chuyen de|dot|lan|chuong trinh|san pham|video|clip|xa|phuong|ho|tre|hoc sinh|giao vien|can bo|phu nu|tam guong|cong trinh|phong|suat|giai|doanh nghiep|tiet muc|tiet|cau chuyen|an pham|toa dam|khoa tap huan|dien dan|sang kien|phong su|diem)(?:\s|$)/
const GOAL = /phấn đấu|chỉ tiêu/iu
const GOAL_OF_CLAUSE = /mục tiêu|hoàn thành\s+\S{0,12}\s*\d/iu
const RESULT_TO_REACH = /(?:tổ chức|xây dựng|thành lập|duy trì|đăng|viết|thực hiện|mở|có|đảm bảo|bảo đảm)\s+(?:được\s+)?(?:ít nhất|tối thiểu)?\s*$/iu
const AT_LEAST = /(?:it nh\S{1,2}t|toi thieu|khong duoi|khong thap hon|≥|>=)\s*(?:la|co|phai|dat)?\s*$/
const ABOVE = /(?:^|\s)(?:tren|hon|vuot|>)\s*$/
const AT_MOST = /(?:toi da|khong qua|khong vuot qua|≤|<=)\s*(?:la)?\s*$/
const BELOW = /(?:^|\s)(?:duoi|<)\s*$/
const OR_MORE = /^[^,;.]{0,40}?\str\S{1,2} len/
const YEARS = new Set(Array.from({ length: 71 }, (_, i) => 1990 + i))

function readOp(before: string, after: string): Target['op'] {
  if (AT_LEAST.test(before)) return '>='
  if (AT_MOST.test(before)) return '<='
  if (ABOVE.test(before)) return '>'
  if (BELOW.test(before)) return '<'
  return /(?:tu|dat)\s*$/.test(before) && OR_MORE.test(after) ? '>=' : '='
}

function readUnit(after: string, percent: boolean): string | null {
  if (percent) return '%'
  const words = squeeze(/^\s*([\p{L}/]+(?:\s+[\p{L}]+)?)/u.exec(after)?.[1] ?? '').split(' ')
  const [first = '', second] = words
  if (first === '' || NO_UNIT.test(fold(words.join(' '))) || NO_UNIT.test(fold(first))) return null
  if (fold(first) === 'luot') return first
  return second === undefined || /^(?:được|có|về|cho|của|tại|và|đạt|tham|trên|ở)$/u.test(second) ? first : `${first} ${second}`
}

/** The clause of a sentence in which the figure stands. */
function clauseAround(sentence: string, at: number): string {
  const start = Math.max(sentence.lastIndexOf(';', at), sentence.lastIndexOf(': ', at)) + 1
  const end = sentence.indexOf(';', at)
  return squeeze(sentence.slice(start, end < 0 ? sentence.length : end)).replace(/^[,:\s]+|[.\s]+$/g, '')
}

/** The term of the figure, from the nearest words that name one. */
function readPeriod(texts: readonly string[]): string | null {
  for (const text of texts) {
    const until = /đến (?:hết |cuối )?năm (\d{4})/iu.exec(text)?.[1]
    if (until) return `đến ${until}`
    const from = /từ năm (\d{4})/iu.exec(text)?.[1]
    if (from) return `từ ${from}`
    const often = /(?:h[ằà]ng|mỗi) (?:năm|quý|tháng|tuần|học kỳ)/iu.exec(text)?.[0]
    if (often) return often.toLowerCase()
    const year = /(?:trong |vào )?năm (\d{4})/iu.exec(text)?.[1]
    if (year) return year
  }
  return null
}

/** Who or what the figure counts: the words after it, up to the verb. */
function readSubject(clause: string, after: string, percent: boolean): string {
  const counted = /^(?:\s*số)?\s*([^,;.(]{2,120}?)(?=\s(?:được|đạt|có|tham gia|là|trở|hoàn thành|thực hiện|không|phải|bố trí|khi)(?:\s|$)|[,;.(]|$)/u.exec(after)?.[1]
  const rate = /(?:tỷ lệ|tỉ lệ)\s+([^,;]{3,120}?)(?=\s(?:được|đạt|là|từ|ít|tối|hoàn|trên|dưới|\d)|$)/iu.exec(clause)?.[1]
  return squeeze((percent && rate ? rate : counted) ?? clause)
}

const OBJECTIVES = new Set<SectionKind>(['objectives'])
const NEVER = new Set<SectionKind>(['budget'])

interface Source {
  readonly title: string | null
  /** Places that citations take in a text: their figures count nothing. */
  readonly taken: (text: string) => readonly { readonly start: number; readonly end: number }[]
}

/** Quantified results to be reached in one passage. */
function readPassage(passage: Passage, source: Source): readonly Target[] {
  if (passage.role === 'heading' || NEVER.has(passage.section.kind)) return []
  const objective = passage.path.some((section) => OBJECTIVES.has(section.kind)) || passage.parents.some((parent) => /^(?:mục tiêu|chỉ tiêu)/iu.test(parent.text))
  const context = [...passage.parents.map((parent) => parent.text), ...(passage.section.leadIns ?? []), ...passage.path.map((section) => section.title).reverse(), source.title ?? ''].join('. ')
  const found: Target[] = []
  for (const sentence of sentences(passage.text)) {
    const taken = source.taken(sentence)
    for (const match of sentence.matchAll(FIGURE)) {
      const [printed, whole = '', decimals, sign] = match
      const at = match.index
      if (taken.some(({ start, end }) => at >= start && at < end)) continue
      const percent = sign !== undefined
      const value = Number(`${whole.replace(/\./g, '')}${decimals === undefined ? '' : `.${decimals}`}`)
      const after = sentence.slice(at + printed.length)
      const foldedBefore = fold(sentence.slice(Math.max(0, at - 40), at))
      const foldedAfter = fold(after.slice(0, 80))
      if (!percent && (YEARS.has(value) || /(?:dieu|khoan|muc|khoa|lan thu|thu|nam|thang|ngay|quy|so|giai doan|de an|nghi dinh|tieu|buoc|phu luc|phuong an|luat|[a-z]\d*[-/])\s*$/.test(foldedBefore))) continue
      const unit = readUnit(after, percent)
      if (unit === null) continue
      // A condition (“doanh nghiệp từ 500 lao động trở lên”) or a starting value (“từ 23 … xuống 18”).
      if (/(?:^|\s)t\S{1,2}\s*$/.test(foldedBefore) && (!percent || !/dat\s+tu\s*$/.test(foldedBefore)) && (OR_MORE.test(foldedAfter) || /\s(?:xuong|len)\s/.test(foldedAfter))) continue
      const clause = clauseAround(sentence, at)
      if (!objective && !isGoal(sentence, at, fold(unit), percent, foldedAfter)) continue
      found.push({
        subject: readSubject(clause, after, percent),
        op: readOp(foldedBefore, foldedAfter),
        value,
        unit,
        period: readPeriod([clause, sentence, context]),
        text: clause.slice(0, 300),
      })
    }
  }
  return found
}

/** Outside the objectives only what the sentence itself calls a goal, or a number of things to be done. */
function isGoal(sentence: string, at: number, unit: string, percent: boolean, after: string): boolean {
  const before = sentence.slice(0, at)
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1)
  if (/(?:^|\s)(?:đã|trường hợp|không đạt|đối với|nếu|quy định|tín nhiệm)\s/iu.test(clause)) return false
  if (GOAL.test(before) || GOAL_OF_CLAUSE.test(clause)) return true
  if (percent) return /^\s*(?:cac |so |can bo|cong chuc|vien chuc|giao vien|nhan vien|hoc sinh|don vi|truong|lop|co quan|nguoi|ho |xa|phuong|thanh vien|doan vien|cbgv|cb|gv)[^;.]{0,120}\s(?:duoc|tham gia|ky|thuc hien|co|khong|hoan thanh|dat)\s/.test(after) && clause.trim().split(' ').length < 6
  return COUNTED.test(unit) && /(?:ít nhất|tối thiểu)\s*$/iu.test(before) && RESULT_TO_REACH.test(before)
}

export function readTargets(all: readonly Passage[], source: Source): readonly Target[] {
  return all.flatMap((passage) => readPassage(passage, source))
}
