import { cleanText } from '../vietnamese.ts'

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
 * Text of a file as the structure reader wants it: clean Vietnamese, the private symbols of Word's fonts as ordinary
 * ones, nothing that directs the writing, runs of blanks as one; line breaks stay.
 */
export function normaliseText(text: string): string {
  return cleanText(text)
    .replaceAll('\u0085', '\n')
    .replace(CONTROLS, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\ue000-\uf8ff]/g, (symbol) => PRIVATE_USE[symbol] ?? '•')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
