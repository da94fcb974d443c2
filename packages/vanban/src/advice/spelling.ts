import { adviceOn, type Advice, type Draft } from './text.ts'

/** Words of this field that are often mistyped: how they come, how they are written. Whole words, whatever the case. */
const WORDS: readonly (readonly [string, string])[] = [
  ['xa ?lo|xalô|za ?lô|za ?lo', 'Zalo'],
  ['face ?book|phây ?búc', 'Facebook'],
  ['lòng ghép|lồng gép|lồng nghép', 'lồng ghép'],
  ['VSTBCPN|VSTBPNN|VSTBP', 'VSTBPN'],
  ['BDG|BĐGIỚI', 'BĐG'],
  ['bình đằng giới|bình đẵng giới|bình đảng giới', 'bình đẳng giới'],
  ['phụ nử', 'phụ nữ'],
  ['bạo lưc', 'bạo lực'],
  ['sâm hại|xâm hai', 'xâm hại'],
  ['quấy rối tình dụng', 'quấy rối tình dục'],
  ['định kiếng giới|định kiến giời', 'định kiến giới'],
  ['kiến toàn|kiện tòan', 'kiện toàn'],
  ['tập huẩn|tập hấn', 'tập huấn'],
  ['tuyên truyên|tuyền truyền', 'tuyên truyền'],
  ['nghành', 'ngành'],
  ['bổ xung', 'bổ sung'],
  ['xử dụng', 'sử dụng'],
  ['sử lý|sử lí', 'xử lý'],
  ['sử phạt', 'xử phạt'],
  ['xuất xắc|suất sắc|suất xắc', 'xuất sắc'],
  ['cũng cố', 'củng cố'],
  ['chia sẽ', 'chia sẻ'],
  ['giúp đở', 'giúp đỡ'],
  ['trãi nghiệm', 'trải nghiệm'],
  ['kỷ năng', 'kỹ năng'],
  ['hổ trợ', 'hỗ trợ'],
  ['lảnh đạo', 'lãnh đạo'],
  ['quyền lơi', 'quyền lợi'],
  ['tham mưa', 'tham mưu'],
  ['triễn khai', 'triển khai'],
  ['thường xuyện', 'thường xuyên'],
  ['nổ lực', 'nỗ lực'],
  ['khắc phụ(?= )', 'khắc phục'],
  ['đột suất', 'đột xuất'],
  ['sơ xuất', 'sơ suất'],
  ['tựu chung', 'tựu trung'],
]

const PATTERNS = WORDS.map(([wrong, right]) => ({ pattern: new RegExp(`(?<![\\p{L}\\d])(?:${wrong})(?![\\p{L}\\d])`, 'giu'), right }))

/** Mistyped words of the field, each with the right one; names such as Zalo also where only the case is wrong. */
export function checkSpelling({ paragraphs }: Draft): readonly Advice[] {
  return paragraphs.flatMap((paragraph) =>
    PATTERNS.flatMap(({ pattern, right }) =>
      [...paragraph.text.matchAll(pattern)].flatMap((match) => {
        const proposed = inCaseOf(match[0], right)
        if (proposed === match[0]) return []
        return [adviceOn(paragraph, { code: 'spelling', severity: 'warning', start: match.index, end: match.index + match[0].length, note: `Viết đúng là “${proposed}”.`, right: proposed })]
      }),
    ),
  )
}

/** “Lòng ghép” → “Lồng ghép”, “LÒNG GHÉP” → “LỒNG GHÉP”; names and abbreviations keep their own case. */
function inCaseOf(printed: string, right: string): string {
  if (right !== right.toLowerCase()) return right
  if (printed === printed.toLocaleUpperCase('vi')) return right.toLocaleUpperCase('vi')
  const first = printed.charAt(0)
  return first === first.toLocaleUpperCase('vi') ? right.charAt(0).toLocaleUpperCase('vi') + right.slice(1) : right
}
