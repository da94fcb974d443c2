import { scoreTopics, type TopicId } from './topics.ts'
import { termsOf, withoutCitations } from './wording.ts'

/** What is compared of a text: its words, and how strongly it speaks of each topic (the strongest is 1). */
export interface Features {
  readonly terms: ReadonlyMap<string, number>
  readonly topics: ReadonlyMap<TopicId, number>
}

/** Something to be matched: its own words, the words above it, and the topic that somebody gave it. */
export interface Matchable {
  readonly text: string
  readonly heading: string
  readonly topic: TopicId | null
}

/** How much the words of the heading count beside a line's own. */
const HEADING_SHARE = 0.3

/** Topics weigh more than words: a superior's bullet and a school's line seldom use the same ones. */
const TOPIC_SHARE = 0.55

/** Cosine of two Vietnamese sentences on one matter is about 0.2–0.5; this brings 0.45 to 1. */
const WORD_GAIN = 2.2

/** Where a person gave the topic, what else the words speak of counts this much. */
const OTHER_TOPICS_SHARE = 0.7

/** From here on a line is proposed as an answer to a point: the same topic, or a related one and common words. */
export const PROPOSAL_SCORE = 0.55

/** Reads a text for matching. Costly (some 0.1 ms); callers keep the result. */
export function featuresOf({ text, heading, topic }: Matchable): Features {
  const terms = new Map(termsOf(withoutCitations(text) || text))
  for (const [term, count] of termsOf(heading)) terms.set(term, (terms.get(term) ?? 0) + count * HEADING_SHARE)
  const scores = scoreTopics(text)
  const best = scores[0]?.score ?? 1
  const most = topic === null ? 1 : OTHER_TOPICS_SHARE
  const shares = new Map<TopicId, number>(scores.map((entry) => [entry.topic, (most * entry.score) / best]))
  if (shares.size === 0) for (const entry of scoreTopics(heading).slice(0, 1)) shares.set(entry.topic, 0.8)
  if (topic !== null) shares.set(topic, 1)
  return { terms, topics: shares }
}

/** Texts against which others are scored, with their rare words weighing more. */
export interface MatchIndex {
  readonly size: number
  /** Scores 0–1 of one text against all of the index, in its order. */
  readonly scores: (features: Features) => Float64Array
}

/** Builds an index over texts; scoring one text against 60 takes some 10 µs. */
export function matchIndex(targets: readonly Features[]): MatchIndex {
  const frequency = new Map<string, number>()
  for (const { terms } of targets) for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const rarity = (term: string): number => Math.log(1 + targets.length / (frequency.get(term) ?? 0.5))
  const lengthOf = (terms: ReadonlyMap<string, number>): number => {
    let sum = 0
    for (const [term, count] of terms) sum += (count * rarity(term)) ** 2
    return Math.sqrt(sum) || 1
  }
  const postings = new Map<string, { readonly target: number; readonly weight: number }[]>()
  targets.forEach(({ terms }, target) => {
    const length = lengthOf(terms)
    for (const [term, count] of terms) {
      const list = postings.get(term) ?? []
      list.push({ target, weight: (count * rarity(term)) / length })
      postings.set(term, list)
    }
  })
  const scores = (features: Features): Float64Array => {
    const words = new Float64Array(targets.length)
    const length = lengthOf(features.terms)
    for (const [term, count] of features.terms) {
      const list = postings.get(term)
      if (!list) continue
      const weight = (count * rarity(term)) / length
      for (const posting of list) words[posting.target] = (words[posting.target] ?? 0) + posting.weight * weight
    }
    return words.map((cosine, target) => {
      const topics = targets[target]?.topics
      const topic = topics ? commonTopic(topics, features.topics) : 0
      return TOPIC_SHARE * topic + (1 - TOPIC_SHARE) * Math.min(1, cosine * WORD_GAIN)
    })
  }
  return { size: targets.length, scores }
}

/** The strength of the topic that both share most, 0–1. */
function commonTopic(a: ReadonlyMap<TopicId, number>, b: ReadonlyMap<TopicId, number>): number {
  let best = 0
  for (const [topic, share] of a) best = Math.max(best, Math.min(share, b.get(topic) ?? 0))
  return best
}
