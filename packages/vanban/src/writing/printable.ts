import { canPrint } from './font.ts'

/** Signs of symbol fonts and of scripts without letters, by what a typist would put in their place. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ...pairs('✓✔☑☒✗✘\uf0fc\uf0fe\uf0fd\uf0fb', 'x'),
  ...pairs('☐❏❑\uf06f\uf0a3\uf0a8\uf072\uf071', '□'),
  ...pairs('⇒➔➜➡⟶\uf0e0\uf0e8\uf0f0', '→'),
  ...pairs('➢➤❖✦✧◆◇★☆▶►\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf02d', '-'),
  ...pairs('\u2010\u2011\u2012\u2212', '-'),
])

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}\ufff9-\uffff]/gu
const SPACES = /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu

/**
 * A text as it can be set: Unicode NFC, single spaces, no invisible characters, symbol-font bullets and ticks replaced
 * by plain ones. What has no replacement is left as it is; {@link unprintable} names it.
 */
export function printable(text: string): string {
  const composed = text.replace(/\p{Surrogate}/gu, '').normalize('NFC').replace(SPACES, ' ').replace(INVISIBLE, '').trim()
  let result = ''
  for (const character of composed) result += canPrint(character) && !REPLACEMENTS.has(character) ? character : replace(character)
  return result
}

/** The same for a text whose lines are kept, such as that of a table cell. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\v\u2028\u2029]/u)
    .map(printable)
    .filter((line) => line !== '')
    .join('\n')
}

/** The characters of a text that Tinos cannot print, each once. */
export function unprintable(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => !canPrint(character))
}

function replace(character: string): string {
  const known = REPLACEMENTS.get(character)
  if (known !== undefined) return known
  if (/[\uf000-\uf0ff]/u.test(character)) return '-'
  const plain = character.normalize('NFKC')
  return [...plain].every(canPrint) ? plain : character
}

function pairs(characters: string, replacement: string): [string, string][] {
  return [...characters].map((character) => [character, replacement])
}
