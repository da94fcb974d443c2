import type { Finding } from '../model.ts'
import { paragraphsOf, quoteAround, type Subject } from './page-evidence.ts'

/** Quotation marks, doubled words, spaces: what can be judged without knowing what is meant. */
export function checkWording(subject: Subject): readonly Finding[] {
  if (subject.page?.garbled) return []
  return paragraphsOf(subject).flatMap((text) => [...quotes(text), ...words(text)])
}

/** “ without ”, or ” without “. */
function quotes(text: string): readonly Finding[] {
  const found: Finding[] = []
  let open = -1
  for (const match of text.matchAll(/[“”]/gu)) {
    if (match[0] === '“') {
      if (open >= 0) found.push(unclosed(text, open))
      open = match.index
    } else if (open >= 0) open = -1
    else found.push({ code: 'unmatched-quote', severity: 'warning', quote: quoteAround(text, match.index, match.index + 1, 4, 3), note: 'Có dấu đóng ngoặc kép, không có dấu mở.' })
  }
  if (open >= 0) found.push(unclosed(text, open))
  return found
}

function unclosed(text: string, at: number): Finding {
  return { code: 'unclosed-quote', severity: 'warning', quote: quoteAround(text, at, at + 1, 1, 9), note: 'Có dấu mở ngoặc kép, không có dấu đóng.' }
}

/** Words that Vietnamese doubles on purpose. */
const DOUBLED = new Set('vi luôn dần từ ngày người nhà xa mãi rất đời nhiều ai nơi đâu thường lâu đêm ngành cấp từng trường lớp hơn hằng hàng chung riêng'.split(' '))

const PATTERNS: readonly (readonly [RegExp, string, string])[] = [
  [/(?<=\p{Ll}\.)\s+(?=(?!v\.v)\p{Ll}{2,})/gu, 'lowercase-start', 'Câu bắt đầu bằng chữ thường.'],
  [/\p{Ll}(?=\p{Lu}\p{Ll})/gu, 'missing-space', 'Thiếu dấu cách giữa hai từ.'],
  [/\S\s+[;,](?=\s|$)/gu, 'punctuation', 'Có dấu cách trước dấu câu.'],
]

function words(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(/(?<!\p{L})(\p{L}{2,})\s+\1(?!\p{L})/gu)) {
    if (!DOUBLED.has((match[1] ?? '').toLowerCase())) found.push({ code: 'duplicate-word', severity: 'warning', quote: quoteAround(text, match.index, match.index + match[0].length, 0, 1), note: 'Từ viết lặp.' })
  }
  for (const [pattern, code, note] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (/(?:TP|v\.v|Th|tr|đ\/c)\.$/u.test(text.slice(0, match.index))) continue
      found.push({ code, severity: 'warning', quote: quoteAround(text, match.index, match.index + match[0].length, 2, 2), note })
    }
  }
  return found
}
