/** Vietnamese text: one form for storing, one for comparing. */

const LOOKALIKES: Readonly<Record<string, string>> = { 'Ð': 'Đ', 'ð': 'đ', '\u2010': '-', '\u2011': '-' }

/** NFC, plain spaces and hyphens, the Icelandic eth (a scanner's đ) as đ, nothing invisible. Line breaks stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\f\u2028\u2029]/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\v]/g, ' ')
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

/** How alike two short texts are, 0 to 1, letters only and without diacritics: what a scanner has garbled is still like itself. */
export function likeness(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => fold(text).replace(/[^a-z0-9]/g, '').slice(0, 64)) as [string, string]
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return 1 - (row[b.length] ?? 0) / longest
}
