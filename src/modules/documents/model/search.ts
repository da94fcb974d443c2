import { foldNumber } from './number.ts'

/** What a search looks for: all words, the last one perhaps unfinished, or the beginning of a number. */
export interface Search {
  /** A `tsquery` over folded words; null without a word. */
  readonly words: string | null
  /** The beginning of a number key. */
  readonly number: string | null
}

/**
 * Cuts what a person typed into words and a number.
 * @param folded  the text in lower case without diacritics
 * @example searchOf('ke hoach binh') // words: 'ke & hoach & binh:*'
 */
export function searchOf(folded: string): Search {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const number = foldNumber(folded)
  return {
    words: words.length === 0 ? null : words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & '),
    number: /^\d+[a-zđ]?(\/.*)?$/u.test(number) ? number : null,
  }
}
