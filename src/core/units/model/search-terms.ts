import { foldVietnamese } from '#platform/i18n/search.ts'

/** Short forms that the sector writes in names and types into search fields, and what they stand for; folded. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  mn: 'mam non',
  mg: 'mau giao',
  th: 'tieu hoc',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  ptdtnt: 'pho thong dan toc noi tru',
  ptdtbt: 'pho thong dan toc ban tru',
  gdtx: 'giao duc thuong xuyen',
  gdnn: 'giao duc nghe nghiep',
  gddt: 'giao duc va dao tao',
  sgddt: 'so giao duc va dao tao',
  bgddt: 'bo giao duc va dao tao',
  ubnd: 'uy ban nhan dan',
  tp: 'thanh pho',
  tt: 'thi tran',
}

const PHRASES = Object.entries(SHORT_FORMS)
  .map(([short, long]) => ({ short, words: long.split(' ') }))
  .sort((a, b) => b.words.length - a.words.length)

/** What was typed as folded words. */
export function wordsOf(text: string): string[] {
  return foldVietnamese(text).split(/[^a-z0-9]+/).filter(Boolean)
}

/**
 * What was typed as a PostgreSQL `tsquery` over folded words: every word somewhere in the name, each by its beginning;
 * a short form also finds the long one and the reverse.
 *
 * @returns null when nothing was typed
 * @example searchTerms('mn thạch') = '(mn:* | (mam <-> non)) & thach:*'
 */
export function searchTerms(text: string): string | null {
  const words = wordsOf(text)
  const terms: string[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = PHRASES.find((candidate) => candidate.words.every((word, offset) => words[at + offset] === word))
    if (phrase) {
      terms.push(`((${phrase.words.join(' & ')}) | ${phrase.short})`)
      at += phrase.words.length
      continue
    }
    const word = words[at]!
    const long = Object.hasOwn(SHORT_FORMS, word) ? SHORT_FORMS[word] : undefined
    terms.push(long ? `(${word}:* | (${long.split(' ').join(' <-> ')}))` : `${word}:*`)
    at += 1
  }
  return terms.length > 0 ? terms.join(' & ') : null
}
