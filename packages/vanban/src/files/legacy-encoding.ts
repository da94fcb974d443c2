/**
 * Vietnamese before Unicode: fonts that drew Vietnamese letters in the places of Western ones. TCVN3 (“ABC”, fonts
 * `.VnTime`) has one code per letter, VNI one code for the letter and one for its marks.
 */
export type LegacyEncoding = 'tcvn3' | 'vni'

const TCVN3_CODES = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦'
const TCVN3_LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const letters = [...TCVN3_LETTERS]
const fromTcvn3 = new Map([...TCVN3_CODES].map((code, at) => [code, letters[at] ?? code]))

/** VNI: what the code after a vowel adds to it. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
/** VNI: letters with a code of their own. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}
const upper = (text: string) => text.toLocaleUpperCase('vi')
const vniMarks = Object.keys(VNI_MARKS).join('')
const vniLetters = Object.keys(VNI_LETTERS).join('')
const VNI_TOKEN = new RegExp(
  `([aeouyAEOUYôöÔÖ])([${vniMarks}${upper(vniMarks)}])|[${vniLetters}${upper(vniLetters)}]`,
  'g',
)

/**
 * Letters that Vietnamese in Unicode has and that the legacy codes never produce: one of them in a text, and the
 * text is Unicode whatever its font is called. ơ ư ă đ count, ê ô â ã … do not: Western encodings have them too.
 */
const UNICODE_ONLY = /[\u1ea0-\u1ef9ơưăđĩũ]|[\u0300-\u0323]/iu
/** Codes without a letter of their own inside or before letters: what no Western word has. \u00ad is ư. */
const TCVN3_SIGN = /\p{L}[µ¶·¸¹¨©ª«¬\u00ad]|®[\p{L}µ¶·¸¹¨©ª«¬\u00ad]/gu
/** Any code but that of the soft hyphen, of which Western text may be full. */
const TCVN3_LETTER = new RegExp(`[${TCVN3_CODES.replace('\u00ad', '')}]`, 'g')
const VNI_PAIR = new RegExp(`[aeouyôöAEOUYÔÖ][${vniMarks}${upper(vniMarks)}]`, 'g')

/** The encoding that goes with a font name: `.VnTime`, `.VnArialH` → TCVN3, `VNI-Times` → VNI, any other → null. */
export function encodingOfFont(font: string): LegacyEncoding | null {
  const name = font.replace(/^[A-Z]{6}\+/, '')
  if (/^\.Vn[A-Z0-9]/.test(name)) return 'tcvn3'
  if (/^VNI[-_ ]/i.test(name)) return 'vni'
  return null
}

/**
 * The encoding that the letters alone give away, or null. Decides on a passage: a few words are enough, a single
 * word is not.
 */
export function encodingOfLetters(text: string): LegacyEncoding | null {
  if (UNICODE_ONLY.test(text)) return null
  const words = text.match(/\S*\p{L}\S*/gu)?.length ?? 0
  if (words < 4) return null
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  // About every second word of Vietnamese carries a mark; a Western text with © or « has no such density.
  if (count(TCVN3_LETTER) > words * 0.3 && count(TCVN3_SIGN) > words * 0.1) return 'tcvn3'
  if (count(VNI_PAIR) > words * 0.3) return 'vni'
  return null
}

/** True when the text itself proves that it is Unicode Vietnamese, whatever font it is set in. */
export function isUnicodeVietnamese(text: string): boolean {
  return UNICODE_ONLY.test(text)
}

/**
 * Text of a legacy font in Unicode NFC.
 *
 * @param font a TCVN3 font whose name ends in H (`.VnTimeH`) prints capitals for small letters
 */
export function legacyToUnicode(text: string, encoding: LegacyEncoding, font = ''): string {
  if (encoding === 'vni') return vniToUnicode(text)
  const converted = Array.from(text, (code) => fromTcvn3.get(code) ?? code).join('')
  return /^(?:[A-Z]{6}\+)?\.Vn\w*H\b/.test(font) ? upper(converted) : converted
}

function vniToUnicode(text: string): string {
  return text
    .replace(VNI_TOKEN, (token: string, base: string | undefined, mark: string | undefined) => {
      if (base === undefined || mark === undefined) return vniLetter(token)
      const letter = 'ôöÔÖ'.includes(base) ? vniLetter(base) : base
      return letter + (VNI_MARKS[mark.toLocaleLowerCase('vi')] ?? '')
    })
    .normalize('NFC')
}

function vniLetter(code: string): string {
  const small = VNI_LETTERS[code]
  if (small !== undefined) return small
  return upper(VNI_LETTERS[code.toLocaleLowerCase('vi')] ?? code)
}
