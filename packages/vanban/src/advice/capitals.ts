import { fold, isUpperCase } from '../vietnamese.ts'
import { knownLawNameLength } from '../reading/law-names.ts'
import { adviceOn, type Advice, type Draft, type Paragraph } from './text.ts'

/** Names of organs, days and titles as annex II of Decree 30 capitalises them. */
const NAMES: readonly string[] = [
  'Ủy ban nhân dân', 'Hội đồng nhân dân', 'Quốc hội', 'Chính phủ', 'Thủ tướng Chính phủ', 'Ban Chấp hành Trung ương', 'Ban Thường vụ', 'Đảng Cộng sản Việt Nam',
  'Bộ Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tạo', 'Phòng Giáo dục và Đào tạo', 'Bộ Nội vụ', 'Sở Nội vụ', 'Bộ Y tế', 'Sở Y tế', 'Bộ Công an',
  'Hội Liên hiệp Phụ nữ', 'Mặt trận Tổ quốc Việt Nam', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Đội Thiếu niên Tiền phong Hồ Chí Minh',
  'Thành phố Hồ Chí Minh', 'Thủ đô Hà Nội', 'Tháng hành động vì bình đẳng giới', 'tết Nguyên đán',
]

/** Days: the name alone is capitalised (“ngày Phụ nữ Việt Nam 20/10”). */
const DAYS: readonly string[] = ['Quốc tế Phụ nữ', 'Phụ nữ Việt Nam', 'Gia đình Việt Nam', 'Quốc tế Hạnh phúc', 'Nhà giáo Việt Nam', 'Pháp luật Việt Nam', 'Quốc tế Trẻ em gái']

/** Words that end like the name of an organ begins: “cán bộ y tế”, “cơ sở y tế”. */
const NOT_AFTER = '(?<!(?:cán|cơ|toàn|nội|trụ|đồng|căn)\\s)'
const whole = (name: string, before = NOT_AFTER): RegExp => new RegExp(`(?<!\\p{L})${before}${name.replaceAll(' ', '\\s+').replace('Ủy', '(?:Ủy|Uỷ)')}(?!\\p{L})`, 'giu')
const ORGANS = NAMES.map((right) => ({ pattern: whole(right), right }))
const DAY_NAMES = DAYS.map((right) => ({ pattern: whole(right, '(?<=ngày\\s+)'), right }))

/** Capitals that depart from annex II of Decree 30: organs, days, laws, parts of a law. */
export function checkCapitals({ paragraphs }: Draft): readonly Advice[] {
  return paragraphs.filter(({ text, isHeading }) => !isHeading || !isUpperCase(text)).flatMap((paragraph) => [...names(paragraph), ...laws(paragraph), ...partsOfLaws(paragraph)])
}

const REASON = 'Viết hoa theo Phụ lục II Nghị định 30/2020/NĐ-CP'

function mark(paragraph: Paragraph, start: number, printed: string, right: string): Advice {
  return adviceOn(paragraph, { code: 'orthography', severity: 'info', start, end: start + printed.length, note: `${REASON}: “${right}”.`, right })
}

function names(paragraph: Paragraph): readonly Advice[] {
  return [...ORGANS, ...DAY_NAMES].flatMap(({ pattern, right }) =>
    [...paragraph.text.matchAll(pattern)].flatMap((match) => {
      const [printed] = match
      const same = printed.replace('Uỷ', 'Ủy').replace(/\s+/g, ' ')
      const startsSentence = match.index === 0 || /[.:;!?“"]\s*$/u.test(paragraph.text.slice(0, match.index))
      const fits = same === right || isUpperCase(printed) || (startsSentence && same === right.charAt(0).toLocaleUpperCase('vi') + right.slice(1))
      return fits ? [] : [mark(paragraph, match.index, printed, right)]
    }),
  )
}

/** “Luật bình đẳng giới” → “Luật Bình đẳng giới”: the kind and the first syllable of the name. */
function laws(paragraph: Paragraph): readonly Advice[] {
  return [...paragraph.text.matchAll(/(?<!\p{L})(?<!pháp )(luật|bộ luật|pháp lệnh)\s+(\p{L})/giu)].flatMap((match) => {
    const nameAt = match.index + match[0].length - 1
    const length = knownLawNameLength(paragraph.text.slice(nameAt))
    if (length === 0) return []
    const kind = match[1]!.charAt(0).toLocaleUpperCase('vi') + match[1]!.slice(1).toLocaleLowerCase('vi')
    const name = paragraph.text.slice(nameAt, nameAt + length)
    const right = `${kind} ${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`
    const printed = paragraph.text.slice(match.index, nameAt + length)
    return printed === right || fold(printed) !== fold(right) || isUpperCase(printed) ? [] : [mark(paragraph, match.index, printed, right)]
  })
}

/** “Điểm a Khoản 2 điều 103” → “điểm a khoản 2 Điều 103”. */
function partsOfLaws(paragraph: Paragraph): readonly Advice[] {
  const { text } = paragraph
  const lower = [...text.matchAll(/(?<=[\p{Ll},;(]\s+)(Khoản|Điểm)(?=\s+(?:\d{1,2}|[a-zđ])\s*(?:,|và|khoản|Khoản|Điều|điều))/gu)].map((match) => mark(paragraph, match.index, match[0], match[0].toLowerCase()))
  const upper = [...text.matchAll(/(?<!\p{L})điều(?=\s+\d{1,3}\s+(?:của\s+)?(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định))/gu)].map((match) => mark(paragraph, match.index, match[0], 'Điều'))
  return [...lower, ...upper]
}
