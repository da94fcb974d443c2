import type { DocumentModel } from '../model.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

/** A sentence that stands in another document as it is, or nearly so. */
export interface CopiedSentence {
  /** As the draft has it. */
  readonly text: string
  /** As the other document has it. */
  readonly other: string
  /** Which of the documents, from 0. */
  readonly source: number
  /** Of its words, 0 to 1; 1 when only figures and days differ. */
  readonly likeness: number
  /** Letter for letter, or but for figures and days. */
  readonly isSame: boolean
}

export interface Novelty {
  /** Sentences that were compared: those of the writer, without bases, boilerplate and names. */
  readonly sentences: number
  /** Share of their words that stand in some of the documents, 0 to 1; null when there is nothing to compare. */
  readonly copiedShare: number | null
  /** The same for each document. */
  readonly shareOf: readonly (number | null)[]
  /** In the order of the draft, each beside the sentence most like it. */
  readonly copied: readonly CopiedSentence[]
}

/** From this likeness on a sentence is told as taken over. */
export const LEAST_LIKENESS = 0.7
const SHINGLE = 3

interface Known {
  readonly source: number
  readonly sentence: Sentence
  readonly shingles: ReadonlySet<string>
}

/** How much of a draft stands in other documents, sentence by sentence. Nearly linear in the length of all of them. */
export function noveltyOf(draft: DocumentModel, others: readonly DocumentModel[]): Novelty {
  const known = others.flatMap((model, source) => sentencesOf(model).map((sentence): Known => ({ source, sentence, shingles: shinglesOf(sentence.words) })))
  const holders = new Map<string, number[]>()
  for (const [at, { shingles }] of known.entries()) for (const shingle of shingles) holders.set(shingle, [...(holders.get(shingle) ?? []), at])
  const own = sentencesOf(draft)
  const total = own.reduce((sum, { words }) => sum + words.length, 0)
  const copiedWords = others.map(() => 0)
  let anywhere = 0
  const copied = own.flatMap((sentence): CopiedSentence[] => {
    const best = bestPerSource(sentence, known, holders)
    if (best.size === 0) return []
    for (const [source, { likeness }] of best) copiedWords[source]! += likeness * sentence.words.length
    const [source, { likeness, at }] = [...best].toSorted(([, a], [, b]) => b.likeness - a.likeness)[0]!
    anywhere += likeness * sentence.words.length
    return [{ text: sentence.text, other: known[at]!.sentence.text, source, likeness, isSame: likeness === 1 }]
  })
  const shareOf = (words: number): number | null => (total === 0 ? null : words / total)
  return { sentences: own.length, copiedShare: shareOf(anywhere), shareOf: copiedWords.map(shareOf), copied }
}

function shinglesOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.slice(0, Math.max(1, words.length - SHINGLE + 1)).map((_, at) => words.slice(at, at + SHINGLE).join(' ')))
}

/** A shingle that stands in more sentences than these says nothing. */
const MOST_HOLDERS = 200

/** The sentence of each document that is most like this one, if it is like enough. */
function bestPerSource(sentence: Sentence, known: readonly Known[], holders: ReadonlyMap<string, readonly number[]>): Map<number, { likeness: number; at: number }> {
  const shingles = shinglesOf(sentence.words)
  const common = new Map<number, number>()
  for (const shingle of shingles) {
    const having = holders.get(shingle) ?? []
    if (having.length > MOST_HOLDERS) continue
    for (const at of having) common.set(at, (common.get(at) ?? 0) + 1)
  }
  const best = new Map<number, { likeness: number; at: number }>()
  for (const [at, count] of common) {
    const other = known[at]!
    // A short sentence inside a long one was taken over; a long one that grew out of a short one is the writer's.
    if (count / shingles.size < 0.4) continue
    const likeness = isEqual(sentence.words, other.sentence.words) ? 1 : Math.min(0.99, shareOfWords(sentence.words, other.sentence.words))
    if (likeness < LEAST_LIKENESS || likeness <= (best.get(other.source)?.likeness ?? 0)) continue
    best.set(other.source, { likeness, at })
  }
  return best
}

const isEqual = (left: readonly string[], right: readonly string[]): boolean => left.length === right.length && left.every((word, at) => word === right[at])

/** How many of the words stand in the other sentence in the same order: the longest common run of words with gaps. */
function shareOfWords(words: readonly string[], other: readonly string[]): number {
  let row = new Uint16Array(other.length + 1)
  for (const word of words) {
    const next = new Uint16Array(other.length + 1)
    for (let j = 1; j <= other.length; j += 1) next[j] = word === other[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!)
    row = next
  }
  return row[other.length]! / words.length
}
