const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
// oxlint-disable-next-line no-control-regex -- XML and PDF text may carry them, no reader wants them
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Bullets of the Symbol and Wingdings fonts live in the private use area, where no other font has a letter. */
const PRIVATE_USE: Readonly<Record<string, string>> = {
  '\uf02d': '-',
  '\uf0be': '-',
  '\uf02b': '+',
  '\uf0fe': '☑',
  '\uf0fc': '✓',
  '\uf0a8': '☐',
  '\uf06f': '☐',
  '\uf0e0': '→',
  '\uf0f0': '→',
}

/**
 * Text as the structure reader wants it: Unicode NFC, ordinary spaces and hyphens, Đ instead of its look-alike Eth,
 * runs of blanks as one; line breaks stay.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u000b\u2028\u2029\u0085]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(SPACES, ' ')
    .replace(/[\u2010\u2011\u2043]/g, '-')
    .replace(/\u00d0/g, 'Đ')
    .replace(/\u00f0/g, 'đ')
    .replace(/[\ue000-\uf8ff]/g, (symbol) => PRIVATE_USE[symbol] ?? '•')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
