/**
 * How much of a text stands in another one, 0–1: the share of its runs of four words that are found there. Numbers count
 * as one word whatever they say, so that a text of which only the dates were changed is the same.
 *
 * @returns 0 for texts of fewer than eight words: too short to tell
 */
export function similarity(text: string, other: string | Runs): number {
  const words = wordsOf(text)
  if (words.length < 8) return 0
  const there = typeof other === 'string' ? runsIn(other) : other
  const runs = runsOf(words)
  return runs.filter((run) => there.has(run)).length / runs.length
}

/** The runs of words of a text that many others are held against. */
export type Runs = ReadonlySet<string>

export function runsIn(text: string): Runs {
  return new Set(runsOf(wordsOf(text)))
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\d+(?:[./,-]\d+)*/g, '0')
    .match(/[\p{L}\p{N}]+/gu) ?? []
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(' '))
}
