/** Vietnamese text: one form for storing, one for comparing. */

const LOOKALIKES: Readonly<Record<string, string>> = { 'Ð': 'Đ', 'ð': 'đ', '\u2010': '-', '\u2011': '-' }

/** NFC, plain spaces and hyphens, the Icelandic eth (a scanner's đ) as đ, nothing invisible. Line breaks stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\v\f]/g, ' ')
    .replace(/[Ðð\u2010\u2011]/g, (letter) => LOOKALIKES[letter] ?? letter)
}

/** One line: every run of white space is one space, none at the ends. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const folded = new Map<string, string>()

function foldLetter(letter: string): string {
  const known = folded.get(letter)
  if (known !== undefined) return known
  const bare = letter === 'đ' || letter === 'Đ' ? 'd' : letter.normalize('NFD').charAt(0).toLowerCase()
  const same = bare.length === 1 ? bare : letter
  folded.set(letter, same)
  return same
}

/**
 * Lower case without diacritics, đ as d, for comparing. As long as the (NFC) text itself, so that a place found in the
 * folded text is a place in the text.
 */
export function fold(text: string): string {
  return text.replace(/[A-Z\u00c0-\u1ef9]/g, foldLetter)
}

/** “KẾ HOẠCH” → “Kế hoạch”. */
export function sentenceCase(text: string): string {
  const lower = text.toLocaleLowerCase('vi')
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1)
}

/** More capitals than a name has: a heading set in capitals. */
export function isUpperCase(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return false
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return capitals / letters > 0.8
}

/** Syllables, which Vietnamese writes apart. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

/** Without the punctuation that ends a clause or a heading. */
export function withoutFinalPunctuation(text: string): string {
  return text.replace(/[\s.;:,/]+$/u, '').trim()
}
