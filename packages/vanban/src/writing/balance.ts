import { textWidth, type Face } from './font.ts'

/** Words that open a group: a line may well begin with them. */
const OPENERS = new Set(
  'và của về năm trong cho tại theo trên giai với để từ đến thuộc nhằm gắn do đối VÀ CỦA VỀ NĂM TRONG CHO TẠI THEO TRÊN THUỘC'.split(' '),
)
/** Pairs of words that are one: a line does not end between them if it can help it. */
const PAIRS = new Set(
  [
    'trung học,tiểu học,mầm non,mẫu giáo,phổ thông,cơ sở,giáo dục,đào tạo,thường xuyên,dân tộc,nội trú,bán trú,ủy ban,nhân dân,thành phố',
    'hồ chí,chí minh,hà nội,đại học,cao đẳng,công đoàn,trung tâm,chỉ đạo,khoa học,công nghệ,kế hoạch,hành động,bình đẳng,phụ nữ,tiến bộ',
    'bạo lực,học sinh,giáo viên,học đường,kinh phí,hoạt động,truyền thông,phòng ngừa,ứng phó,thực hiện,tổ chức,nhiệm vụ,năm học,công tác',
  ]
    .join(',')
    .split(','),
)
/** Words that a number belongs to. */
const BEFORE_NUMBER = /^(năm|số|ngày|tháng|quý|điều|khoản|lớp|khóa|đoạn|thứ|lần)$/iu

/**
 * Breaks a centred text into the fewest lines of at most `width` points, as even as they can be, preferring to begin a
 * line at a connective and never parting “năm 2026” or the parts of a date. A single word wider than the line stands alone.
 */
export function balancedLines(text: string, face: Face, size: number, width: number): readonly string[] {
  const words = text.split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  const measured = words.map((word) => textWidth(word, face, size))
  const space = textWidth(' ', face, size)
  const starts: number[] = [0]
  for (const w of measured) starts.push((starts.at(-1) ?? 0) + w + space)
  const lineWidth = (from: number, to: number): number => (starts[to] ?? 0) - (starts[from] ?? 0) - space

  const lines = fewestLines(words.length, lineWidth, width)
  const even = lineWidth(0, words.length) / lines
  const cost = (from: number, to: number): number => {
    const taken = lineWidth(from, to)
    if (taken > width && to - from > 1) return Infinity
    return ((taken - even) / width) ** 2 + breakCost(words[to - 1], words[to])
  }
  return bestBreaks(words.length, lines, cost).map(([from, to]) => words.slice(from, to).join(' '))
}

/** The widest of some lines, in points. */
export function widest(lines: readonly string[], face: Face, size: number): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, face, size)))
}

function fewestLines(count: number, lineWidth: (from: number, to: number) => number, width: number): number {
  let lines = 1
  let from = 0
  for (let to = 1; to <= count; to++) {
    if (lineWidth(from, to) <= width || to - from === 1) continue
    lines++
    from = to - 1
  }
  return lines
}

function breakCost(before: string | undefined, after: string | undefined): number {
  if (after === undefined || before === undefined) return 0
  if (BEFORE_NUMBER.test(before) && /^[\dIVX]/u.test(after)) return 1
  if (/^[-–]$/u.test(after)) return 1
  if (/^\d+$/u.test(before) && /^(tháng|năm)$/u.test(after)) return 1
  if (PAIRS.has(`${before} ${after}`.toLocaleLowerCase('vi'))) return 0.3
  return OPENERS.has(after) || /[,;:–-]$/u.test(before) ? 0 : 0.12
}

/** The cheapest way to cut `count` words into `lines` lines, as pairs of first and next word. */
function bestBreaks(count: number, lines: number, cost: (from: number, to: number) => number): readonly [number, number][] {
  let best = Array.from({ length: count + 1 }, (_, to) => (to === 0 ? 0 : Infinity))
  const froms: number[][] = []
  for (let line = 0; line < lines; line++) {
    const next = best.map(() => Infinity)
    const from = best.map(() => -1)
    for (let to = 1; to <= count; to++) {
      for (let start = 0; start < to; start++) {
        const total = (best[start] ?? Infinity) + (best[start] === Infinity ? 0 : cost(start, to))
        if (total < (next[to] ?? Infinity)) {
          next[to] = total
          from[to] = start
        }
      }
    }
    best = next
    froms.push(from)
  }
  const result: [number, number][] = []
  for (let line = lines - 1, to = count; line >= 0; line--) {
    const from = froms[line]?.[to] ?? 0
    result.unshift([from, to])
    to = from
  }
  return result
}
