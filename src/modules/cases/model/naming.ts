import { withoutMarks } from '#platform/i18n/search.ts'

/** What a head is called where reporters write of one, without marks. */
const HEAD_WORDS = ['hieu truong', 'giam hieu', 'giam doc', 'chu tich', 'principal', 'headmaster', 'headteacher', 'director'] as const

/**
 * Whether a text names somebody. Vietnamese call each other by the given name, the last word of the full name: it counts
 * wherever it stands as a word, with or without its marks. Rather one person too many than one too few.
 */
export function isNamedIn(text: string, fullName: string): boolean {
  const given = wordsOf(fullName).at(-1)
  return given !== undefined && wordsOf(text).includes(given)
}

/** Whether a text speaks of the head of the unit. */
export function namesHead(text: string): boolean {
  const folded = ` ${wordsOf(text).join(' ')} `
  return HEAD_WORDS.some((word) => folded.includes(` ${word} `))
}

function wordsOf(text: string): string[] {
  return withoutMarks(text).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
