import { POINT_LETTERS, romanOf } from '../ordinals.ts'

const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGIT_WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/**
 * A list number as Word prints it.
 *
 * @param format the `w:numFmt` of the level
 * @param custom its `w:format` where the value is `custom`: the first numbers, as in “01, 02, 03” or “a, b, c, d, đ”
 */
export function formatNumber(value: number, format: string, custom?: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'upperRoman':
      return romanOf(value)
    case 'lowerRoman':
      return romanOf(value).toLowerCase()
    case 'upperLetter':
      return letters(value, LATIN_LETTERS).toUpperCase()
    case 'lowerLetter':
      return letters(value, LATIN_LETTERS)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'vietnameseCounting':
      return vietnameseWords(value)
    case 'custom':
      return formatCustom(value, custom ?? '')
    default:
      return String(value)
  }
}

function letters(value: number, alphabet: string): string {
  if (value < 1) return ''
  const letter = alphabet[(value - 1) % alphabet.length] ?? ''
  return letter.repeat(Math.min(Math.floor((value - 1) / alphabet.length) + 1, 30))
}

function formatCustom(value: number, sample: string): string {
  const first = sample.split(',').map((item) => item.trim())
  if (first.includes('đ')) return letters(value, POINT_LETTERS)
  if (first.includes('Đ')) return letters(value, POINT_LETTERS).toLocaleUpperCase('vi')
  return String(value).padStart(/^0*1$/.test(first[0] ?? '') ? (first[0] ?? '').length : 1, '0')
}

function vietnameseWords(value: number): string {
  if (value >= 100 || value < 0) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return DIGIT_WORDS[ones] ?? ''
  const tensWord = tens === 1 ? 'mười' : `${DIGIT_WORDS[tens]} mươi`
  if (ones === 0) return tensWord
  const onesWord = ones === 1 && tens > 1 ? 'mốt' : ones === 5 ? 'lăm' : DIGIT_WORDS[ones]
  return `${tensWord} ${onesWord}`
}
