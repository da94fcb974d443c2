/** A sentence of a report. */
export interface SaidSentence {
  readonly key: string
  readonly reportId: string
  readonly unitName: string
  readonly text: string
}

export interface SentenceGroup {
  /** The first sentence of the group: the others are like it. */
  readonly text: string
  readonly units: string[]
  readonly sentences: SaidSentence[]
}

/** Sentences are alike when at least this share of the words of both is the same. */
export const ALIKE = 0.5

const FILLERS = new Set('va cua cac cho la co con thi o tai trong nhung nhieu mot duoc bi da dang se khi de ve voi theo do tu den nay do nen chua khong rat hon'.split(' '))

/**
 * Groups sentences that say nearly the same: a sentence joins the first group whose first sentence shares half of the
 * words with it, numbers, filler words and diacritics aside. The largest group comes first, by units.
 */
export function groupSentences(sentences: readonly SaidSentence[]): SentenceGroup[] {
  const groups: { words: ReadonlySet<string>; units: Set<string>; sentences: SaidSentence[] }[] = []
  // Groups by the words of their first sentence: only those that share a word are compared.
  const holders = new Map<string, number[]>()
  for (const sentence of sentences) {
    const words = wordsOf(sentence.text)
    if (words.size === 0) continue
    const shared = new Map<number, number>()
    for (const word of words) for (const at of holders.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const fitting = [...shared].filter(([at, same]) => same / (words.size + groups[at]!.words.size - same) >= ALIKE).map(([at]) => at)
    const group = fitting.length > 0 ? groups[Math.min(...fitting)] : undefined
    if (group) {
      group.units.add(sentence.unitName)
      group.sentences.push(sentence)
      continue
    }
    for (const word of words) holders.set(word, [...(holders.get(word) ?? []), groups.length])
    groups.push({ words, units: new Set([sentence.unitName]), sentences: [sentence] })
  }
  return groups.toSorted((a, b) => b.units.size - a.units.size).map((group) => ({ text: group.sentences[0]!.text, units: [...group.units], sentences: group.sentences }))
}

/** The sentences of a written text: by lines, and where a full stop or semicolon ends one. */
export function sentencesOfText(text: string): string[] {
  return text
    .split(/\n+|(?<=[.;!?])\s+(?=[\p{Lu}\p{N}“"(])/u)
    .map((sentence) => sentence.replace(/^[\s\-–+•*]+/, '').replace(/[\s.;]+$/, '').trim())
    .filter((sentence) => sentence.length > 2)
}

function wordsOf(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
  return new Set((folded.match(/\p{L}+/gu) ?? []).filter((word) => !FILLERS.has(word)))
}
