import { groupSentences, sentencesOfText, type SaidSentence, type SentenceGroup } from './group-sentences.ts'

/** What reports say in one part of the form. */
export interface SaidInPart {
  readonly part: string
  readonly groups: readonly SentenceGroup[]
}

/** What one report says in a part: a written text, or told sentences. */
export interface SaidPart {
  readonly reportId: string
  readonly unitName: string
  readonly part: string
  readonly kind: 'text' | 'told'
  readonly text: string | null
  readonly sentences: readonly { readonly key: string; readonly text: string | null }[] | null
}

/** Of a group so many sentences are kept, of a part so many groups: the rest says the same, or is said by one alone. */
const MOST_SENTENCES = 12
const MOST_GROUPS = 60

/** Answers that say that there is nothing to say. */
const NOTHING = /^(không|không có|không có gì|chưa có|không có ý kiến|không phát sinh|không có (khó khăn|vướng mắc|đề xuất|kiến nghị)( gì)?)$/iu

/** Sentences of reports that say nearly the same, part by part. */
export function saidIn(said: readonly SaidPart[]): SaidInPart[] {
  const byPart = new Map<string, SaidSentence[]>()
  for (const { reportId, unitName, part, text, sentences } of said) {
    const written = text === null ? [] : sentencesOfText(text).map((sentence, at) => ({ key: `${reportId}/${part}/${at}`, text: sentence }))
    const told = (sentences ?? []).flatMap(({ key, text: sentence }) => (sentence ? [{ key: `${reportId}/${key}`, text: sentence }] : []))
    const own = [...written, ...told].filter((sentence) => !NOTHING.test(sentence.text)).map((sentence) => ({ ...sentence, reportId, unitName }))
    const others = byPart.get(part)
    if (others) others.push(...own)
    else byPart.set(part, own)
  }
  return [...byPart].map(([part, all]) => ({ part, groups: groupSentences(all).slice(0, MOST_GROUPS).map((group) => ({ ...group, sentences: group.sentences.slice(0, MOST_SENTENCES) })) }))
}
